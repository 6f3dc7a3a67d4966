"""只有已经销号的，才能撤销。

Only what was closed is reopened.

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

FAIL plans/demo/items/01.yaml 3:3
    closure:
      applied: 2018-09-03
      reopened:
        date: 2018-11-01
        by: bureau
        reason:
          zh: 反弹
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="reopened-open",
    zh="没有销号就撤销",
    en="reopened, though it was never closed",
    fix_zh="补上 closed，或删去 reopened",
    fix_en="add closed, or remove reopened",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for number, closure in enumerate(item.closure):
        if closure.reopened and not closure.closed:
            yield RULE.at(item.anchor.at("closure", number, "reopened", on_key=True))
