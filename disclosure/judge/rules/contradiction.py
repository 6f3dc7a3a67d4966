"""记录之间不要自相矛盾：例如已经超期却自述“达到序时进度”。两条记录都会公开，并向读者说明。

Records should not contradict each other, as when a unit declares itself on schedule while the item is
overdue. Both are published, and the reader is told.

PASS plans/demo/items/01.yaml
    deadline: 2018年底前
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        pace: on_schedule
        text:
          zh: 进展

FAIL plans/demo/items/01.yaml 3:5
    deadline: 2018年6月底前
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        pace: on_schedule
        text:
          zh: 进展
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule, Severity
from ...plan.as_of import item_as_of
from ...plan.model import Item
from ...plan.registry import Registry
from ..contradictions import contradictions_of
from ..rows import judge_item

RULE = Rule(
    id="contradiction",
    zh="记录互相矛盾：{what_zh}",
    en="the records disagree: {what_en}",
    fix_zh="核对这些记录；若都属实，网站会照实说明",
    fix_en="check the records; if all are true, the site says so",
    severity=Severity.WARNING,
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    known = item_as_of(item, registry.as_of)
    standing = judge_item(known, registry)
    anchor = item.anchor.at("updates", len(known.updates) - 1) if known.updates else item.anchor.at("id")
    for text in contradictions_of(known, standing, registry):
        yield RULE.at(anchor, what_zh=text.zh, what_en=text.in_("en"))
