"""What those who work on the site are shown: the checklist, SARIF, the pages of problems and rules."""

import json
from html.parser import HTMLParser
from pathlib import Path

from disclosure.checking import MOST_LISTED, checklist
from disclosure.explain import rule_modules
from disclosure.ground.problems import Anchor, Position, Problem
from disclosure.ground.report import format_problems
from disclosure.guard.private import hide
from disclosure.guard.rules import mobile_number, unlisted_link
from disclosure.read.rules import wrong_word
from disclosure.workbench import rule_entries, workbench_pages
from tests.trees import ROOT, copy_base, overlay, problems_of


def problem(number: int, is_error: bool = True) -> Problem:
    at = Anchor(file=f"items/{number:02}.yaml")
    case = (
        mobile_number.RULE.at(at, masked="138****8000")
        if is_error
        else unlisted_link.RULE.at(at, host="a.cn")
    )
    return case.placed(Position(line=number, column=3))


def test_the_checklist_gives_errors_first_each_with_its_place_and_remedy() -> None:
    lines = checklist([problem(1, is_error=False), problem(2)], "en").splitlines()
    assert lines[0] == "Checklist, errors first:"
    assert lines[1].startswith("  [error] items/02.yaml:2:3: remove it, or mask it as “138****8000”")
    assert lines[2].startswith("  [warning] items/01.yaml:1:3: check the address")
    assert checklist([], "en") == ""


def test_the_checklist_stays_short() -> None:
    many = checklist([problem(n) for n in range(1, 99)], "zh").splitlines()
    assert len(many) == 5
    assert many[-1] == "  另有 95 条，见上"
    assert len(checklist([problem(n) for n in range(1, 3)], "zh").splitlines()) == 3 < MOST_LISTED


def test_sarif_names_rule_place_and_message() -> None:
    data = json.loads(format_problems([problem(2)], "sarif", "en", "content", lambda file: "", hide))
    run = data["runs"][0]
    assert data["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"][0]["id"] == run["results"][0]["ruleId"] == "mobile-number"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "content/items/02.yaml"},
        "region": {"startLine": 2, "startColumn": 3},
    }


def test_no_form_of_message_shows_what_it_reports(tmp_path: Path) -> None:
    """Neither the problem itself, nor the excerpt of another, nor the value that another names."""
    content = copy_base(tmp_path / "content")
    overlay(
        content,
        "plans/demo/items/01.yaml",
        "category: 13800138000\ngoal:\n  zh: 举报人张建国电话１３８００１３８０００\n",
    )
    (content / "files" / "张三13800138001.txt").write_text("身份证330702199003072914", "utf-8")
    problems = problems_of(content)
    assert {"mobile-number", "wrong-word", "unmasked-name", "resident-id"} <= {p.rule.id for p in problems}
    assert wrong_word.RULE in {p.rule for p in problems}
    for form in ("text", "github", "json", "sarif"):
        for lang in ("zh", "en"):
            text = format_problems(
                problems, form, lang, "content", lambda f: (content / f).read_text("utf-8"), hide
            )
            assert not any(
                part in text
                for part in (
                    "13800138000",
                    "１３８００１３８０００",
                    "张建国",
                    "13800138001",
                    "330702199003072914",
                )
            )
            assert "13800138" not in checklist(problems, lang)


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []


def test_every_rule_has_its_place_on_the_page_and_every_problem_leads_there() -> None:
    pages = workbench_pages(ROOT / "templates", [problem(2)])
    for lang in ("zh", "en"):
        rules, check = _Texts(), _Texts()
        rules.feed(pages[f"{lang}/rules/index.html"].decode())
        check.feed(pages[f"{lang}/check/index.html"].decode())
        assert rules.ids == sorted(rule_modules())
        assert check.links == ["../rules/", "../rules/#mobile-number"]


def test_the_words_of_a_rule_are_those_of_its_docstring() -> None:
    entry = next(e for e in rule_entries("en") if e.id == "mobile-number")
    assert entry.says.startswith("No mobile number is published")
    assert [e.passes for e in entry.examples] == [True, False]
    assert entry.examples[1].text == "goal:\n  zh: 电话１３８ 0013 8000。"


def test_the_words_of_a_rule_hold_no_gaps_of_a_program() -> None:
    for lang in ("zh", "en"):
        for entry in rule_entries(lang):
            assert "{masked}" not in entry.remedy
    (anchor,) = [entry for entry in rule_entries("en") if entry.id == "heading-anchor"]
    assert "{#air}" in anchor.remedy
