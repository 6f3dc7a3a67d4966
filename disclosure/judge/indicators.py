"""How an indicator stands: met, not met, on or off track, not yet due, or without data.

The rules are a list; the first that holds decides. On track means: the latest value lies on or beyond
the straight line from the baseline (else the first value) to the target, at the end of its period.
Classes and yes-or-no targets have no such line: before their day they are met or not yet due.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..plan.indicator_model import Indicator, IndicatorValue
from ..plan.periods import Period
from .verdicts import Verdict, first_of, verdict

STANDINGS = ("met", "on_track", "not_yet_due", "off_track", "not_met", "no_data")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Facts:
    """`values` in order of their periods; `current` is the latest, or their sum; `decisive` is what is
    compared with the target on the day, None where nothing is; `expected` is the value of the line at the
    latest period, None where there is no line."""

    indicator: Indicator
    values: tuple[IndicatorValue, ...]
    current: str | None
    decisive: str | None
    expected: Decimal | None
    is_due: bool

    @property
    def reaches(self) -> bool:
        return self.decisive is not None and reaches(self.indicator, self.decisive)


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Path:
    """The straight line from where an indicator began to its target."""

    begins_on: date
    first: Decimal
    ends_on: date
    last: Decimal

    def at(self, day: date) -> Decimal:
        """Its height at the end of `day`; level after its end."""
        span, gone = (self.ends_on - self.begins_on).days, (day - self.begins_on).days
        return self.last if span <= 0 else self.first + (self.last - self.first) * min(gone, span) / span


def path_of(indicator: Indicator) -> Path | None:
    """The path that a numeric indicator with a dated target should keep to: from the baseline, else
    from the first of several values; None for other indicators. Values that add up begin at nought."""
    target, values = indicator.target, known_values(indicator)
    has_path = indicator.type == "number" and target.value and target.by and not target.each_year
    if not has_path or target.operator not in ("at_most", "at_least", "exactly"):
        return None
    start = indicator.baseline or (values[0] if len(values) > 1 else None)
    if indicator.cumulative and target.from_:
        begins_on, first = target.from_.first, Decimal(0)
    elif start is not None:
        begins_on, first = start.period.last, Decimal(start.value)
    else:
        return None
    ends_on = target.by.last if target.by else begins_on
    return Path(begins_on=begins_on, first=first, ends_on=ends_on, last=Decimal(target.value or "0"))


def known_values(indicator: Indicator) -> tuple[IndicatorValue, ...]:
    """The values that count, in order of their periods: of what adds up those from `target.from`, of a
    yearly duty those of its years."""
    target = indicator.target
    values = sorted(indicator.values, key=lambda v: v.period.last)
    since = target.from_ if indicator.cumulative or target.each_year else None
    until = target.by if target.each_year else None
    return tuple(
        v
        for v in values
        if (since is None or v.period.last >= since.first) and (until is None or v.period.first <= until.last)
    )


def _keeps_pace(facts: _Facts) -> bool:
    """Whether the latest value lies on the line or on its better side."""
    if facts.expected is None or facts.current is None:
        return False
    value, operator = Decimal(facts.current), facts.indicator.target.operator
    if operator == "at_most" or (operator == "exactly" and bool(facts.indicator.lower_is_better)):
        return value <= facts.expected
    return value >= facts.expected


def _missed_a_year(facts: _Facts) -> bool:
    return facts.indicator.target.each_year and any(
        not reaches(facts.indicator, v.value) for v in facts.values
    )


def _lacks_a_year(facts: _Facts) -> bool:
    """Whether a yearly duty is over and a year of it has no value."""
    target = facts.indicator.target
    if not (target.each_year and facts.is_due and target.by):
        return False
    first = target.from_ or (facts.values[0].period if facts.values else target.by)
    known = {v.period.last.year for v in facts.values}
    return not known.issuperset(range(first.first.year, target.by.last.year + 1))


RULES: tuple[Verdict[_Facts], ...] = (
    verdict(
        "indicator-no-data",
        "no_data",
        "没有数据。",
        "There is no data.",
        lambda f: f.current is None,
    ),
    verdict(
        "indicator-year-missed",
        "not_met",
        "有的年份没有达到逐年目标。",
        "One of the years did not reach the yearly target.",
        _missed_a_year,
    ),
    verdict(
        "indicator-year-unknown",
        "no_data",
        "期限已过，有的年份没有数据。",
        "The deadline has passed and a year has no data.",
        _lacks_a_year,
    ),
    verdict(
        "indicator-due-unknown",
        "no_data",
        "期限已过，没有期限当时或以后的数值。",
        "The deadline has passed, and there is no value for its time or after it.",
        lambda f: f.is_due and f.decisive is None,
    ),
    verdict(
        "indicator-met",
        "met",
        "最近的数值（累计指标为合计；期限已过的，为期限当时的数值，没有的以其后最近的为准）达到目标。",
        "The latest value reaches the target: the sum, where values add up; once the deadline has passed, "
        "the value for its time, or the latest after it.",
        lambda f: f.reaches and (f.is_due or not f.indicator.target.each_year),
    ),
    verdict(
        "indicator-years-met",
        "on_track",
        "到目前为止各年都达到目标，期限未到。",
        "Every year so far has reached the target; the last is yet to come.",
        lambda f: f.indicator.target.each_year and f.reaches,
    ),
    verdict(
        "indicator-not-met",
        "not_met",
        "期限已过，没有达到目标。",
        "The deadline has passed and the target was not reached.",
        lambda f: f.is_due,
    ),
    verdict(
        "indicator-on-track",
        "on_track",
        "期限未到，最近的数值不差于从基准值（没有基准值时为最早的数值）到目标的直线。",
        "The deadline is yet to come, and the latest value is no worse than "
        "the straight line from the baseline (else the first value) to the target.",
        _keeps_pace,
    ),
    verdict(
        "indicator-off-track",
        "off_track",
        "期限未到，最近的数值落后于从基准值（没有基准值时为最早的数值）到目标的直线。",
        "The deadline is yet to come, and the latest value lies behind "
        "the straight line from the baseline (else the first value) to the target.",
        lambda f: f.expected is not None,
    ),
    verdict(
        "indicator-not-yet-due",
        "not_yet_due",
        "期限未到，尚未达到目标，也没有可比较的直线。",
        "The deadline is yet to come, the target is not reached, and there is no line to compare with.",
        lambda f: True,
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorStanding:
    """The standing and the rule that gave it. `value` is what was compared with the target: the latest
    value, the sum of a cumulative indicator, None without data. `is_late`: met, but by no value of a
    period that began before the target's last day had passed."""

    standing: str
    rule: Verdict[_Facts]
    value: str | None
    period: Period | None
    is_late: bool


