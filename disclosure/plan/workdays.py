"""Periods counted in working days, by the public holidays of `content/calendar/`.

Weekdays are working days unless they are holidays; weekend days are off unless they are worked
instead. A year without a calendar is an error of its own and is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .values import DayUnit

SATURDAY = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Calendar:
    """A year: `holidays` are weekdays off, `workdays` weekend days worked instead."""

    year: int
    holidays: frozenset[date]
    workdays: frozenset[date]


class CalendarMissing(LookupError):
    """A year is needed of which there is no calendar. `year` says which."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no calendar of {year}")
        self.year = year


def is_workday(day: date, calendars: Mapping[int, Calendar]) -> bool:
    """Whether people work on `day`; CalendarMissing where its year is not known."""
    calendar = calendars.get(day.year)
    if calendar is None:
        raise CalendarMissing(day.year)
    if day.weekday() >= SATURDAY:
        return day in calendar.workdays
    return day not in calendar.holidays


def days_of(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included; none where `last` lies before `first`."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def count_days(first: date, last: date, unit: DayUnit, calendars: Mapping[int, Calendar]) -> int:
    """How many days of the unit the period has, both ends included; CalendarMissing for working days
    of a year without a calendar."""
    if unit == "calendar_days":
        return max(0, (last - first).days + 1)
    return sum(is_workday(day, calendars) for day in days_of(first, last))


def missing_years(first: date, last: date, calendars: Mapping[int, Calendar]) -> tuple[int, ...]:
    """The years that the period touches and of which there is no calendar."""
    return tuple(year for year in range(first.year, last.year + 1) if year not in calendars)
