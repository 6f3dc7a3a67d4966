"""What readers take along: how a page is cited and shared, and the cards that other sites embed."""

import json
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from disclosure.pipeline import build
from tests.trees import EVERY_STATE, copy_base, order, overlay

DATES = r"\(\d{4}-\d\d-\d\d\)\[引用日期\]\. "


class Page(HTMLParser):
    """A page taken apart: elements with their attributes, and the text of those with `data-copy`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.copied: list[str] = []
        self._is_copied = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if "data-copy" in self.elements[-1][1]:
            self.copied.append("")
            self._is_copied = True

    def handle_endtag(self, tag: str) -> None:
        self._is_copied = self._is_copied and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._is_copied:
            self.copied[-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]

    def meta(self, key: str, name: str) -> str | None:
        found = [m["content"] for m in self.all("meta") if m.get(key) == name]
        assert len(found) <= 1
        return found[0] if found else None

    def link(self, rel: str) -> str:
        (found,) = [m["href"] for m in self.all("link") if m["rel"] == rel]
        return found


def pages_of(site: Path, *, cards: bool) -> dict[str, Path]:
    """The pages of a site by address below it: cards alone, or all others."""
    found = {
        str(path.relative_to(site).parent) + "/": path
        for lang in ("zh", "en")
        for path in sorted((site / lang).rglob("index.html"))
    }
    return {address: path for address, path in found.items() if address.endswith("/embed/") == cards}


@pytest.mark.parametrize("which", ["site", "invented_site"])
def test_every_page_can_be_shared(which: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(which)
    locales = {"zh": ("zh_CN", "en_GB"), "en": ("en_GB", "zh_CN")}
    for address, path in pages_of(site, cards=False).items():
        page = Page(path)
        url = page.meta("property", "og:url")
        assert url == page.link("canonical") and url.endswith(f".example.org/{address}")
        assert page.meta("property", "og:title") and page.meta("property", "og:site_name")
        assert page.meta("property", "og:type") == ("website" if address in ("zh/", "en/") else "article")
        assert page.meta("property", "og:description") == page.meta("name", "description")
        ours = (page.meta("property", "og:locale"), page.meta("property", "og:locale:alternate"))
        assert ours == locales[address[:2]]


@pytest.mark.parametrize("which", ["site", "invented_site"])
def test_every_page_says_how_to_cite_it(which: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(which)
    for address, path in pages_of(site, cards=False).items():
        page, text = Page(path), path.read_text("utf-8")
        (version,) = re.findall(r"<dt>(?:本页版本|Page version)</dt><dd><code>([0-9a-f]{8})</code>", text)
        cited = page.copied[0]
        assert page.link("canonical") in cited and version in cited
        if address.startswith("zh/"):
            assert re.fullmatch(rf".+\. .+（示例）\[EB/OL\]\. .+\. {DATES}https://\S+/\.", cited), cited
        else:
            assert re.fullmatch(
                r".+\. “.+ \[illustrative\]\.” (.+\. )?Data as of \d+ \w+ \d{4}; page version [0-9a-f]{8}"
                r"(; data version [0-9a-f]{12})?\. Accessed \[date\]\. https://\S+/",
                cited,
            ), cited


def test_a_page_without_illustrative_records_is_cited_by_its_bare_title(tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    overlay(content, "site.yaml", "sample: false\n")
    build(order(content), tmp_path / "site")
    page = Page(tmp_path / "site/en/method/index.html")
    assert "“Method.”" in page.copied[0]
    assert page.meta("property", "og:title") == "Method"


def test_only_the_pages_of_the_design_carry_the_data_version(site: Path) -> None:
    version = json.loads((site / "manifest.json").read_text("utf-8"))["data_version"]
    found = {
        str(path.relative_to(site))
        for path in site.rglob("*.html")
        if version[:12] in path.read_text("utf-8")
    }
    assert found == {
        f"{lang}/{tail}index.html"
        for lang in ("zh", "en")
        for tail in ("", "verify/", "plans/jinhua-2018/print/")
    }


def snippet(page: Page) -> dict[str, str] | None:
    """The attributes of the iframe that a page gives away, None where it gives none."""
    if len(page.copied) < 2:
        return None
    parser: Any = Page.__new__(Page)
    HTMLParser.__init__(parser)
    parser.elements, parser.copied, parser._is_copied = [], [], False
    parser.feed(page.copied[1])
    (frame,) = parser.all("iframe")
    return frame


def test_a_snippet_shows_the_card_of_its_page(invented_site: Path) -> None:
    cards = pages_of(invented_site, cards=True)
    shown: set[str] = set()
    for address, path in pages_of(invented_site, cards=False).items():
        page = Page(path)
        frame = snippet(page)
        has_card = re.fullmatch("(zh|en)/plans/[^/]+/(status|items/[0-9a-z]+)/", address) is not None
        assert (frame is not None) == has_card, address
        if frame:
            card = frame["src"].removeprefix("https://yundu.example.org/")
            assert Page(cards[card]).link("canonical") == page.link("canonical")
            assert frame["title"] and int(frame["height"]) > 200
            shown.add(card)
    assert shown == set(cards)


def test_what_stands_in_a_snippet_is_an_attribute_when_pasted(tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    overlay(content, "site.yaml", "embed: true\n")
    nasty = """x" onload="alert(1) <b>&amp;"""
    overlay(content, "plans/demo/items/01.yaml", f"title: {{zh: '{nasty}', en: '{nasty} 文'}}\n")
    assert build(order(content), tmp_path / "site").rows
    for lang in ("zh", "en"):
        frame = snippet(Page(tmp_path / f"site/{lang}/plans/demo/items/01/index.html"))
        assert frame and set(frame) == {"src", "title", "width", "height", "loading", "style"}
        assert frame["title"] == (nasty if lang == "zh" else f"{nasty} 文")


def test_a_card_is_small_leads_out_and_stands_in_no_list(invented_site: Path) -> None:
    cards = pages_of(invented_site, cards=True)
    items = json.loads((invented_site / "data/items.json").read_text("utf-8"))["records"]
    assert len(cards) == 2 * (len({item["plan"] for item in items}) + len(items))
    for address, path in cards.items():
        page, text = Page(path), path.read_text("utf-8")
        assert page.meta("name", "robots") == "noindex"
        assert page.link("canonical").endswith(f"/{address[: -len('embed/')]}") or address.count("/") == 4
        assert {a.get("target") for a in page.all("a")} == {"_top"}
        assert page.all("script") == [] and not re.search(r"<style| style=| on\w+=", text)
        assert 'class="sample"' in text and len(text) < 6000
        assert page.all("html")[0]["lang"] == {"zh": "zh-CN", "en": "en"}[address[:2]]
    listed = ElementTree.parse(invented_site / "sitemap.xml").getroot()
    assert not any("/embed/" in (element.text or "") for element in listed.iter())
    for path in pages_of(invented_site, cards=False).values():
        assert not any("embed/" in a.get("href", "") for a in Page(path).all("a"))


def test_a_card_says_what_its_page_says(invented_site: Path) -> None:
    items = json.loads((invented_site / "data/items.json").read_text("utf-8"))["records"]
    for item in items:
        tail = f"plans/{item['plan']}/items/{item['id']}/"
        for lang in ("zh", "en"):
            card, page = (
                (invented_site / lang / tail / name / "index.html").read_text("utf-8")
                for name in ("embed", "")
            )
            marks = re.findall(r'class="mark ((?:state|time)-\w+)"', card)
            assert marks == [f"state-{item['state']}", f"time-{item['timeliness']}"]
            assert re.findall(r'class="mark ((?:state|time)-\w+)"', page)[:2] == marks
            assert (item["due"] or "<dl") in card
    for plan in {item["plan"] for item in items}:
        own = [item for item in items if item["plan"] == plan]
        counts = [
            len(own),
            *(sum(i["state"] == s for i in own) for s in ("closed", "in_progress")),
            sum(i["timeliness"] == "overdue" for i in own),
        ]
        card = (invented_site / f"en/plans/{plan}/embed/index.html").read_text("utf-8")
        assert re.findall(r"<b>(\d+)</b> <span>", card) == [str(n) for n in counts]


def test_items_have_cards_only_where_the_site_says_so(tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    made: dict[bool, set[str]] = {}
    for embed in (False, True):
        overlay(content, "site.yaml", f"embed: {str(embed).lower()}\n")
        target = tmp_path / str(embed)
        build(order(content), target)
        made[embed] = set(pages_of(target, cards=True))
        frame = snippet(Page(target / "zh/plans/demo/items/01/index.html"))
        assert (frame is not None) == embed
    assert made[False] == {"zh/plans/demo/embed/", "en/plans/demo/embed/"}
    assert {"zh/plans/demo/items/01/embed/", "en/plans/demo/items/01/embed/"} <= made[True]


def test_cards_are_made_by_any_number_of_workers(tmp_path: Path, invented_site: Path) -> None:
    build(order(EVERY_STATE, jobs=1, preview=True), tmp_path / "one")
    assert (tmp_path / "one/manifest.json").read_bytes() == (invented_site / "manifest.json").read_bytes()