def judge_indicator(indicator: Indicator, day: date) -> IndicatorStanding:
    """How an indicator, cut to the day, stands on `day`."""
    values, path, by = known_values(indicator), path_of(indicator), indicator.target.by
    is_due = by is not None and day > by.last
    current = _current(indicator, values) if values else None
    decisive = _decisive(indicator, values) if is_due else current
    facts = _Facts(
        indicator=indicator,
        values=values,
        current=current,
        decisive=decisive,
        expected=path.at(values[-1].period.last) if path and values else None,
        is_due=is_due,
    )
    found = first_of(RULES, facts)
    return IndicatorStanding(
        standing=found.gives,
        rule=found,
        value=decisive if decisive is not None else current,
        period=_period(indicator, values, decisive),
        is_late=found.gives == "met" and is_due and not _was_in_time(indicator, values),
    )


def _decisive(indicator: Indicator, values: Sequence[IndicatorValue]) -> str | None:
    """What decides once the deadline has passed: a sum, a task or a yearly duty as it stands; else the
    value for the time of the deadline, or the latest after it; None without one."""
    if not values:
        return None
    if indicator.cumulative or indicator.type == "yes_no" or indicator.target.each_year:
        return _current(indicator, values)
    found = _at_deadline(indicator, values)
    return found.value if found else None


def _at_deadline(indicator: Indicator, values: Sequence[IndicatorValue]) -> IndicatorValue | None:
    by = indicator.target.by
    if by is None:
        return None
    then = [v for v in values if v.period.first <= by.last <= v.period.last]
    after = [v for v in values if v.period.first > by.last]
    return next(iter((*reversed(then), *reversed(after))), None)


def _period(indicator: Indicator, values: Sequence[IndicatorValue], decisive: str | None) -> Period | None:
    """The period of the value that is shown: the decisive one where it is a single value."""
    found = _at_deadline(indicator, values)
    if found and decisive == found.value and not indicator.cumulative:
        return found.period
    return values[-1].period if values else None


def _was_in_time(indicator: Indicator, values: Sequence[IndicatorValue]) -> bool:
    """Whether the values of periods that began by the target's last day reach it."""
    by = indicator.target.by
    timely = [v for v in values if by and v.period.first <= by.last]
    if indicator.cumulative:
        return bool(timely) and reaches(indicator, _current(indicator, timely))
    return any(reaches(indicator, v.value) for v in timely)


def _current(indicator: Indicator, values: Sequence[IndicatorValue]) -> str:
    """The last of the values, or their sum where they add up."""
    return str(sum(Decimal(v.value) for v in values)) if indicator.cumulative else values[-1].value
