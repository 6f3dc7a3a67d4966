"""What is wrong with a rendered page is told at its place in the content, else at the page itself."""

from pathlib import Path

import pytest

from disclosure.ground.problems import Position
from disclosure.pipeline import build
from disclosure.publish.origins import locate
from disclosure.publish.rules import dead_anchor, dead_link, doubled_anchor, doubled_path
from tests.trees import BASE, copy_base, order

HEAD = "---\ntitle: 甲\n---\n"


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("pages/t.zh.md", "第一行\n\n字[下](#nope)\n", {("pages/t.zh.md", 6, 2, "unknown-anchor")}),
        ("pages/t.zh.md", "## 甲 {#main}\n", {("pages/t.zh.md", 4, 1, "taken-anchor")}),
        (
            "plans/demo/text/main.zh.md",
            "字\n",
            {("plans/demo/text/main.zh.md", 1, 1, "taken-anchor")},
        ),
    ],
)
def test_a_fault_of_the_text_is_told_at_its_place(
    tmp_path: Path, file: str, text: str, found: set[tuple[str, int | None, int | None, str]]
) -> None:
    content = copy_base(tmp_path / "content")
    (content / file).parent.mkdir(parents=True, exist_ok=True)
    (content / file).write_text(HEAD + text, "utf-8")
    result = build(order(content), tmp_path / "site")
    places = {
        (p.anchor.file, p.anchor.position and p.anchor.position.line, p.anchor.position and p.anchor.position.column,
         p.rule.id)
        for p in result.problems if p.is_error
    }  # fmt: skip
    assert places == found
    assert not (tmp_path / "site").exists()


def test_what_the_first_gate_does_not_see_is_found_in_the_text() -> None:
    """A link and a heading that only the rendered page shows to be wrong."""
    from disclosure.ground.problems import Anchor
    from disclosure.read.layout import discover

    page, file = "zh/plans/demo/index.html", "plans/demo/text/01-aims.zh.md"
    problems = [
        dead_anchor.RULE.at(Anchor(file=page), link="#nope", page=page),
        doubled_anchor.RULE.at(Anchor(file=page), name="a", page=page),
    ]
    text = {file: HEAD + "字[下](#nope)\n\n## 甲 {#a}\n"}
    found = locate(problems, discover(BASE).value or (), [], text.get, Path("/site"))
    places = [(p.anchor.file, p.anchor.position) for p in found]
    assert places == [(file, Position(line=4, column=6)), (file, Position(line=6, column=7))]


def test_a_fault_of_a_template_is_told_at_its_page() -> None:
    from disclosure.ground.problems import Anchor

    problem = dead_link.RULE.at(Anchor(file="zh/t/index.html"), link="../x/", page="zh/t/index.html")
    [placed] = locate([problem], [], [], lambda file: None, Path("/somewhere/site"))
    assert placed.anchor.file == "/somewhere/site/zh/t/index.html"
    assert "zh/t/index.html" in placed.message("zh")
    assert "zh/t/index.html" in placed.message("en")


def test_an_item_is_found_by_its_id_and_a_page_by_its_language() -> None:
    from disclosure.ground.problems import Anchor
    from disclosure.read.layout import discover

    sources = discover(BASE).value or ()
    rows = build_rows()
    text = {
        "plans/demo/items/01.yaml": "a\nb [x](#y)\n",
        "plans/demo/text/01-a.en.md": "",
    }
    problems = [
        dead_anchor.RULE.at(Anchor(file="zh/plans/demo/items/01/index.html"), link="#y", page="p"),
        doubled_path.RULE.at(Anchor(file="en/plans/demo/items/01/index.html"), page="p"),
        doubled_path.RULE.at(Anchor(file="data/items.json"), page="p"),
    ]
    placed = locate(problems, sources, rows, text.get, Path("/site"))
    assert [p.anchor.file for p in placed] == ["plans/demo/items/01.yaml"] * 2 + ["/site/data/items.json"]
    twin = dead_anchor.RULE.at(Anchor(file="en/plans/demo/items/01/index.html"), link="#y", page="q")
    assert locate([twin, *problems], sources, rows, text.get, Path("/site")) == placed
    assert placed[0].anchor.position and placed[0].anchor.position.line == 2


def build_rows() -> list:  # type: ignore[type-arg]
    from disclosure.pipeline import check

    return check(order(BASE)).rows
