"""Every rule's examples hold: what is shown as right passes, what is shown as wrong fails at its place."""

import re
import textwrap
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from disclosure.explain import rule_modules
from tests.repos import Repository
from tests.trees import copy_base, overlay, problems_of

MODULES = rule_modules()
# What cannot be shown in a docstring: bytes, sizes, links, missing files, other gates.
ELSEWHERE = {
    "encoding", "too-large", "long-line", "nesting", "missing-file", "symbolic-link", "special-file", "sample-in-production",
    "identifier-missing", "review-missing", "unused-attachment", "attachment-type", "attachment-size", "attachment-locked",
    "attachment-active", "attachment-unread", "attachment-name", "attachment-collision", "photo-location", "dead-link",
    "dead-anchor", "doubled-anchor", "doubled-path", "unpaired-page", "lost-text", "unexplained-difference", "unreachable-link",
    "uncommitted", "draft-in-production", "vanished-address", "redirect-end", "translation-state",
}  # fmt: skip
# Stands in an example for a file that was taken away.
DELETED = "(deleted)\n"
Files = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Example:
    """`was` are the files that were committed before, where the rule looks at the past; `files` those
    that the example lays over them."""

    rule: str
    passes: bool
    place: tuple[int, int]
    was: Files
    files: Files


def examples(rule: str) -> list[Example]:
    """The examples of a rule's docstring: WAS what was published, PASS or FAIL the file in question, WITH
    what else stands beside it."""
    document = MODULES[rule].__doc__ or ""
    found = re.finditer(
        r"^(WAS|PASS|FAIL|WITH) (\S+)(?: (\d+):(\d+))?\n((?:    .*\n|[ \t]*\n)+)", document, re.MULTILINE
    )
    was: Files = ()
    made: list[Example] = []
    for m in found:
        file = (m[2], textwrap.dedent(m[5]).strip("\n") + "\n")
        if m[1] == "WAS":
            was = (*was, file)
        elif m[1] == "WITH":
            made[-1] = replace(made[-1], files=(*made[-1].files, file))
        else:
            place = (int(m[3] or 0), int(m[4] or 0))
            made.append(Example(rule=rule, passes=m[1] == "PASS", place=place, was=was, files=(file,)))
    return made


ALL = [example for rule in MODULES for example in examples(rule)]


@pytest.mark.parametrize("example", ALL, ids=lambda e: f"{e.rule}-{'pass' if e.passes else 'fail'}")
def test_an_example_holds(example: Example, tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    if example.was:
        repository = Repository(tmp_path)
        for file, snippet in example.was:
            overlay(content, file, snippet)
        repository.commit()
    for file, snippet in example.files:
        if snippet == DELETED:
            (content / file).unlink()
        else:
            overlay(content, file, snippet)
    problems = [p for p in problems_of(content) if p.anchor.file == example.files[0][0] or p.is_error]
    found = [
        (p.anchor.position.line, p.anchor.position.column)
        for p in problems
        if p.rule.id == example.rule and p.anchor.position and p.anchor.file == example.files[0][0]
    ]
    if example.passes:
        assert [p.rule.id for p in problems if p.is_error] == []
        assert found == []
    else:
        assert example.place in found, [(p.rule.id, p.anchor.position) for p in problems]


@pytest.mark.parametrize("rule", sorted(MODULES))
def test_a_rule_shows_both_sides(rule: str) -> None:
    sides = {example.passes for example in examples(rule)}
    assert sides == {True, False} or rule in ELSEWHERE


@pytest.mark.parametrize("rule", sorted(MODULES))
def test_a_rule_speaks_both_languages(rule: str) -> None:
    record = MODULES[rule].RULE
    assert record.id == rule == MODULES[rule].__name__.rpartition(".")[2].replace("_", "-")
    chinese, english, *_ = (MODULES[rule].__doc__ or "").strip().split("\n\n")
    assert re.search("[\u4e00-\u9fff]", chinese + record.zh + record.fix_zh)
    assert not re.search("[\u4e00-\u9fff]", english + record.en + record.fix_en)
    assert set(re.findall(r"\{(\w+)\}", record.en + record.fix_en)) - {"near_en"} == set(
        re.findall(r"\{(\w+)\}", record.en + record.fix_en)
    ) - {"near_en"}
