"""进展按日期先后排列。

Updates stand in order of date.

PASS plans/demo/items/01.yaml
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展

FAIL plans/demo/items/01.yaml 9:11
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展
      - id: b
        date: 2018-06-30
        by: bureau
        reports: progress
        text:
          zh: 更早
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="update-order",
    zh="这条进展的日期 {date} 早于上一条的 {before}",
    en="this update of {date} comes before the one above it, of {before}",
    fix_zh="按日期先后排列",
    fix_en="put them in order of date",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for number, (before, update) in enumerate(pairwise(item.updates), 1):
        if update.date < before.date:
            at = item.anchor.at("updates", number, "date")
            yield RULE.at(at, date=update.date, before=before.date)
