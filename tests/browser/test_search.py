"""Search in a real browser: whatever stands on a page is found by typing it, in both languages, over a server
and from a disk, and by people who do not see the page or use no mouse."""

import random
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from tests.browser.conftest import Opener
from tests.browser.test_pages import axe  # noqa: F401

pytestmark = pytest.mark.browser
LANGS = ("zh", "en")
# Typed strings that hold Chinese or are numbers: found wherever they stand.
ANYWHERE = {
    "zh": (
        "燃煤锅炉", "煤锅", "污染", "区全部", "20蒸吨", "于2", "年1", "以下燃煤锅炉有9", "20 蒸吨", "２０蒸吨", "金开办〔2016〕50号", "金开办（２０１６）５０号",
        "[2016]50", "PM2.5", "ＰＭ２．５", "pm2.5", "2018年12月31日", "整改", "。", "煤", "第二项拟销号", "12369", "μg/m3", "不存在的字串",
        "燃 煤 锅 炉", "防治攻坚战", "乡镇（街道）",
    ),
    "en": ("燃煤", "金开办〔2016〕50号", "〔2016〕", "２０１８", "2.5", "不存在的字串", "整改方案"),
}  # fmt: skip
# English words, found where a word begins so.
PREFIXES = (
    "rectif",
    "boil",
    "Boilers",
    "COAL-FIRED",
    "coal-fired boil",
    "sewage",
    "ＰＭ２．５",
    "20 t/h",
    "people’s",
    "zzz",
    "the",
    "etdz",
)


