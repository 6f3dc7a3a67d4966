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

from collections.abc import Iterator, Sequence

from ...ground.problems import Anchor, Problem, Rule, Severity
from ...plan.registry import Registry
from ..rows import ItemRow

RULE = Rule(
    id="contradiction",
    zh="记录互相矛盾：{what_zh}",
    en="the records disagree: {what_en}",
    fix_zh="核对这些记录；若都属实，网站会照实说明",
    fix_en="check the records; if all are true, the site says so",
    severity=Severity.WARNING,
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    """Each is reported at the last report of its item, which is the first to look at."""
    for row in rows:
        reports = sum(1 for event in row.events if event.kind == "update")
        anchor = (
            Anchor(file=row.file).at("updates", reports - 1) if reports else Anchor(file=row.file).at("id")
        )
        for text in row.contradictions:
            yield RULE.at(anchor, what_zh=text.zh, what_en=text.in_("en"))
