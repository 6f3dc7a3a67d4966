"""进展由本条目的责任、配合、督导、验收单位报告，或由它们的上级、下级报告。

Updates come from the lead, supporting, supervising or accepting units of an item, or from the unit
above or below one of them.

PASS plans/demo/items/01.yaml
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展

FAIL plans/demo/items/01.yaml 4:9
    updates:
      - id: a
        date: 2018-07-31
        by: stranger
        reports: progress
        text:
          zh: 进展
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule, Severity
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="stranger-update",
    zh="“{unit}”不是本条目的单位",
    en="“{unit}” is not a unit of this item",
    fix_zh="核对 by；若属实，在 support 里加上它",
    fix_en="check by; if it is right, add the unit to support",
    severity=Severity.WARNING,
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    others = [u for u in (item.supervisor, item.acceptor) if u]
    own = {*item.lead, *item.support, *others}
    units = registry.units
    near = (
        own | {units[u].parent for u in own if u in units} | {u.id for u in units.values() if u.parent in own}
    )
    for number, update in enumerate(item.updates):
        if update.by in units and update.by not in near:
            yield RULE.at(item.anchor.at("updates", number, "by"), unit=update.by)
