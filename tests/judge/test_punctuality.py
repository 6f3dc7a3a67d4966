"""On time, late, missed or not owed: per unit and period, by the days of the reports."""

from datetime import date
from typing import Any

import pytest

from disclosure.judge.punctuality import punctuality_of
from disclosure.judge.rows import row_of
from disclosure.plan.as_of import item_as_of
from disclosure.plan.model import Home, Plan
from disclosure.plan.state import standing_of
from disclosure.read.schema import decode
from tests.plan.test_state import LIMITS, REGISTRY, item_of

PLAN: dict[str, Any] = {
    "title": {"zh": "甲"},
    "issuers": ["bureau"],
    "issued": "2018-06-21",
    "validity": "in_force",
    "inspection": {"name": {"zh": "甲"}, "level": "other"},
    "list_complete": "true",
    "report_every": "quarter",
}


def plan_of(**change: str) -> Plan:
    outcome = decode(Plan, PLAN | change, Home(file="plan.yaml", plan="demo"))
    assert outcome.value is not None
    return outcome.value


def found(case: dict[str, Any], day: str, **plan: str) -> dict[str, str]:
    when = date.fromisoformat(day)
    item = item_as_of(item_of(case), when)
    row = row_of(item, standing_of(item, when, LIMITS), REGISTRY, item)
    return {line.period.text: line.promptness for line in punctuality_of(plan_of(**plan), [row], when)}


@pytest.mark.parametrize(
    ("updates", "day", "expected"),
    [
        ([], "2018-06-30", {}),
        ([], "2018-07-01", {"2018-Q2": "awaited"}),
        ([], "2018-07-15", {"2018-Q2": "awaited"}),
        ([], "2018-07-16", {"2018-Q2": "missed"}),
        ([["2018-06-25", "started"]], "2018-07-01", {"2018-Q2": "on_time"}),
        ([["2018-06-25", "nothing_new"]], "2018-12-31", {"2018-Q2": "on_time", "2018-Q3": "missed"}),
        ([["2018-09-30", "progress"]], "2018-12-31", {"2018-Q2": "missed", "2018-Q3": "on_time"}),
    ],
)
def test_periods_run_from_issue_to_the_last_that_ended(
    updates: list[list[str]], day: str, expected: dict[str, str]
) -> None:
    assert found({"updates": updates}, day) == expected


def test_a_report_within_the_days_allowed_is_on_time_and_a_later_one_late() -> None:
    case = {"updates": [["2018-10-15", "progress"]]}
    item = item_of(case)
    named = item.updates[0].__class__
    for day, promptness in (("2018-10-15", "on_time"), ("2018-10-16", "late")):
        data = {
            "id": "a",
            "date": day,
            "by": "bureau",
            "period": "2018-Q3",
            "reports": "progress",
            "text": {"zh": "甲"},
        }
        update = decode(named, data, Home(file="a")).value
        when = date(2018, 12, 31)
        changed = item.__class__(**{f: getattr(item, f) for f in item.__slots__} | {"updates": (update,)})
        row = row_of(changed, standing_of(changed, when, LIMITS), REGISTRY, changed)
        lines = punctuality_of(plan_of(), [row], when)
        assert {x.period.text: x.promptness for x in lines}["2018-Q3"] == promptness


def test_nothing_is_owed_for_a_period_that_began_after_closure() -> None:
    case = {
        "updates": [["2018-06-25", "completed"]],
        "closure": {"accepted": "2018-07-01", "closed": "2018-08-01"},
    }
    assert found(case, "2019-06-30") == {
        "2018-Q2": "on_time", "2018-Q3": "missed", "2018-Q4": "not_owed", "2019-Q1": "not_owed",
    }  # fmt: skip


def test_reopening_brings_the_duty_back() -> None:
    closure = {"accepted": "2018-07-01", "closed": "2018-08-01", "reopened": "2018-11-01"}
    assert found({"updates": [], "closure": closure}, "2019-06-30")["2019-Q1"] == "missed"


def test_the_rhythm_is_the_plans() -> None:
    assert list(found({}, "2018-09-15", report_every="month")) == ["2018-06", "2018-07", "2018-08"]
    assert list(found({}, "2019-01-01", report_every="half_year")) == ["2018-H1", "2018-H2"]
