"""How indicators stand: every operator and rule, by a table."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure.judge.indicators import RULES, STANDINGS, judge_indicator
from disclosure.plan.as_of import is_known
from disclosure.plan.indicator_model import Indicator
from disclosure.plan.model import Home
from disclosure.read.schema import decode

TABLE = yaml.load((Path(__file__).parent / "indicators.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
CLASSES = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"]


def indicator_of(case: dict[str, Any]) -> Indicator:
    data = {k: v for k, v in case.items() if k not in ("rule", "day", "values", "baseline")}
    data |= {"name": {"zh": "甲"}, "unit": {"zh": "吨"}}
    data["values"] = [{"period": period, "value": value} for period, value in case.get("values", [])]
    if case.get("type") == "class":
        data["classes"] = CLASSES
    if "baseline" in case:
        data["baseline"] = dict(zip(("period", "value"), case["baseline"], strict=True))
    outcome = decode(Indicator, data, Home(file="a.yaml", plan="p", id="a"))
    assert outcome.value is not None, outcome.problems
    return outcome.value


@pytest.mark.parametrize("case", TABLE, ids=lambda c: f"{c['rule']}-{c['target']['operator']}")
def test_a_case_of_the_table(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["day"])
    indicator = indicator_of(case)
    known = replace(indicator, values=tuple(v for v in indicator.values if is_known(v, day)))
    assert judge_indicator(known, day).rule.id == case["rule"]


def test_every_rule_and_standing_has_a_case() -> None:
    assert {case["rule"] for case in TABLE} == {rule.id for rule in RULES}
    assert {rule.gives for rule in RULES} == set(STANDINGS)


@pytest.mark.parametrize(
    ("values", "is_late"),
    [([["2020", "34"]], False), ([["2019", "40"], ["2022", "30"]], True), ([["2020", "40"]], False)],
)
def test_a_target_met_after_its_day_says_so(values: list[list[str]], is_late: bool) -> None:
    case = {"target": {"operator": "at_most", "value": "35", "by": "2020"}, "values": values}
    assert judge_indicator(indicator_of(case), date(2023, 1, 1)).is_late == is_late
