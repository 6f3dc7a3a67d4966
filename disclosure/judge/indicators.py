"""How an indicator stands: met, not met, on or off track, not yet due, or without data.

The rules are a list; the first that holds decides. On track means: the latest value lies on or beyond
the straight line from the baseline (else the first value) to the target, at the end of its period.
Classes and yes-or-no targets have no such line: before their day they are met or not yet due.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ..plan.indicator_model import Indicator, IndicatorValue
from ..plan.periods import Period

Standing = Literal["met", "not_met", "on_track", "off_track", "not_yet_due", "no_data"]
STANDINGS: tuple[Standing, ...] = ("met", "on_track", "not_yet_due", "off_track", "not_met", "no_data")


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorStanding:
    """The standing and the rule that gave it. `value` is what was compared with the target: the latest
    value, the sum of a cumulative indicator, None without data."""

    standing: Standing
    rule: str
    value: str | None
    period: Period | None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Facts:
    """`values` in order of their periods; `expected` is the value of the line at the latest period,
    None where there is no line."""

    indicator: Indicator
    values: tuple[IndicatorValue, ...]
    current: str | None
    expected: Decimal | None
    is_due: bool

    @property
    def reaches(self) -> bool:
        return self.current is not None and reaches(self.indicator, self.current)


def reaches(indicator: Indicator, value: str) -> bool:
    """Whether a value meets the target; both ends of a bound are included."""
    target, goal = indicator.target, indicator.target.value
    if indicator.type == "class":
        return _class_reaches(indicator, value)
    if indicator.type == "yes_no":
        return value == goal
    number = Decimal(value)
    if target.operator == "no_worse_than_baseline":
        base = Decimal(indicator.baseline.value) if indicator.baseline else number
        return number <= base if indicator.lower_is_better else number >= base
    bound = Decimal(goal or "0")
    if target.operator == "between":
        return bound <= number <= (target.upper.value if target.upper else bound)
    comparisons = {"at_most": number <= bound, "at_least": number >= bound, "exactly": number == bound}
    return comparisons[target.operator]


def _class_reaches(indicator: Indicator, value: str) -> bool:
    """Classes stand best first: `at_least` means this class or a better one."""
    goal = indicator.target.value
    if indicator.target.operator == "no_worse_than_baseline" and indicator.baseline:
        goal = indicator.baseline.value
    place, wanted = indicator.classes.index(value), indicator.classes.index(goal or value)
    if indicator.target.operator == "exactly":
        return place == wanted
    return place >= wanted if indicator.target.operator == "at_most" else place <= wanted


def _expected(indicator: Indicator, values: Sequence[IndicatorValue]) -> Decimal | None:
    """The value of the straight line at the end of the latest period."""
    target = indicator.target
    start = indicator.baseline or (values[0] if len(values) > 1 else None)
    has_line = indicator.type == "number" and target.value and target.by and not target.each_year
    if not has_line or target.operator not in ("at_most", "at_least", "exactly") or not values:
        return None
    if indicator.cumulative and target.from_:
        begins, first = target.from_.first, Decimal(0)
    elif start is not None:
        begins, first = start.period.last, Decimal(start.value)
    else:
        return None
    ends = target.by.last if target.by else begins
    span, gone = (ends - begins).days, (values[-1].period.last - begins).days
    goal = Decimal(target.value or "0")
    return goal if span <= 0 else first + (goal - first) * min(gone, span) / span


def _keeps_pace(facts: _Facts) -> bool:
    """Whether the latest value lies on the line or on its better side."""
    if facts.expected is None or facts.current is None:
        return False
    value, operator = Decimal(facts.current), facts.indicator.target.operator
    if operator == "at_most" or (operator == "exactly" and facts.indicator.lower_is_better):
        return value <= facts.expected
    return value >= facts.expected


def _missed_a_year(facts: _Facts) -> bool:
    return facts.indicator.target.each_year and any(
        not reaches(facts.indicator, v.value) for v in facts.values
    )


# (id, standing, condition): the first that holds.
RULES: tuple[tuple[str, Standing, Callable[[_Facts], bool]], ...] = (
    ("indicator-no-data", "no_data", lambda f: f.current is None),
    ("indicator-year-missed", "not_met", _missed_a_year),
    ("indicator-met", "met", lambda f: f.reaches and (f.is_due or not f.indicator.target.each_year)),
    ("indicator-years-met", "on_track", lambda f: f.indicator.target.each_year and f.reaches),
    ("indicator-not-met", "not_met", lambda f: f.is_due),
    ("indicator-on-track", "on_track", _keeps_pace),
    ("indicator-off-track", "off_track", lambda f: f.expected is not None),
    ("indicator-not-yet-due", "not_yet_due", lambda f: True),
)


def judge_indicator(indicator: Indicator, day: date) -> IndicatorStanding:
    """How an indicator, cut to the day, stands on `day`."""
    values = tuple(sorted(indicator.values, key=lambda v: v.period.last))
    if indicator.cumulative and indicator.target.from_:
        first = indicator.target.from_.first
        values = tuple(v for v in values if v.period.last >= first)
    current = values[-1].value if values else None
    if indicator.cumulative and values:
        current = str(sum((Decimal(v.value) for v in values), Decimal(0)))
    facts = _Facts(
        indicator=indicator,
        values=values,
        current=current,
        expected=_expected(indicator, values),
        is_due=indicator.target.by is not None and day > indicator.target.by.last,
    )
    rule, standing, _ = next(rule for rule in RULES if rule[2](facts))
    period = values[-1].period if values else None
    return IndicatorStanding(standing=standing, rule=rule, value=current, period=period)
