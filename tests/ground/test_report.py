"""Problems as text: place, fact, excerpt with caret, remedy; safe on a terminal; sound for programs."""

import json

from disclosure.ground.problems import Anchor, Position, Rule, Severity, sort_problems
from disclosure.ground.report import excerpt, format_problems, printable

RULE = Rule(
    id="wrong-day", zh="“{value}”不是日期", en="“{value}” is not a day", fix_zh="改", fix_en="mend it"
)
WARNING = Rule(id="odd", zh="奇", en="odd", fix_zh="看", fix_en="look", severity=Severity.WARNING)
TEXT = "title: 甲\nissued: 2018-02-30\n"


def problem(value: str = "2018-02-30"):
    return RULE.at(Anchor(file="a.yaml"), value=value).placed(Position(line=2, column=9))


def test_a_problem_as_text() -> None:
    assert format_problems([problem()], "text", "en", "content", lambda file: TEXT) == (
        "content/a.yaml:2:9: error: “2018-02-30” is not a day [wrong-day]\n"
        "    issued: 2018-02-30\n"
        "            ^\n"
        "    how to mend: mend it\n"
    )


def test_the_caret_stands_under_wide_characters() -> None:
    assert excerpt("标题: 甲乙", Position(line=1, column=6)) == ["    标题: 甲乙", "            ^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    shown, caret = excerpt("x" * 5000 + "!" + "y" * 5000, Position(line=1, column=5001))
    assert len(shown) <= 164
    assert shown[len(caret) - 1] == "!"


def test_control_characters_cannot_reach_the_terminal() -> None:
    assert printable("a\x1b[2Jb\u202ec") == "a\\u001b[2Jb\\u202ec"


def test_problems_for_github_escape_what_would_break_the_command() -> None:
    text = format_problems([problem("50%\n,:")], "github", "en", "content", lambda file: None)
    assert text.startswith("::error file=content/a.yaml,line=2,col=9,title=wrong-day::“50%25%0A,:”")


def test_problems_for_programs() -> None:
    (data,) = json.loads(format_problems([problem()], "json", "zh", "", lambda file: None))
    assert data == {
        "file": "a.yaml", "line": 2, "column": 9, "severity": "error", "rule": "wrong-day",
        "message": "“2018-02-30”不是日期", "remedy": "改",
    }  # fmt: skip


def test_problems_are_sorted_by_place_and_said_once() -> None:
    later = WARNING.at(Anchor(file="a.yaml")).placed(Position(line=9, column=1))
    assert sort_problems([later, problem(), problem()]) == [problem(), later]
