"""The print edition: one whole document, its anchors its own, nothing to press."""

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from disclosure.pipeline import build
from disclosure.show.han import balanced
from disclosure.show.render import artifact_of
from tests.trees import copy_base, order

PLANS = [("site", "jinhua-2018"), ("invented_site", "yundu-2019"), ("invented_site", "yundu-2021")]
LANGS = ("zh", "en")


class Page(HTMLParser):
    """The parts of a page that tests ask for: elements of the document, its links, its text by row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.links: list[str] = []
        self.rows: list[str] = []
        self.text = ""
        self._main = self._list = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "main":
            self._main = True
        if not self._main:
            return
        self.tags[tag] += 1
        if tag == "a":
            self.links.append(found.get("href") or "")
        if tag == "table":
            self._list = "print-list" in (found.get("class") or "")
        if tag == "tr" and self._list:
            self.rows.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._main = False
        if tag == "table":
            self._list = False

    def handle_data(self, data: str) -> None:
        if self._main:
            self.text += data
            if self._list and self.rows:
                self.rows[-1] += data


def page_of(folder: Path, lang: str, plan: str) -> str:
    return (folder / lang / "plans" / plan / "print" / "index.html").read_text("utf-8")


@pytest.fixture(params=PLANS, ids=lambda p: p[1])
def edition(request: pytest.FixtureRequest) -> tuple[Path, str]:
    which, plan = request.param
    return request.getfixturevalue(which), plan


@pytest.mark.parametrize("lang", LANGS)
def test_every_item_stands_in_its_row_with_its_state(edition: tuple[Path, str], lang: str) -> None:
    folder, plan = edition
    items = json.loads((folder / "data/items.json").read_text("utf-8"))["records"]
    own = [item for item in items if item["plan"] == plan]
    rows = Page(page_of(folder, lang, plan)).rows[1:]
    assert len(rows) == len(own) > 0
    signs = {
        "not_started": "○",
        "in_progress": "◐",
        "completed": "●",
        "accepted": "◎",
        "in_notice": "◇",
        "closed": "■",
    }
    for item, row in zip(own, rows, strict=True):
        assert (item["title"].get(lang) or item["title"]["zh"]) in row
        assert f"{signs[item['state']]}\xa0" in row


@pytest.mark.parametrize("lang", LANGS)
def test_its_anchors_are_its_own(edition: tuple[Path, str], lang: str) -> None:
    folder, plan = edition
    anchors = artifact_of("zh/index.html", page_of(folder, lang, plan).encode()).anchors
    assert len(anchors) == len(set(anchors))
    assert {"print_list", "print_status", "print_contents"} <= set(anchors)


def test_an_editors_anchor_may_have_any_name(tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    names = ("list", "status", "reports", "by-lead", "overall", "print", "print-list")
    for lang in LANGS:
        text = content / f"plans/demo/text/01-aims.{lang}.md"
        text.write_text(text.read_text("utf-8") + "".join(f"\n## {n} {{#{n}}}\n" for n in names), "utf-8")
    result = build(order(content), tmp_path / "site")
    assert [p.message("en") for p in result.problems if p.is_error] == []
    anchors = artifact_of("zh/index.html", page_of(tmp_path / "site", "zh", "demo").encode()).anchors
    assert set(names) <= set(anchors)


@pytest.mark.parametrize("lang", LANGS)
def test_there_is_nothing_to_press(edition: tuple[Path, str], lang: str) -> None:
    page = Page(page_of(*edition[:1], lang, edition[1]))
    for tag in ("form", "input", "select", "button", "details", "dialog", "video", "audio", "iframe", "svg"):
        assert page.tags[tag] == 0, tag


@pytest.mark.parametrize("lang", LANGS)
def test_its_contents_lead_to_its_parts(edition: tuple[Path, str], lang: str) -> None:
    folder, plan = edition
    html = page_of(folder, lang, plan)
    contents = html.partition('class="sheet-contents"')[2].partition("</nav>")[0]
    links = re.findall(r'href="#([^"]+)"', contents)
    assert len(links) >= 3
    assert links[-2:] == ["print_list", "print_status"]
    assert all(f' id="{link}"' in html for link in links)


def test_links_between_its_sections_stay_in_it(tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    for lang in LANGS:
        text = content / f"plans/demo/text/01-aims.{lang}.md"
        text.write_text(
            text.read_text("utf-8") + "\n[[section:01-aims]] [[section:01-aims#a]]\n\n## A {#a}\n"
        )
    build(order(content), tmp_path / "site")
    assert {"#01-aims", "#a"} <= set(Page(page_of(tmp_path / "site", "zh", "demo")).links)
    plan = (tmp_path / "site/zh/plans/demo/index.html").read_text("utf-8")
    assert "../../plans/demo/#a" in Page(plan).links


@pytest.mark.parametrize("lang", LANGS)
def test_it_names_the_data_it_was_made_from(edition: tuple[Path, str], lang: str) -> None:
    folder, plan = edition
    version = json.loads((folder / "data/items.json").read_text("utf-8"))["data_version"]
    text = Page(page_of(folder, lang, plan)).text
    assert version in text
    assert text.count(version[:8]) == 2


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("整改方案", ["整改方案"]),
        ("一二三四五六", ["一二三四五六"]),
        ("一二三四五六七", ["一二三四", "五六七"]),
        ("一二三四五六七八九十甲乙丙", ["一二三四五", "六七八九", "十甲乙丙"]),
        ("一二三《五六七八九》", ["一二三《五", "六七八九》"]),
        ("一二三四《六七八》", ["一二三四", "《六七八》"]),
        ("一二三PM2.5五六", ["一二", "三PM2.5五六"]),
        ("PM2.5-VOCs", ["PM2.5", "-VOCs"]),
    ],
)
def test_a_long_title_breaks_into_even_parts(title: str, parts: list[str]) -> None:
    html = balanced(title, 6)
    assert re.findall(r">([^<]+)<", html) == parts
    assert "".join(parts) == title
