"""除最后一轮外，每轮销号都以撤销结束；撤销的前提是已经销号。

Each round but the last ends with a reopening, and only what was closed is reopened.

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

FAIL plans/demo/items/01.yaml 3:5
    closure:
      - applied: 2018-07-01
      - applied: 2018-08-01
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="closure-rounds",
    zh="上一轮销号没有撤销，不能再有一轮",
    en="a further round of closure, though the one before was not reopened",
    fix_zh="给上一轮加 reopened，或合并两轮",
    fix_en="add reopened to the round before, or join the two",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for number, _closure in enumerate(item.closure):
        at = item.anchor.at("closure", number)
        if number and not item.closure[number - 1].reopened:
            yield RULE.at(at)
