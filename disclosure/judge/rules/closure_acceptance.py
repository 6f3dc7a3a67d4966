"""销号之前必须有验收记录。

A closure has an acceptance before it.

PASS plans/demo/items/01.yaml
    closure:
      applied: 2018-09-03
      accepted:
        date: 2018-09-10
        by: bureau
        evidence:
          - file: a.txt
            title:
              zh: 意见
      notice:
        from: 2018-09-12
        to: 2018-09-18
        length: 5
      closed:
        date: 2018-09-20
        by: bureau

FAIL plans/demo/items/01.yaml 2:3
    closure:
      closed:
        date: 2018-09-20
        by: bureau
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="closure-acceptance",
    zh="没有验收就销号",
    en="closed without acceptance",
    fix_zh="补上 accepted，或删去 closed",
    fix_en="add accepted, or remove closed",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for number, closure in enumerate(item.closure):
        if closure.closed and not closure.accepted:
            yield RULE.at(item.anchor.at("closure", number, "closed", on_key=True))
