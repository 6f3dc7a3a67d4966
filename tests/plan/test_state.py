"""State and timeliness: every row of the table of rules, and what no row may break."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure.judge.rows import row_of
from disclosure.plan.as_of import item_as_of
from disclosure.plan.model import Home, Item
from disclosure.plan.state import STATE_RULES, STATES, TIMELINESS, TIMELINESS_RULES, Limits, standing_of
from disclosure.read.content import read_registry
from disclosure.read.layout import discover
from disclosure.read.schema import decode
from tests.trees import BASE

TABLE = yaml.load((Path(__file__).parent / "state_table.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
CASES = [
    pytest.param(axis, rule["rule"], rule["gives"], case, id=f"{rule['rule']}-{number}")
    for axis, rules in TABLE.items()
    for rule in rules
    for number, case in enumerate(rule["cases"])
]
LIMITS = Limits(quiet_after=timedelta(days=90), due_soon=timedelta(days=30), begins_on=date(2018, 6, 21))
TEXT = {"zh": "甲"}
REGISTRY = read_registry(discover(BASE).value or ()).value
assert REGISTRY is not None


def item_of(case: dict[str, Any]) -> Item:
    """An item with the records of a case, written short in the table."""
    data = yaml.load((BASE / "plans/demo/items/01.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
    data["deadline"] = case.get("deadline", "2030年底前")
    if "done" in case:
        data["measures"][0]["done"] = case["done"]
    data["updates"] = [
        {"id": f"u{n}", "date": day, "by": "bureau", "reports": reports, "text": TEXT}
        for n, (day, reports) in enumerate(case.get("updates", []))
    ]
    data["extensions"] = [
        {"from": old, "to": new, "date": day, "approved_by": "bureau", "reason": TEXT}
        for old, new, day in case.get("extensions", [])
    ]
    if "closure" in case:
        data["closure"] = closure_of(case["closure"])
    outcome = decode(Item, data, Home(file="a.yaml", plan="demo", id="01"))
    assert outcome.value is not None, outcome.problems
    return outcome.value


def closure_of(steps: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, step in steps.items():
        if name == "applied":
            made[name] = step
        elif name == "notice":
            made[name] = {"from": step[0], "to": step[1], "length": "1"}
        else:
            made[name] = {"date": step, "by": "bureau", **({"reason": TEXT} if name == "reopened" else {})}
    return made


@pytest.mark.parametrize(("axis", "rule", "gives", "case"), CASES)
def test_a_case_of_the_table(axis: str, rule: str, gives: str, case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["day"])
    item = item_as_of(item_of(case), day)
    standing = standing_of(item, day, LIMITS)
    row = row_of(item, standing, REGISTRY, item)
    if axis == "state":
        assert (standing.state_rule, standing.state, row.state) == (rule, gives, gives)
    else:
        assert (standing.timeliness_rule, standing.timeliness, row.timeliness) == (rule, gives, gives)


def test_the_table_and_the_code_have_the_same_rules_in_the_same_order() -> None:
    assert [(r["rule"], r["gives"]) for r in TABLE["state"]] == [(r.id, r.state) for r in STATE_RULES]
    assert [(r["rule"], r["gives"]) for r in TABLE["timeliness"]] == [
        (r.id, r.timeliness) for r in TIMELINESS_RULES
    ]


def test_every_state_and_timeliness_has_a_case() -> None:
    assert {r["gives"] for r in TABLE["state"]} == set(STATES)
    assert {r["gives"] for r in TABLE["timeliness"]} == set(TIMELINESS)


@pytest.mark.parametrize("case", [c.values[3] for c in CASES])
def test_time_alone_never_undoes_overdue(case: dict[str, Any]) -> None:
    """Moving the day forward without a new record never turns overdue into not due."""
    item = item_of(case)
    last = max([date.fromisoformat(case["day"]), *(u.date for u in item.updates)])
    later = [standing_of(item, last + timedelta(days=n), LIMITS).timeliness for n in range(0, 900, 45)]
    if "overdue" in later:
        assert set(later[later.index("overdue") :]) == {"overdue"}


def test_slip_is_the_distance_of_the_last_days() -> None:
    case = {"deadline": "2018年8月底前", "extensions": [["2018-08", "2018-09-10", "2018-08-20"]]}
    standing = standing_of(item_of(case), date(2018, 12, 31), LIMITS)
    assert standing.slip_days == 10
    assert standing_of(item_of({"deadline": "立行立改"}), date(2018, 12, 31), LIMITS).slip_days is None
