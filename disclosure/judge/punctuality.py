"""Silence is data: whether each unit reported on time, late or not at all, period by period.

Calendar periods run from that of the plan's publication (else its issue) to the last that ended
before the day. A unit owes one report for each period in which it led an item not closed when the
period began. On time is what is dated by the last day of the period plus the days allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..plan.model import Plan
from ..plan.periods import Period, period_of, periods_between
from .rows import ItemRow

Promptness = Literal["on_time", "late", "missed", "not_owed"]
PROMPTNESS: tuple[Promptness, ...] = ("on_time", "late", "missed", "not_owed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Punctuality:
    """A unit's promptness for one period. `reported_on` is the day of the first report for it."""

    plan: str
    unit: str
    period: Period
    promptness: Promptness
    reported_on: date | None


def punctuality_of(plan: Plan, rows: Iterable[ItemRow], day: date) -> tuple[Punctuality, ...]:
    """Every lead unit's promptness in every period that has ended, units in the order of their ids."""
    own = [row for row in rows if row.plan == plan.id]
    periods = periods_between(plan.published or plan.issued, day, plan.report_every)
    units = sorted({unit for row in own for unit in row.lead})
    return tuple(_judge(plan, unit, period, own) for unit in units for period in periods)


def _judge(plan: Plan, unit: str, period: Period, rows: Sequence[ItemRow]) -> Punctuality:
    owed = any(unit in row.lead and _is_open(row, period.first) for row in rows)
    days = sorted(
        e.day
        for row in rows
        for e in row.events
        if e.kind == "update" and e.by == unit and _answers(plan, e.day, e.period, period)
    )
    reported = days[0] if days else None
    limit = period.last + timedelta(days=plan.report_within_days)
    promptness: Promptness = "missed"
    if not owed and reported is None:
        promptness = "not_owed"
    elif reported is not None:
        promptness = "on_time" if reported <= limit else "late"
    return Punctuality(plan=plan.id, unit=unit, period=period, promptness=promptness, reported_on=reported)


def _answers(plan: Plan, day: date, period: Period | None, wanted: Period) -> bool:
    """Whether a report answers a period: the one it names, else that of its day."""
    answered = period or period_of(day, plan.report_every)
    return answered.first <= wanted.last and wanted.first <= answered.last


def _is_open(row: ItemRow, day: date) -> bool:
    """Whether an item was not closed when a period began."""
    is_closed = False
    for closure in row.closure:
        if closure.closed and closure.closed.date < day:
            is_closed = True
        if closure.reopened and closure.reopened.date <= day:
            is_closed = False
    return not is_closed
