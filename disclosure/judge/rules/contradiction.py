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
    zh="记录自相矛盾：{what_zh}",
    en="the records contradict each other: {what_en}",
    fix_zh="核对这些记录；若都属实，网站会照实说明",
    fix_en="check the records; if all are true, the site says so",
    severity=Severity.WARNING,
)

_WORDS = {
    "done_unmet": ("已报告完成，而相关指标没有达到", "reported done, while a linked target was missed"),
    "on_schedule_overdue": ("自述达到序时进度，而已经超期", "declared on schedule, while overdue"),
    "on_schedule_red": ("自述达到序时进度，而评级为红色", "declared on schedule, while rated red"),
    "blue_not_done": ("评级为蓝色，而尚未完成", "rated blue, while not done"),
    "done_went_on": ("报告完成之后又报告仍在推进", "work reported after completion was"),
    "closed_measure_open": ("已销号，而有的措施没有注明完成", "closed, while a measure is not marked done"),
}


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    known = item_as_of(item, registry.as_of)
    standing = judge_item(known, registry)
    anchor = item.anchor.at("updates", len(known.updates) - 1) if known.updates else item.anchor.at("id")
    for name in contradictions_of(known, standing, registry):
        zh, en = _WORDS[name]
        yield RULE.at(anchor, what_zh=zh, what_en=en)
