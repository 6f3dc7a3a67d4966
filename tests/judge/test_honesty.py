"""Record honesty: what is named nowhere, what was published too late or without review."""

from pathlib import Path

import pytest

from tests.repos import Repository
from tests.trees import copy_base, overlay, problems_of


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_base(tmp_path / "content")


def found(content: Path, rule: str, **options: object) -> list[str]:
    return [p.anchor.file for p in problems_of(content, **options) if p.rule.id == rule]


def test_an_attachment_without_a_link_is_told(content: Path) -> None:
    assert found(content, "unused-attachment") == []
    overlay(content, "plans/demo/items/01.yaml", "measures: [{id: m1, text: {zh: 甲}}]\n")
    assert found(content, "unused-attachment") == ["files/a.txt"]
    overlay(content, "plans/demo/text/01-aims.zh.md", "---\ntitle: 题\n---\n见[材料](files/a.txt)\n")
    assert found(content, "unused-attachment") == []


def test_evidence_of_tomorrow_counts_as_a_link(content: Path) -> None:
    overlay(
        content,
        "plans/demo/items/01.yaml",
        "updates:\n  - {id: a, date: 2031-01-01, by: bureau, reports: progress, text: {zh: 甲}, evidence: [{file: a.txt, title: {zh: 乙}}]}\n",
    )
    assert found(content, "unused-attachment") == []


def test_while_an_item_is_broken_nothing_is_called_unused(content: Path) -> None:
    overlay(content, "plans/demo/items/01.yaml", "category: fire\n")
    assert found(content, "unused-attachment") == found(content, "unused-unit") == []


def test_an_idle_unit_is_told_until_something_names_it(content: Path) -> None:
    overlay(content, "units.yaml", "idle:\n  name: {zh: 闲}\n  kind: bureau\n")
    assert found(content, "unused-unit") == ["units.yaml"]
    overlay(content, "plans/demo/items/01.yaml", "support: [idle]\n")
    assert found(content, "unused-unit") == []


@pytest.mark.parametrize(
    ("published", "count"), [("2018-06-28", 0), ("2018-08-01", 2), ("2018-07-02", 0), ("2018-01-01", 1)]
)
def test_publication_comes_before_what_is_said_of_the_plan(content: Path, published: str, count: int) -> None:
    overlay(content, "plans/demo/plan.yaml", f"issued: 2018-06-21\npublished: {published}\n")
    overlay(
        content,
        "plans/demo/items/01.yaml",
        "updates:\n  - {id: a, date: 2018-07-05, by: bureau, reports: progress, text: {zh: 甲}}\n",
    )
    overlay(
        content, "notices/2018-07-03-a.zh.md", "---\ntitle: 题\ndate: 2018-07-03\nplan: demo\n---\n正文\n"
    )
    assert len(found(content, "published-late")) == count


WHOLE = "review: {secrecy: 已审, privacy: 已审, legal: 已审, by: 法制科, date: 2018-06-20}\n"


def test_the_record_of_review_is_asked_for_in_production_by_the_profile(content: Path) -> None:
    overlay(content, "site.yaml", "profile: gov-cn\n")
    files = ["plans/demo/items/01.yaml", "plans/demo/plan.yaml"]
    assert found(content, "review-missing") == []
    assert sorted(found(content, "review-missing", production=True)) == files
    for file in files:
        overlay(content, file, WHOLE.replace("legal: 已审, ", ""))
    problems = [p for p in problems_of(content, production=True) if p.rule.id == "review-missing"]
    assert [dict(p.facts)["missing"] for p in problems] == ["legal", "legal"]
    for file in files:
        overlay(content, file, WHOLE)
    assert found(content, "review-missing", production=True) == []
    overlay(content, "site.yaml", "profile: plain\n")
    overlay(content, files[0], "review: {by: 甲}\n")
    assert found(content, "review-missing", production=True) == []


def test_a_plan_was_not_published_after_it_stood_here(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository")
    repository.swap(
        "plans/demo/plan.yaml", "issued: 2018-06-21\n", "issued: 2018-06-21\npublished: 2018-08-01\n"
    )
    repository.write("site.yaml", "as_of: 2018-12-31\n")
    repository.commit("2018-07-02T12:00:00+08:00")
    (problem,) = [p for p in repository.problems() if p.rule.id == "published-late"]
    assert (problem.anchor.file, problem.is_error) == ("plans/demo/plan.yaml", False)
    assert "2018-07-02" in problem.message("en")
    repository.swap("plans/demo/plan.yaml", "published: 2018-08-01", "published: 2018-06-28")
    assert "published-late" not in {p.rule.id for p in repository.problems()}
