"""进展里提到的措施，要在本条目的 measures 里。

A measure that an update names is one of the item.

PASS plans/demo/items/01.yaml
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展
        measures: [m1]

FAIL plans/demo/items/01.yaml 8:16
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展
        measures: [m9]
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ...read.schema import near

RULE = Rule(
    id="unknown-measure",
    zh="本条目没有措施“{measure}”{near_zh}",
    en="this item has no measure “{measure}”{near_en}",
    fix_zh="用 measures 里的 id",
    fix_en="use an id of its measures",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    known = [m.id for m in item.measures]
    for number, update in enumerate(item.updates):
        for place, measure in enumerate(update.measures):
            if measure not in known:
                at = item.anchor.at("updates", number, "measures", place)
                yield RULE.at(at, measure=measure, **near(measure, known))
