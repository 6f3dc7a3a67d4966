"""Nothing an editor typed is lost: every field, every punctuation mark, in pages and in data."""

import json
import string
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from disclosure.pipeline import build
from disclosure.publish.conservation import Shown, letters, unmarked
from tests.trees import copy_base, order, overlay

WIDE = "，。、；：？！…—～·‘’“”（）【】《》〈〉「」『』〔〕￥％＃＆＊＋－／＜＝＞＠＼＾＿｀｛｜｝"
MARKS = string.punctuation + WIDE
FIELDS: dict[str, Callable[[str], str]] = {
    "title": lambda t: f"title: {{zh: {t}, en: {t}}}",
    "finding": lambda t: f"finding: {{zh: {t}, en: {t}}}",
    "goal": lambda t: f"goal: {{zh: {t}, en: {t}}}",
    "responsible": lambda t: f"responsible: {{zh: {t}, en: {t}}}",
    "source_number": lambda t: f"source_number: {t}",
    "origin": lambda t: f"origin: {{inspection: {{zh: {t}, en: {t}}}, batch: {t}, number: {t}}}",
    "deadline": lambda t: f"deadline: {{text: {{zh: {t}, en: {t}}}, kind: none}}",
    "measures": lambda t: f"measures: [{{id: m1, text: {{zh: {t}, en: {t}}}, evidence: [{{file: a.txt, title: {{zh: {t}, en: {t}}}}}]}}]",
    "updates": lambda t: f"updates: [{{id: a, date: 2018-07-01, by: bureau, reports: progress, text: {{zh: {t}, en: {t}}}}}]",
    "supervision": lambda t: f"supervision: [{{date: 2018-08-01, kind: order, by: bureau, text: {{zh: {t}, en: {t}}}}}]",
}  # fmt: skip


class _Text(HTMLParser):
    """What a reader of a page sees, without white space."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += "".join(data.split())


def seen(path: Path) -> str:
    parser = _Text()
    parser.feed(path.read_text("utf-8"))
    return parser.text


def item_of(number: int, typed: str) -> str:
    base = "category: water\nlead: [bureau]\n"
    fields = "\n".join(make(json.dumps(typed, ensure_ascii=False)) for make in FIELDS.values())
    return f'id: "{number:03}"\n{base}{fields}\n'


def test_every_mark_in_every_field_is_shown_or_named(tmp_path: Path) -> None:
    """One item a mark, which stands at the beginning, in the middle, doubled, and at the end of each field.
    Where the content is refused, the file is named; where it is not, every field shows every mark."""
    content, site = copy_base(tmp_path / "content"), tmp_path / "site"
    items = content / "plans/demo/items"
    typed = {
        f"{n:03}": f"{mark}甲{mark}乙{mark}{mark}丙 {mark} 丁x{mark}y{mark}"
        for n, mark in enumerate(MARKS, 100)
    }
    for ident, text in typed.items():
        (items / f"{ident}.yaml").write_text(item_of(int(ident), text), "utf-8")
    first = build(order(content), site)
    refused = {Path(p.anchor.file).stem for p in first.problems if p.is_error}
    assert {Path(p.anchor.file).parent.name for p in first.problems if p.is_error} <= {"items"}
    assert {MARKS[int(ident) - 100] for ident in refused} <= set("#*-=`|~+[>"), refused
    for ident in refused:
        (items / f"{ident}.yaml").unlink()
    second = build(order(content), site)
    assert [p for p in second.problems if p.is_error] == []
    data = json.loads((site / "data/items.json").read_text("utf-8"))["records"]
    published = {record["id"]: record for record in data}
    for ident in typed.keys() - refused:
        wanted = "".join(typed[ident].split())
        for lang in ("zh", "en"):
            text = seen(site / lang / f"plans/demo/items/{ident}/index.html")
            assert text.count(wanted) >= len(FIELDS) - 1, (ident, lang, typed[ident])
            assert "甲乙丙丁" in letters(text).replace("x", "").replace("y", ""), ident
        for field in ("title", "finding", "goal", "responsible"):
            assert published[ident][field] == {"zh": typed[ident], "en": typed[ident]}
        assert published[ident]["source_number"] == typed[ident]


def test_every_mark_in_the_body_of_a_section_is_shown_or_named(tmp_path: Path) -> None:
    content, site = copy_base(tmp_path / "content"), tmp_path / "site"
    lines = {mark: f"前{mark}甲{mark}乙{mark}{mark}丙 {mark} 丁" for mark in MARKS}
    file = "plans/demo/text/01-aims.zh.md"
    overlay(content, file, "---\ntitle: 题\n---\n" + "\n\n".join(lines.values()) + "\n")
    problems = [p for p in build(order(content), site).problems if p.is_error]
    refused = {p.anchor.position.line for p in problems if p.anchor.position and p.anchor.file == file}
    kept = [line for n, line in enumerate(lines.values()) if n * 2 + 4 not in refused]
    assert len(kept) > len(MARKS) - 8
    overlay(content, file, "---\ntitle: 题\n---\n" + "\n\n".join(kept) + "\n")
    assert [p for p in build(order(content), site).problems if p.is_error] == []
    text = seen(site / "zh/plans/demo/index.html")
    changed = [line for line in kept if "".join(line.split()) not in text]
    assert {line[1] for line in changed} <= set("`*_~\\"), changed
    assert all(letters(line) in letters(text) for line in kept)


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("**甲**乙", "<p><strong>甲</strong>乙</p>"),
        ("见[甲](https://a.cn/x)乙", '<p>见<a href="https://a.cn/x">甲</a>乙</p>'),
        ("见[[item:01]]乙[[item:01|丙]]", "<p>见<a>第一项</a>乙<a>丙</a></p>"),
        ("## 甲 {#a}\n\n1. 乙\n2. 丙", "<h2>甲</h2><ol><li>乙</li><li>丙</li></ol>"),
        ("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", "<table><tr><th>甲<th>乙<tr><td>丙<td>丁</table>"),
        ("甲[^1]\n\n[^1]: 乙", "<p>甲<sup>1</sup></p><li>乙</li>"),
        ("```text\n甲<b>\n```", "<pre>甲&lt;b&gt;</pre>"),
    ],
)
def test_marks_of_markdown_are_no_letters(markdown: str, shown: str) -> None:
    assert Shown(shown).first_lost(markdown) is None
    for letter in "甲乙丙丁":
        if letter in unmarked(markdown):
            assert Shown(shown.replace(letter, "")).first_lost(markdown) is not None


def test_what_a_template_leaves_out_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    import shutil

    from tests.trees import ROOT

    content = copy_base(tmp_path / "content")
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    page = templates / "pages/item.html"
    text = page.read_text("utf-8")
    assert "view.goal" in text
    page.write_text(text.replace("view.goal", "view.finding"), "utf-8")
    from dataclasses import replace

    result = build(replace(order(content), templates=templates), tmp_path / "site")
    lost = [p for p in result.problems if p.rule.id == "lost-text"]
    assert {p.anchor.file for p in lost} == {"plans/demo/items/01.yaml"}
    assert not (tmp_path / "site").exists()
