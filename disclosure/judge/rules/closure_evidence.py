"""验收必须附佐证材料。

An acceptance has evidence.

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
      accepted:
        date: 2018-09-10
        by: bureau
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="closure-evidence",
    zh="验收没有佐证材料",
    en="an acceptance without evidence",
    fix_zh="在 accepted 下加 evidence",
    fix_en="add evidence under accepted",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for number, closure in enumerate(item.closure):
        if closure.accepted and not closure.accepted.evidence:
            yield RULE.at(item.anchor.at("closure", number, "accepted", on_key=True))
