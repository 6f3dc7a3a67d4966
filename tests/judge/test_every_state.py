"""The invented place of `tests/corpus/every-state` shows everything that can be judged."""

from pathlib import Path
from typing import Any, get_args

import pytest

from disclosure.judge.contradictions import CONTRADICTIONS
from disclosure.judge.indicators import RULES as INDICATOR_RULES
from disclosure.judge.indicators import STANDINGS, judge_indicator
from disclosure.judge.punctuality import PROMPTNESS
from disclosure.judge.report import Report, report_of
from disclosure.pipeline import Result, build
from disclosure.plan.deadlines import DeadlineKind
from disclosure.plan.indicator_model import IndicatorType, Operator
from disclosure.plan.model import Colour, SupervisionKind
from disclosure.plan.state import STATES, TIMELINESS
from tests.trees import EVERY_STATE, order, problems_of


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return build(order(EVERY_STATE), tmp_path_factory.mktemp("every-state") / "site")


@pytest.fixture(scope="module")
def report(result: Result) -> Report:
    assert result.registry is not None
    return report_of(result.registry, result.rows)


def test_nothing_in_it_is_wrong_but_the_contradictions() -> None:
    found = problems_of(EVERY_STATE)
    assert {p.rule.id for p in found} == {"contradiction"}


def test_every_state_and_timeliness_occurs(report: Report) -> None:
    assert {row.state for row in report.rows} == set(STATES)
    assert {row.timeliness for row in report.rows} == set(TIMELINESS)


def test_every_contradiction_occurs(report: Report) -> None:
    found = {text for row in report.rows for text in row.contradictions}
    assert found == {rule.text for rule in CONTRADICTIONS}


def test_every_promptness_occurs(report: Report) -> None:
    assert {line.promptness for plan in report.plans for line in plan.punctuality} == set(PROMPTNESS)


def test_every_operator_type_and_standing_occurs(report: Report, result: Result) -> None:
    assert result.registry is not None
    found = [i for plan in report.plans for i in plan.folder.indicators]
    judged = [judge_indicator(i, result.registry.as_of) for i in found]
    assert {i.target.operator for i in found} == set(get_args(Operator))
    assert {i.type for i in found} == set(get_args(IndicatorType))
    assert {j.standing for j in judged} == set(STANDINGS)
    assert {j.rule.id for j in judged} <= {rule.id for rule in INDICATOR_RULES}


def test_every_kind_of_deadline_supervision_and_rating_occurs(report: Report, result: Result) -> None:
    kinds = {line.partition('"kind":"')[2].partition('"')[0] for line in result.records["items"]}
    assert kinds == set(get_args(DeadlineKind))
    assert {s.kind for row in report.rows for s in row.supervision} == set(get_args(SupervisionKind))
    assert {row.rating.declared for row in report.rows if row.rating} == set(get_args(Colour))


def test_what_is_missing_is_said_plan_by_plan(report: Report) -> None:
    said = {plan.folder.id: (plan.last_period, len(plan.silent_units)) for plan in report.plans}
    texts = {plan: (period.text if period else None, n) for plan, (period, n) in said.items()}
    assert texts == {"yundu-2019": ("2021-H1", 0), "yundu-2021": ("2021-06", 3)}


@pytest.mark.parametrize(
    ("item", "facts"),
    [
        ("yundu-2019/01", {"state": "closed", "timeliness": "done_on_time", "is_standing": True}),
        ("yundu-2019/02", {"state": "in_progress", "timeliness": "not_due"}),
        ("yundu-2019/03", {"state": "closed", "timeliness": "done_late", "was_reopened": True}),
        ("yundu-2019/06", {"state": "in_notice", "timeliness": "done_on_time"}),
        ("yundu-2021/02", {"state": "completed", "timeliness": "overdue"}),
        ("yundu-2021/04", {"state": "closed", "timeliness": "done_on_time"}),
    ],
)
def test_an_item_stands_as_its_story_says(report: Report, item: str, facts: dict[str, Any]) -> None:
    row = next(r for r in report.rows if f"{r.plan}/{r.id}" == item)
    assert {name: getattr(row, name) for name in facts} == facts


def test_its_files_are_here() -> None:
    assert isinstance(EVERY_STATE, Path)
    assert len(list((EVERY_STATE / "plans").glob("*/items/*.yaml"))) == 18
