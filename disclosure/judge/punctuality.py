"""Silence is data: whether each unit reported on time, late or not at all, period by period.

Calendar periods run from that of the plan's publication (else its issue) to the last that ended
before the day. A unit owes one report for each period in which it led an item not closed when the
period began, and answers it by a report on any item that it leads, no earlier than
the period. On time is what is dated by the last day of the period plus the days allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..plan.model import Plan
from ..plan.periods import Period, period_of, periods_between
from .rows import ItemRow
from .verdicts import Verdict, first_of, verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Punctuality:
    """A unit's promptness for one period. `reported_on` is the day of the first report for it, None
    where there is none."""

    plan: str
    unit: str
    period: Period
    promptness: str
    reported_on: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Facts:
    """`limit` is the last day on which a report is on time."""

    day: date
    limit: date
    reported_on: date | None
    is_owed: bool


RULES: tuple[Verdict[_Facts], ...] = (
    verdict(
        "report-on-time",
        "on_time",
        "在期末加上允许天数之前（含当日）报告。",
        "Reported by the last day of the period plus the days allowed.",
        lambda f: f.reported_on is not None and f.reported_on <= f.limit,
    ),
    verdict(
        "report-late",
        "late",
        "在此之后才报告。",
        "Reported after that.",
        lambda f: f.reported_on is not None,
    ),
    verdict(
        "report-not-owed",
        "not_owed",
        "该期开始时，单位牵头的条目都已销号，无需报告。",
        "When the period began, every item that the unit leads was closed; no report is owed.",
        lambda f: not f.is_owed,
    ),
    verdict(
        "report-awaited",
        "awaited",
        "应报而未报，允许的天数还没有过。",
        "Owed and not reported, while the days allowed are not over.",
        lambda f: f.day <= f.limit,
    ),
    verdict(
        "report-missed",
        "missed",
        "应报而未报，允许的天数已过。",
        "Owed and not reported, and the days allowed are over.",
        lambda f: True,
    ),
)
PROMPTNESS = tuple(rule.gives for rule in RULES)


def punctuality_of(plan: Plan, rows: Iterable[ItemRow], day: date) -> tuple[Punctuality, ...]:
    """Every lead unit's promptness in every period that has ended, units in the order of their ids."""
    led: dict[str, list[ItemRow]] = {}
    reports: dict[str, list[tuple[date, Period]]] = {}
    for row in (r for r in rows if r.plan == plan.id):
        for unit in row.lead:
            led.setdefault(unit, []).append(row)
        for event in row.events:
            if event.kind == "update" and event.by in row.lead:
                answered = event.period or period_of(event.day, plan.report_every)
                reports.setdefault(event.by, []).append((event.day, answered))
    periods = periods_between(plan.published or plan.issued, day, plan.report_every)
    return tuple(
        _judge(plan, unit, period, led[unit], reports.get(unit, ()), day)
        for unit in sorted(led)
        for period in periods
    )


def _judge(
    plan: Plan,
    unit: str,
    period: Period,
    led: Sequence[ItemRow],
    reports: Sequence[tuple[date, Period]],
    day: date,
) -> Punctuality:
    answers = (on for on, answered in reports if _overlap(answered, period) and on >= period.first)
    facts = _Facts(
        day=day,
        limit=period.last + timedelta(days=plan.report_within_days),
        reported_on=min(answers, default=None),
        is_owed=any(_is_open(row, period.first) for row in led),
    )
    promptness = first_of(RULES, facts).gives
    return Punctuality(
        plan=plan.id, unit=unit, period=period, promptness=promptness, reported_on=facts.reported_on
    )


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _is_open(row: ItemRow, day: date) -> bool:
    """Whether an item was not closed when a period began."""
    is_closed = False
    for closure in row.closure:
        if closure.closed and closure.closed.date < day:
            is_closed = True
        if closure.reopened and closure.reopened.date <= day:
            is_closed = False
    return not is_closed
