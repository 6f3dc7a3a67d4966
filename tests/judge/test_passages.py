"""What differs between two versions of a text, cut where a reader would cut it."""

import pytest

from disclosure.judge.passages import LONGEST, brief, passage


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("消除直排。", "基本消除直排。", ("消除直排", "基本消除直排")),
        ("建成管网4.2公里。", "建成管网5.2公里。", ("建成管网4.2公里", "建成管网5.2公里")),
        ("Build 4.2 km of sewers", "Build 5.2 km of sewers", ("Build 4.2 km", "Build 5.2 km")),
        ("", "一段\n新的", ("", "一段 新的")),
        ("一二三四五六", "一二三四五六", ("三四五六", "三四五六")),
        ("一二", "一二", ("一二", "一二")),
    ],
)
def test_the_passage_that_differs(old: str, new: str, expected: tuple[str, str]) -> None:
    assert passage(old, new) == expected


def test_what_is_long_is_cut() -> None:
    assert len(brief("长" * 500)) == LONGEST
