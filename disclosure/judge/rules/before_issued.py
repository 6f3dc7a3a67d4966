"""条目里的记录一般晚于方案成文日期；更早的多半是写错了年份。

Records of an item usually come after the plan was issued; an earlier one is most likely a wrong
year.

PASS plans/demo/items/01.yaml
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展

FAIL plans/demo/items/01.yaml 3:11
    updates:
      - id: a
        date: 2017-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule, Severity
from ...plan.model import Item
from ...plan.registry import Registry
from ..places import dated_places

RULE = Rule(
    id="before-issued",
    zh="日期 {day} 早于方案成文日期 {issued}",
    en="{day} lies before the plan was issued, on {issued}",
    fix_zh="核对年份",
    fix_en="check the year",
    severity=Severity.WARNING,
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    issued = registry.plan_folder(item.plan).plan.issued
    for anchor, day in dated_places(item):
        if day < issued:
            yield RULE.at(anchor, day=day, issued=issued)
