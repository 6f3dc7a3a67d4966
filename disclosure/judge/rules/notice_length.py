"""公示期的天数（首尾都算）不少于写明的天数；工作日按判定方法页所列的放假和调休计算。

A notice has at least the days that it states, both ends included; working days are counted by
the holidays and make-up days on the method page.

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

FAIL plans/demo/items/01.yaml 13:13
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
        length: 6
      closed:
        date: 2018-09-20
        by: bureau
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ...plan.workdays import count_days, missing_years

RULE = Rule(
    id="notice-length",
    zh="公示写明 {length} {unit_zh}，{first} 至 {last} 只有 {counted}",
    en="the notice states {length} {unit_en}, but {first} to {last} has {counted}",
    fix_zh="延长公示期或改正 length；节假日按 content/calendar/ 计算",
    fix_en="lengthen the notice or correct length; holidays are those of content/calendar/",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for number, closure in enumerate(item.closure):
        notice = closure.notice
        if notice is None or notice.from_ > notice.to:
            continue
        if notice.unit == "working_days" and missing_years(notice.from_, notice.to, registry.calendars):
            continue
        counted = count_days(notice.from_, notice.to, notice.unit, registry.calendars)
        if notice.length > counted:
            zh, en = _UNITS[notice.unit]
            facts = {"length": notice.length, "first": notice.from_, "last": notice.to, "counted": counted}
            yield RULE.at(
                item.anchor.at("closure", number, "notice", "length"), **facts, unit_zh=zh, unit_en=en
            )


_UNITS = {"working_days": ("个工作日", "working days"), "calendar_days": ("个自然日", "calendar days")}
