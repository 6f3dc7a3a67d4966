"""Charts as geometry: where bars, marks and labels stand (lines: `disclosure.show.line_charts`).

Places along the width are per cent of it, heights are pixels, both as text with a fixed number of
digits, so that a chart fits any screen without distortion and comes out the same each time. Templates
(`templates/macros/charts.html`) draw what stands here and calculate nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

ENDS = (Decimal(3), Decimal(97))  # per cent of the width
MOST_YEARS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """A label on an axis; `at` is its place along the width, or its height."""

    at: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A dated thing on a strip. `kind` names its shape and its word."""

    at: str
    kind: str
    day: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    at: str
    width: str
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Strip:
    """Days along a line, in order of time, and the spans between them."""

    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """From a span of numbers to places; of a span without length every place is the middle."""

    low: Decimal
    high: Decimal
    first: Decimal
    last: Decimal
    digits: str

    def at(self, value: Decimal) -> str:
        span = self.high - self.low
        share = (value - self.low) / span if span else Decimal("0.5")
        return str((self.first + (self.last - self.first) * share).quantize(Decimal(self.digits)))


def days_scale(days: Sequence[date], ends: tuple[Decimal, Decimal]) -> Scale:
    low, high = Decimal(min(days).toordinal()), Decimal(max(days).toordinal())
    return Scale(low=low, high=high, first=ends[0], last=ends[1], digits="0.01")


def along(scale: Scale, day: date) -> str:
    return scale.at(Decimal(day.toordinal()))


def year_ticks(scale: Scale, days: Sequence[date], month: int, day: int) -> tuple[Tick, ...]:
    """One day of each year within the span, thinned to a readable number."""
    found = [date(year, month, day) for year in range(min(days).year, max(days).year + 1)]
    found = [when for when in found if min(days) <= when <= max(days)]
    step = -(-len(found) // MOST_YEARS) or 1
    return tuple(Tick(at=along(scale, when), label=str(when.year)) for when in found[::-1][::step][::-1])


def strip_of(
    marks: Iterable[tuple[str, date]],
    spans: Iterable[tuple[str, date, date]],
    day: date,
    say: Callable[[date], Markup],
) -> Strip:
    """A strip of (kind, day) marks and (kind, first, last) spans, with the day of judgement on it;
    `say` gives a day in words."""
    dated = sorted([*marks, ("as_of", day)], key=lambda mark: mark[1])
    days = [when for _, when in dated]
    scale = days_scale(days, ENDS)
    bars = (
        Bar(
            at=along(scale, first),
            width=str(Decimal(along(scale, last)) - Decimal(along(scale, first))),
            kind=kind,
        )
        for kind, first, last in spans
        if last > first
    )
    return Strip(
        ticks=year_ticks(scale, days, 1, 1),
        bars=tuple(bars),
        marks=tuple(Mark(at=along(scale, when), kind=kind, day=say(when)) for kind, when in dated),
    )


def slip_bars(slips: Sequence[Sequence[int]]) -> tuple[tuple[Bar, ...], ...]:
    """For each item the bars of its extensions, end to end; all items on one scale. A step back, where
    a deadline was brought forward, is a bar of its own kind over the days given up."""
    reach = max((max(_ends(steps), default=0) for steps in slips), default=0)
    back = -min((min(_ends(steps), default=0) for steps in slips), default=0)
    scale = Scale(low=Decimal(-back), high=Decimal(reach), first=Decimal(0), last=Decimal(100), digits="0.01")
    return tuple(tuple(_steps(scale, steps)) for steps in slips)


def _ends(steps: Sequence[int]) -> list[int]:
    ends = [0]
    for step in steps:
        ends.append(ends[-1] + step)
    return ends


def _steps(scale: Scale, steps: Sequence[int]) -> Iterable[Bar]:
    for number, (one, other) in enumerate(pairwise(_ends(steps)), 1):
        first, last = scale.at(Decimal(min(one, other))), scale.at(Decimal(max(one, other)))
        kind = "earlier" if other < one else "odd" if number % 2 else "even"
        yield Bar(at=first, width=str(Decimal(last) - Decimal(first)), kind=kind)
