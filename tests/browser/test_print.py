"""Pages on paper, as Chromium prints them: nothing cut, nothing told by colour, no navigation."""

import io
import re
import unicodedata
from typing import Any

import pytest

from tests.browser.conftest import INVENTED, PAGES, Opener, open_named

pytestmark = pytest.mark.browser
LANGS = ("zh", "en")
# The patterns show navigation and controls on purpose, and only in the preview.
NAMES = [name for name in (*PAGES, *INVENTED) if name != "patterns"]
# The type area of GB/T 9704 is 156 mm wide.
WIDTH = 589
CUT = """() => {
  const edge = document.documentElement.clientWidth + 1;
  const shown = [...document.body.querySelectorAll("*")].filter(e => e.checkVisibility() && !e.closest("svg") && !e.closest(".hidden"));
  const wide = shown.filter(e => e.getBoundingClientRect().right > edge);
  const hides = e => getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1;
  return [...wide, ...shown.filter(hides)].map(e => e.outerHTML.slice(0, 90));
}"""
SEEN = """selector => [...document.querySelectorAll(selector)]
  .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 90))"""
COLOURED = """() => {
  const grey = colour => { const [r, g, b] = colour.match(/[0-9.]+/g) ?? [0, 0, 0]; return r === g && g === b; };
  return [...document.body.querySelectorAll("*")].filter(e => e.checkVisibility()).filter(e => {
    const style = getComputedStyle(e);
    const drawn = e.closest("svg") ? [style.fill, style.stroke].filter(c => c.startsWith("rgb")) : [];
    return ![style.color, style.borderTopColor, ...drawn].every(grey);
  }).map(e => e.outerHTML.slice(0, 90));
}"""
MARKS = """() => [...document.querySelectorAll("main .mark")].filter(e => e.checkVisibility())
  .map(e => [e.querySelector("svg.shape")?.getBoundingClientRect().width > 3, e.textContent.trim() !== ""])"""
WAYS = ".masthead, .skip, .crumbs, .contents, .actions, .neighbours, .colophon nav, nav.pages, .screen-only, .share, .drop, button, select"


def on_paper(visit: Opener, name: str, lang: str, **options: Any) -> Any:
    page = open_named(visit, name, lang, width=WIDTH, **options)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_whole_on_paper(visit: Opener, name: str, lang: str) -> None:
    """Nothing is cut, no way to other pages is left, no colour speaks, every state has shape and word."""
    page = on_paper(visit, name, lang, color_scheme="dark")
    # The annexes of the print edition lie on landscape pages of 225 mm.
    if not name.startswith("print"):
        assert page.evaluate(CUT) == []
    assert page.evaluate(SEEN, WAYS) == []
    assert page.evaluate(COLOURED) == []
    assert all(all(mark) for mark in page.evaluate(MARKS))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["print", "print-states"])
def test_the_annexes_fit_their_landscape_pages(visit: Opener, name: str, lang: str) -> None:
    page = on_paper(visit, name, lang)
    page.set_viewport_size({"width": 850, "height": 590})
    assert page.evaluate(CUT) == []


def printed(page: Any) -> list[Any]:
    """The pages of what Chromium prints, with the page's own size and no backgrounds."""
    from pypdf import PdfReader

    return list(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


@pytest.mark.parametrize("name", ["overview", "item", "all-states", "print-states"])
def test_pages_are_a4_and_numbered(visit: Opener, name: str) -> None:
    for number, page in enumerate(printed(open_named(visit, name, "zh")), 1):
        width, height = sorted(round(float(n) * 25.4 / 72) for n in page.mediabox[2:])
        assert (width, height) == (210, 297)
        assert f"—{number}—" in re.sub(r"\s", "", page.extract_text())


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("name", "lang", "head", "first", "last"),
    [
        ("all-states", "zh", "整改时限", "云渡河入河", "矿山生态"),
        ("all-states", "en", "Deadline", "Outfallsinto", "Slowrestoration"),
        ("print-states", "zh", "配合单位", "云渡河入河", "矿山生态"),
    ],
)
def test_a_long_table_repeats_its_head(
    visit: Opener, name: str, lang: str, head: str, first: str, last: str, script: bool
) -> None:
    pages = printed(open_named(visit, name, lang, java_script_enabled=script))
    # Chromium calls some characters by the names of radicals that look the same.
    texts = [re.sub(r"\s", "", unicodedata.normalize("NFKC", page.extract_text())) for page in pages]
    of_first, of_last = ([t for t in texts if words in t and head in t] for words in (first, last))
    assert len(of_first) == len(of_last) == 1
    assert of_first != of_last


def test_a_filtered_list_prints_what_is_shown_and_says_so(visit: Opener) -> None:
    page = visit("en", "plans/yundu-2019/items/?state=closed", folder="invented")
    page.emulate_media(media="print")
    assert page.locator("#list tbody tr:visible").count() == 2
    assert page.locator(".chips").inner_text().startswith("Closed")
    assert page.locator(".shown").is_visible()


@pytest.mark.parametrize(("lang", "marks"), [("zh", "（{}）"), ("en", " ({})")])
def test_addresses_of_other_sites_are_printed(visit: Opener, lang: str, marks: str) -> None:
    address = "https://environment.example.org/acceptance-06"
    after = "link => getComputedStyle(link, '::after').content"
    page = visit(lang, "plans/yundu-2019/items/06/", folder="invented")
    link = page.locator(f"a[href='{address}']")
    assert link.evaluate(after) == "none"
    page.emulate_media(media="print")
    assert link.evaluate(after).replace('" "', "") == f'"{marks.format(address)}"'
