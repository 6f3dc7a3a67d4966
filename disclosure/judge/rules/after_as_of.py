"""日期晚于“数据截至”的记录不计入。

A record dated after the as-of day is left out.

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
        date: 2031-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule, Severity
from ...plan.as_of import later_records, later_shared_records
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="after-as-of",
    zh="这条记录的日期 {day} 晚于数据截止日 {as_of}，未计入",
    en="this record of {day} lies after the as-of day {as_of} and is left out",
    fix_zh="核对日期，或等到那一天",
    fix_en="check the day, or wait for it",
    severity=Severity.WARNING,
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for anchor, day in later_records(item, registry.as_of):
        yield RULE.at(anchor, day=day, as_of=registry.as_of)


def check_shared(registry: Registry) -> Iterator[Problem]:
    """Notices, values of indicators and tombstones."""
    for anchor, day in later_shared_records(registry, registry.as_of):
        yield RULE.at(anchor, day=day, as_of=registry.as_of)
