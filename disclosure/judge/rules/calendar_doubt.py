"""content/calendar/ 的节假日与 chinesecalendar 软件包的记载不一致，应当核对（只在 check 时提示）。

The holidays of content/calendar/ differ from those that the package chinesecalendar knows, and should
be checked (a remark of `check` only).

PASS calendar/2018.yaml
    holidays: [2018-01-01, 2018-02-15, 2018-02-16, 2018-02-19, 2018-02-20, 2018-02-21, 2018-04-05, 2018-04-06, 2018-04-30, 2018-05-01, 2018-06-18, 2018-09-24, 2018-10-01, 2018-10-02, 2018-10-03, 2018-10-04, 2018-10-05, 2018-12-31]
    workdays: [2018-02-11, 2018-02-24, 2018-04-08, 2018-04-28, 2018-09-29, 2018-09-30, 2018-12-29]

FAIL calendar/2018.yaml 1:1
    holidays: [2018-01-02]
    workdays: []
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import chinese_calendar

from ...ground.problems import Anchor, Problem, Rule, Severity
from ...plan.registry import Registry
from ...plan.workdays import is_workday

RULE = Rule(
    id="calendar-doubt",
    zh="{day} 在这里是{here_zh}，chinesecalendar 记为{there_zh}",
    en="{day} is {here_en} here, and {there_en} by chinesecalendar",
    fix_zh="核对国务院办公厅当年的放假通知；若这里无误，可以不理会",
    fix_en="check the State Council's notice on the holidays of that year; if this file is right, let it stand",
    severity=Severity.WARNING,
)
_WORDS = {True: ("工作日", "a working day"), False: ("休息日", "a day off")}


def check(registry: Registry) -> Iterator[Problem]:
    """The first day of each year on which the two disagree; years that the package does not know are
    left alone."""
    for year in registry.calendars:
        day = _first_doubt(year, registry)
        if day:
            here = is_workday(day, registry.calendars)
            (here_zh, here_en), (there_zh, there_en) = _WORDS[here], _WORDS[not here]
            anchor = Anchor(file=f"calendar/{year}.yaml")
            words = {"here_zh": here_zh, "here_en": here_en, "there_zh": there_zh, "there_en": there_en}
            yield RULE.at(anchor, day=day, **words)


def _first_doubt(year: int, registry: Registry) -> date | None:
    day = date(year, 1, 1)
    try:
        while day.year == year:
            if is_workday(day, registry.calendars) != chinese_calendar.is_workday(day):
                return day
            day += timedelta(days=1)
    except NotImplementedError:  # a year that the package does not know
        return None
    return None
