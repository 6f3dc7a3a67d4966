"""有异议时要写明处理情况。

Objections want a note on how they were handled.

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

FAIL plans/demo/items/01.yaml 14:17
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
        objections: 2
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
    id="objections-handling",
    zh="公示收到异议 {count} 件，没有写处理情况",
    en="{count} objections, and not a word on how they were handled",
    fix_zh="在 notice 下加 handling",
    fix_en="add handling under notice",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for number, closure in enumerate(item.closure):
        notice = closure.notice
        if notice and notice.objections and not notice.handling:
            at = item.anchor.at("closure", number, "notice", "objections")
            yield RULE.at(at, count=notice.objections)
