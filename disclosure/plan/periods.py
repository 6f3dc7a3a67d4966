"""Days and periods, in the one form each that the content contract allows.

Shapes: `2018-06-21` (day), `2018-02` (month), `2018-Q3` (quarter), `2018-H1` (half), `2020` (year).
Nothing here knows deadlines or words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PeriodKind = Literal["day", "month", "quarter", "half", "year"]
Rhythm = Literal["month", "quarter", "half_year", "year"]
FIRST_YEAR, LAST_YEAR = 1949, 2200

_FORM = re.compile(
    r"(?P<year>[0-9]{4})(-(Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?))?\Z"
)
_MONTHS: dict[Rhythm, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """A span of whole days, both ends included. `text` is as typed."""

    text: str
    kind: PeriodKind
    first: date
    last: date


def _span(year: int, first_month: int, months: int) -> tuple[date, date]:
    last_month = first_month + months - 1
    return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])


def parse_period(text: str) -> Period:
    """A period from its text; ValueError with a short reason when it has another form."""
    m = _FORM.match(text)
    if not m:
        raise ValueError("not of the form 2018-06-21, 2018-06, 2018-Q2, 2018-H1 or 2018")
    year = int(m["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"not a year from {FIRST_YEAR} to {LAST_YEAR}")
    if m["day"]:
        day = _existing(year, int(m["month"]), int(m["day"]))
        return Period(text=text, kind="day", first=day, last=day)
    if m["month"]:
        month = _existing(year, int(m["month"]), 1).month
        first, last = _span(year, month, 1)
        return Period(text=text, kind="month", first=first, last=last)
    if m["quarter"]:
        first, last = _span(year, 3 * int(m["quarter"]) - 2, 3)
        return Period(text=text, kind="quarter", first=first, last=last)
    if m["half"]:
        first, last = _span(year, 6 * int(m["half"]) - 5, 6)
        return Period(text=text, kind="half", first=first, last=last)
    return Period(text=text, kind="year", first=date(year, 1, 1), last=date(year, 12, 31))


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("there is no such day") from None


def parse_day(text: str) -> date:
    """A day from its text; ValueError with a short reason otherwise."""
    period = parse_period(text)
    if period.kind != "day":
        raise ValueError("not of the form 2018-06-21")
    return period.first


def period_of(day: date, every: Rhythm) -> Period:
    """The calendar period of the rhythm that holds `day`."""
    months = _MONTHS[every]
    number = (day.month - 1) // months
    tail = {
        "month": f"-{day.month:02}",
        "quarter": f"-Q{number + 1}",
        "half_year": f"-H{number + 1}",
        "year": "",
    }
    return parse_period(f"{day.year}{tail[every]}")


def periods_between(first: date, before: date, every: Rhythm) -> tuple[Period, ...]:
    """The calendar periods from the one that holds `first` to the last that ended before `before`."""
    periods: list[Period] = []
    period = period_of(first, every)
    while period.last < before:
        periods.append(period)
        period = period_of(period.last + timedelta(days=1), every)
    return tuple(periods)
