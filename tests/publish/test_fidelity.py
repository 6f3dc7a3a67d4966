"""A plan that is no restatement says what its original says, or why not, and to readers."""

from pathlib import Path

import pytest

from disclosure.pipeline import build
from disclosure.publish.fidelity import bare, sentences
from tests.trees import copy_base, order, overlay, problems_of

ORIGINAL = """示范市督察整改方案

一、总体目标
（一）到2020年底前，PM2.5平均浓度达到35微克/立方米以下；全市未完成的20台锅炉全部淘汰。
（二）严格落实责任。

附件：示范市督察整改方案

示范市环境保护局
2018年6月21日

一、生活污水直接排入河道。
责任单位：示范市环境保护局
整改时限：2018年底前
整改目标：消除直排。
整改措施：
（一）排查管网。
"""
SECTION = "---\ntitle: 总体目标\n---\n1. 到2020年底前，**PM2.5**平均浓度达到35微克/立方米以下；全市未完成的20台锅炉全部淘汰。\n2. 严格落实责任。\n"
FILE = "plans/demo/text/01-aims.zh.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = copy_base(tmp_path / "content")
    (folder / "files/original.txt").write_bytes(ORIGINAL.encode("gb18030"))
    (folder / "plans/demo/text/01-aims.en.md").unlink()
    overlay(folder, FILE, SECTION)
    overlay(folder, "plans/demo/plan.yaml", "original: {title: {zh: 原件}, file: original.txt}\n")
    return folder


def found(content: Path) -> list[tuple[str, int, str]]:
    """What differs: the file, the line, and the passage."""
    return [
        (p.anchor.file, p.anchor.position.line, dict(p.facts)["text"])
        for p in problems_of(content)
        if p.rule.id == "unexplained-difference" and p.anchor.position
    ]


def explain(content: Path, differences: str) -> None:
    overlay(
        content,
        "plans/demo/plan.yaml",
        f"original:\n  title: {{zh: 原件}}\n  file: original.txt\n  differences:\n{differences}",
    )


def test_a_faithful_text_passes_and_the_page_says_so(content: Path, tmp_path: Path) -> None:
    assert found(content) == []
    assert not build(order(content), tmp_path / "site").is_refused
    page = (tmp_path / "site/zh/plans/demo/index.html").read_text("utf-8")
    assert "逐句核对（不计标点），没有不同" in page
    assert ">原件</a>" in page


@pytest.mark.parametrize(
    ("old", "new", "theirs", "ours"),
    [
        ("35微克", "45微克", "浓度达到35微克", "45微克"),
        ("2.5", "25", "PM2.5", "PM25"),
        ("全市未完成的", "全市完成的", "全市未完成的20台", "全市完成的20台"),
        ("20台", "2台", "20台锅炉", "2台锅炉"),
    ],
)
def test_a_fact_that_differs_is_told_at_both(
    content: Path, old: str, new: str, theirs: str, ours: str
) -> None:
    overlay(content, FILE, SECTION.replace("**", "").replace(old, new))
    places = found(content)
    assert [(file, line) for file, line, _ in places] == [("plans/demo/plan.yaml", 1), (FILE, 4)]
    assert bare(theirs) in bare(places[0][2])
    assert ours in places[1][2]


def test_what_is_left_out_or_added_is_told(content: Path) -> None:
    overlay(content, FILE, SECTION.replace("2. 严格落实责任。\n", "2. 另行通知。\n"))
    assert {(file, text) for file, _, text in found(content)} == {
        ("plans/demo/plan.yaml", "严格落实责任"),
        (FILE, "另行通知"),
    }


def test_a_difference_with_its_reason_passes_and_is_shown(content: Path, tmp_path: Path) -> None:
    overlay(
        content, FILE, SECTION.replace("20台锅炉", "21台锅炉").replace("2. 严格落实责任。\n", "2. 本站注。\n")
    )
    explain(
        content,
        "    - {original: 20台锅炉, here: 21台锅炉, reason: {zh: 原件有误，已更正。, en: Corrected.}}\n"
        "    - {original: 严格……责任, reason: {zh: 略。, en: Left out.}}\n"
        "    - {here: 本站注, reason: {zh: 说明。, en: A note.}}\n",
    )
    assert found(content) == []
    assert not build(order(content), tmp_path / "site").is_refused
    for lang, reason in (("zh", "原件有误，已更正。"), ("en", "Corrected.")):
        for tail in ("plans/demo/", "plans/demo/print/"):
            page = (tmp_path / "site" / lang / tail / "index.html").read_text("utf-8")
            assert reason in page
            assert "21台锅炉" in page


def test_a_difference_that_is_none_is_told(content: Path) -> None:
    explain(
        content,
        "    - {original: 三十台锅炉, here: 四十台, reason: {zh: 甲}}\n    - {here: 丙丁, reason: {zh: 乙}}\n",
    )
    assert [(line, text) for _, line, text in found(content)] == [(5, "三十台锅炉"), (6, "丙丁")]


def test_a_restatement_and_a_paper_are_not_compared(content: Path) -> None:
    overlay(content, FILE, SECTION.replace("20台", "2台"))
    overlay(content, "plans/demo/plan.yaml", "restatement: true\n")
    assert found(content) == []


def test_what_is_compared() -> None:
    assert bare("ＰＭ２．５，１０%（试行）") == "PM2.510%试行"
    assert bare("2018-2020年 -5℃") == "2018-2020年-5°C"
    assert sentences("一、目标\n(二)乙；3. 丙。2.5吨") == ["目标", "乙", "丙", "2.5吨"]


def test_the_source_document_is_faithful_to_itself(content: Path, shared: Path) -> None:
    """The document of the first portal as the text of a plan: its list, which has no items here, is what is missing."""
    whole = (shared / "source" / "plan.zh.txt").read_text("utf-8")
    (content / "files/original.txt").write_text(whole, "utf-8")
    body = "\n\n".join(line.strip().replace("~", "\\~") for line in whole.splitlines() if line.strip())
    overlay(content, FILE, f"---\ntitle: 正文\n---\n{body}\n")
    assert [text for file, _, text in found(content) if file != FILE] == []