class _Text(HTMLParser):
    """The text of the main part of a page, a space for each tag that ends a block."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "main"
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "main"
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag not in (
            "a",
            "span",
            "strong",
            "em",
            "code",
            "time",
            "small",
            "abbr",
            "b",
            "cite",
            "s",
            "sup",
            "sub",
        ):
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.parts.append(data)


def plain(text: str) -> str:
    """One form of each character: half width, lower case, one kind of brackets."""
    text = (
        unicodedata.normalize("NFKC", text).lower().translate(str.maketrans("〔【〖[〕】〗]’‘", "(((())))''"))
    )
    return re.sub(r"[–—‐‑−]", "-", text)


@pytest.fixture(scope="session")
def texts(site: Path, invented_site: Path) -> dict[str, dict[str, str]]:
    """The text of every page but that of search itself: site and language to tail to text."""
    found: dict[str, dict[str, str]] = {}
    for root in (site, invented_site):
        for lang in LANGS:
            pages = found[f"{root.name}/{lang}"] = {}
            for path in sorted((root / lang).rglob("*.html")):
                tail = path.relative_to(root / lang).as_posix().removesuffix("index.html")
                if tail != "search/" and "embed" not in tail:
                    parser = _Text()
                    parser.feed(path.read_text("utf-8"))
                    pages[tail] = plain("".join(parser.parts))
    return found


# Press the first button that shows more results, and tell whether there was one.
MORE = """() => {
  const button = document.querySelector(".result-group button:not([hidden])");
  button?.click();
  return Boolean(button);
}"""


def look_for(page: Any, typed: str) -> set[str]:
    """Type a string, ask for all there is, and return the tails of the pages that were found."""
    page.fill("#query", typed)
    page.keyboard.press("Enter")
    settle(page)
    while page.evaluate(MORE):
        settle(page)
    here = re.sub(r"search/(index\.html)?(\?.*)?$", "", page.url)
    links = page.eval_on_selector_all("#results a", "links => links.map(link => link.href)")
    return {
        unquote(link).partition("#")[0].removeprefix(unquote(here)).removesuffix("index.html")
        for link in links
    }


def settle(page: Any) -> None:
    page.wait_for_function(
        "() => document.querySelector('.search-status').textContent && !document.querySelector('#results').ariaBusy"
    )


@pytest.fixture(params=["server", "disk"])
def open_search(request: pytest.FixtureRequest, visit: Opener, chromium: Any, site: Path) -> Iterator[Any]:
    """Open the page of search of the real site, over a server or from a disk."""
    if request.param == "server":
        yield lambda lang: visit(lang, "search/")
        return
    pages: list[Any] = []

    def from_disk(lang: str) -> Any:
        pages.append(chromium.new_page())
        pages[-1].goto(f"file://{site}/{lang}/search/index.html")
        return pages[-1]

    yield from_disk
    for page in pages:
        page.close()


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_with_a_typed_string_is_found(
    open_search: Any, texts: dict[str, dict[str, str]], lang: str
) -> None:
    page = open_search(lang)
    for typed in ANYWHERE[lang]:
        wanted = re.sub(r"\s", "", plain(typed))
        expected = {tail for tail, text in texts[f"site/{lang}"].items() if wanted in re.sub(r"\s", "", text)}
        # A mark alone names no page; parts with a space between them need only stand on the same page.
        found = look_for(page, typed)
        if typed == "。":
            assert found == set()
        elif " " in typed:
            assert found >= expected
        else:
            assert found == expected, typed


def test_every_page_with_the_beginning_of_a_word_is_found(
    open_search: Any, texts: dict[str, dict[str, str]]
) -> None:
    page = open_search("en")
    for typed in PREFIXES:
        parts = [re.compile(rf"(?<![a-z0-9]){re.escape(part)}") for part in plain(typed).split()]
        expected = {
            tail for tail, text in texts["site/en"].items() if all(part.search(text) for part in parts)
        }
        assert look_for(page, typed) == expected, typed


@pytest.mark.parametrize("lang", LANGS)
def test_whatever_is_cut_from_a_page_leads_back_to_it(
    visit: Opener, texts: dict[str, dict[str, str]], lang: str
) -> None:
    """Strings cut at random from pages of the invented place, which has two plans and every state."""
    pages, chance = texts[f"invented/{lang}"], random.Random(lang)
    page = visit(lang, "search/", folder="invented")
    for _ in range(40):
        tail = chance.choice(sorted(pages))
        if lang == "zh":
            runs = re.findall(r"[\u4e00-\u9fff]{2,}", pages[tail])
        else:
            runs = re.findall(r"(?<![a-z0-9])[a-z]{2,}", pages[tail])
        run = chance.choice(runs)
        start = chance.randrange(len(run) - 1) if lang == "zh" else 0
        typed = run[start : start + chance.randint(2, 7)]
        assert tail in look_for(page, typed), (tail, typed)


def test_what_weighs_most_comes_first(visit: Opener) -> None:
    page = visit("zh", "search/?q=经济发展局")
    settle(page)
    assert page.locator(".result-group h2").first.inner_text().startswith("单位和地区")
    assert page.locator("#results a").first.inner_text() == "经济发展局"
    assert page.locator(".result-group h2").last.inner_text().startswith("清单和汇总")


def test_a_number_leads_to_its_item(visit: Opener) -> None:
    page = visit("en", "search/?q=02")
    settle(page)
    assert page.locator("#results a").first.get_attribute("href") == "../plans/jinhua-2018/items/02/"


def test_what_cannot_be_loaded_is_said(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.route("**/assets/search/*", lambda route: route.abort())
    page.goto(f"{address}/site/zh/search/?q=污染")
    settle(page)
    assert page.locator(".search-status").inner_text().startswith("索引未能完整载入")
    assert page.locator(".search-lists").is_visible()
    page.unroute("**/assets/search/*")
    page.keyboard.press("Tab")
    page.locator("#query").press("Enter")
    page.wait_for_selector("#results li")
    page.close()


def test_passages_are_marked_and_parts_are_told_by_their_anchors(visit: Opener) -> None:
    page = visit("zh", "search/?q=攻坚战")
    settle(page)
    marks = page.eval_on_selector_all(
        "#results li", "all => all.map(one => one.querySelectorAll('mark').length)"
    )
    assert min(marks) > 0
    assert set(page.eval_on_selector_all("mark", "all => all.map(one => one.textContent)")) == {"攻坚战"}
    links = page.eval_on_selector_all("#results a", "all => all.map(one => one.getAttribute('href'))")
    assert "../method/#term-critical-battle" in links
    assert "../method/" not in links
    page.click("#results a[href$='#term-critical-battle']")
    assert page.locator("#term-critical-battle").is_visible()


def test_a_string_of_content_never_becomes_markup(visit: Opener) -> None:
    page = visit("en", f"search/?q={quote('<img src=x onerror=alert(1)> boil')}")
    settle(page)
    assert page.locator("#results img, .search-status img").count() == 0
    assert "<img" in page.locator(".search-status").inner_text()


def test_the_other_language_is_offered(visit: Opener) -> None:
    page = visit("zh", "search/?q=boiler")
    settle(page)
    page.wait_for_selector(".search-elsewhere a:visible")
    page.click(".search-elsewhere a")
    settle(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("#results li").count() > 0


def test_chinese_in_an_english_page_keeps_its_language(visit: Opener) -> None:
    page = visit("en", "search/?q=2016")
    settle(page)
    stray = """() => [...document.querySelectorAll("#results a, #results p")].filter(one => {
      const copy = one.cloneNode(true);
      copy.querySelectorAll("[lang=zh-CN]").forEach(inner => inner.remove());
      return /[\\u4e00-\\u9fff]/.test(copy.textContent);
    }).map(one => one.textContent)"""
    assert page.evaluate(stray) == []
    assert page.locator("#results [lang=zh-CN]").count() > 0


def test_typing_finds_announces_and_keeps_the_focus_and_the_address(visit: Opener) -> None:
    page = visit("zh", "search/")
    page.focus("#query")
    page.keyboard.insert_text("燃煤锅炉")
    settle(page)
    assert page.locator(".search-status").get_attribute("role") == "status"
    assert re.fullmatch(r"找到 \d+ 条结果。", page.locator(".search-status").inner_text())
    assert page.evaluate("document.activeElement.id") == "query"
    assert page.url.endswith(f"search/?q={quote('燃煤锅炉')}")
    page.reload()
    settle(page)
    assert page.input_value("#query") == "燃煤锅炉"
    assert page.locator("#results li").count() > 0


def test_a_person_searches_from_any_page_by_keyboard_alone(visit: Opener) -> None:
    page = visit("en", "plans/jinhua-2018/items/02/")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.name") != "q":
        page.keyboard.press("Tab")
    page.keyboard.type("gas producers")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=gas+producers")
    settle(page)
    while page.evaluate("document.activeElement.closest('#results')") is None:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/plans/jinhua-2018/items/02/")


def test_more_results_are_shown_and_led_on_to(visit: Opener) -> None:
    page = visit("en", "search/?q=the", folder="invented")
    settle(page)
    page.locator(".result-group button:visible").first.focus()
    before = page.evaluate("document.activeElement.parentElement.querySelectorAll('li').length")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.closest('#results li')")
    number = (
        "[...document.activeElement.closest('ol').children].indexOf(document.activeElement.closest('li'))"
    )
    assert page.evaluate(number) == before


def test_the_box_leads_to_search_from_a_disk(chromium: Any, site: Path) -> None:
    page = chromium.new_page()
    page.goto(f"file://{site}/zh/units/index.html")
    page.fill(".find input", "煤锅")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/search/index.html?q=*")
    settle(page)
    assert page.locator("#results li").count() > 0
    page.click("#results a >> nth=0")
    assert page.url.endswith("/index.html")
    page.close()


def test_without_script_the_page_leads_to_everything(visit: Opener) -> None:
    page = visit("zh", "notices/", java_script_enabled=False)
    page.fill(".find input", "煤锅")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/search/?q=*")
    assert page.locator("main .note-incomplete").is_visible()
    page.click(".search-lists a >> nth=0")
    assert page.url.endswith("/zh/sitemap/")


POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"


def test_search_keeps_to_a_strict_policy(chromium: Any, address: str) -> None:
    """No script in the page, none from elsewhere, no evaluation of strings."""
    page = chromium.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))

    def guarded(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    page.route("**/*", guarded)
    page.goto(f"{address}/site/zh/search/?q=污染")
    settle(page)
    assert page.locator("#results mark").count() > 0
    assert complaints == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "typed"), [("zh", "污染"), ("en", "coal"), ("zh", "不存在的字串")])
def test_axe_finds_nothing_among_results(visit: Opener, axe: str, lang: str, typed: str, scheme: str) -> None:  # noqa: F811
    page = visit(lang, f"search/?q={typed}", color_scheme=scheme)
    settle(page)
    page.evaluate(axe)
    found = page.evaluate("() => axe.run()")["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []


@pytest.mark.parametrize("width", [320, 768])
def test_results_do_not_scroll_sideways(visit: Opener, width: int) -> None:
    page = visit("en", "search/?q=coal", width=width)
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_jumps_while_results_come(visit: Opener) -> None:
    page = visit("zh", "search/?q=污染")
    settle(page)
    shift = """() => new Promise(done => new PerformanceObserver(list =>
      done(list.getEntries().filter(e => !e.hadRecentInput).reduce((sum, e) => sum + e.value, 0))
    ).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 300))"""
    assert page.evaluate(shift) < 0.02
