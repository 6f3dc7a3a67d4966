"""What is declared against what dates and numbers say."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from disclosure.judge.contradictions import CONTRADICTIONS, contradictions_of
from disclosure.plan.as_of import item_as_of
from disclosure.plan.model import Home, Rating, Update
from disclosure.plan.state import standing_of
from disclosure.plan.text import Text
from tests.judge.test_indicators import indicator_of
from tests.plan.test_state import LIMITS, REGISTRY, item_of

DAY = date(2018, 12, 31)
TEXTS = {rule.gives: rule.text for rule in CONTRADICTIONS}
MISSED = {
    "target": {"operator": "at_most", "value": "35", "by": "2017"},
    "values": [["2017", "39"]],
    "items": ["01"],
}


def update(number: int, day: str, reports: str, **rest: Any) -> Update:
    on = date.fromisoformat(day)
    return Update(id=f"u{number}", date=on, by="bureau", reports=reports, text=Text(zh="甲"), **rest)


RED, BLUE = (Rating(value=value, by="bureau") for value in ("red", "blue"))
CASES: list[tuple[str, dict[str, Any], list[Update], dict[str, Any] | None]] = [
    ("done_unmet", {}, [update(1, "2018-08-01", "completed")], MISSED),
    (
        "on_schedule_overdue",
        {"deadline": "2018年6月底前"},
        [update(1, "2018-08-01", "progress", pace="on_schedule")],
        None,
    ),
    ("on_schedule_red", {}, [update(1, "2018-08-01", "progress", pace="on_schedule", rating=RED)], None),
    (
        "on_schedule_red",
        {},
        [
            update(1, "2018-08-01", "progress", rating=RED),
            update(2, "2018-09-01", "progress", pace="on_schedule"),
        ],
        None,
    ),
    (
        "on_schedule_overdue",
        {"deadline": "2018年6月底前"},
        [update(1, "2018-08-01", "progress", pace="on_schedule"), update(2, "2018-09-01", "nothing_new")],
        None,
    ),
    (
        "applied_undeclared",
        {"closure": {"applied": "2018-08-01"}},
        [update(1, "2018-07-20", "progress")],
        None,
    ),
    ("blue_not_done", {}, [update(1, "2018-08-01", "progress", rating=BLUE)], None),
    ("done_went_on", {}, [update(1, "2018-08-01", "completed"), update(2, "2018-09-01", "progress")], None),
]


@pytest.mark.parametrize(("name", "case", "updates", "indicator"), CASES, ids=[c[0] for c in CASES])
def test_a_contradiction_is_seen(
    name: str, case: dict[str, Any], updates: list[Update], indicator: dict[str, Any] | None
) -> None:
    assert REGISTRY is not None
    item = replace(item_of(case), updates=tuple(updates))
    folder = REGISTRY.plans[0]
    if indicator:
        folder = replace(
            folder, indicators=(replace(indicator_of(indicator), home=Home(file="x", plan="demo", id="x")),)
        )
    registry = replace(REGISTRY, as_of=DAY, plans=(folder,))
    known = item_as_of(item, DAY)
    assert contradictions_of(known, standing_of(known, DAY, LIMITS), registry) == (TEXTS[name],)


def test_a_closed_item_with_a_measure_left_open_is_seen() -> None:
    assert REGISTRY is not None
    item = item_of({"done": "2018-08-01", "closure": {"accepted": "2018-09-01", "closed": "2018-09-20"}})
    both = replace(item, measures=(*item.measures, replace(item.measures[0], id="m2", done=None)))
    registry = replace(REGISTRY, as_of=DAY)
    assert contradictions_of(both, standing_of(both, DAY, LIMITS), registry) == (
        TEXTS["closed_measure_open"],
    )
    assert contradictions_of(item, standing_of(item, DAY, LIMITS), registry) == ()


def test_every_contradiction_has_a_case() -> None:
    assert {c[0] for c in CASES} | {"closed_measure_open"} == set(TEXTS)
