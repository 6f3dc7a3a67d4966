"""按工作日计算的公示期，涉及的年份都要有放假和调休安排。

Every year that a notice in working days touches has its holidays and make-up days on record.

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

FAIL plans/demo/items/01.yaml 10:3
    closure:
      applied: 2031-09-03
      accepted:
        date: 2031-09-10
        by: bureau
        evidence:
          - file: a.txt
            title:
              zh: 意见
      notice:
        from: 2031-09-12
        to: 2031-09-18
        length: 5
      closed:
        date: 2031-09-20
        by: bureau
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ...plan.workdays import missing_years

RULE = Rule(
    id="calendar-missing",
    zh="公示期涉及 {year} 年，没有这一年的日历",
    en="the notice touches {year}, of which there is no calendar",
    fix_zh="新建 content/calendar/{year}.yaml",
    fix_en="add content/calendar/{year}.yaml",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for number, closure in enumerate(item.closure):
        notice = closure.notice
        if notice and notice.unit == "working_days" and notice.from_ <= notice.to:
            for year in missing_years(notice.from_, notice.to, registry.calendars):
                yield RULE.at(item.anchor.at("closure", number, "notice", on_key=True), year=year)
