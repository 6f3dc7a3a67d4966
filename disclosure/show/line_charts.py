"""The line of an indicator against its target, as geometry (see `disclosure.show.charts`).

Values stand at the ends of their periods. Neighbouring periods are joined; a gap in the data is a gap
in the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from ..judge.indicators import Path, known_values, path_of
from ..plan.indicator_model import Indicator
from ..plan.periods import Period
from .charts import Scale, Tick, along, days_scale, year_ticks

ENDS = (Decimal(10), Decimal(93))  # per cent of the width
HEIGHT, SMALL = 240, 40  # pixels
ROOM = {HEIGHT: 24, SMALL: 5}  # pixels between the highest or lowest level and the edge


@dataclass(frozen=True, kw_only=True, slots=True)
class Dot:
    """A value: its place and its text as typed. `kind` is value, latest, baseline or target."""

    x: str
    y: str
    kind: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stroke:
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LineChart:
    """Values over time against a target. `strokes` join neighbouring periods only, so that a gap in the
    data is a gap in the line, and `has_gaps` says that there is one; `path` leads from the start to the
    target, None where there is none; `targets` are the heights of the target, two of them where it has two
    bounds. `is_class`: the labels are classes, in Chinese."""

    height: int
    years: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    strokes: tuple[Stroke, ...]
    has_gaps: bool
    path: Stroke | None
    targets: tuple[str, ...]
    is_class: bool
    dots: tuple[Dot, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Point:
    """A value before it has a place: its height, its text as typed, its period, its kind."""

    number: Decimal
    text: str
    period: Period
    kind: str


def line_chart(indicator: Indicator, height: int = HEIGHT) -> LineChart | None:
    """The chart of a numeric indicator or one of classes, cut to the day; None without any value."""
    points = _points(indicator)
    if not points:
        return None
    path, bounds = path_of(indicator), _bounds(indicator)
    days = list(_days(indicator, points, path))
    across = days_scale(days, ENDS)
    levels = _levels(indicator, [p.number for p in points] + bounds + ([path.first] if path else []))
    up = _heights(levels, height)
    strokes = tuple(_strokes(points, across, up))
    return LineChart(
        height=height,
        years=year_ticks(across, days, 12, 31),
        levels=tuple(Tick(at=up.at(number), label=label) for number, label in levels),
        strokes=strokes,
        has_gaps=len(strokes) < len(points) - 1,
        path=_path(path, across, up) if path else None,
        targets=tuple(up.at(bound) for bound in bounds),
        is_class=indicator.type == "class",
        dots=tuple(_dots(indicator, points, bounds, across, up)),
    )


def _days(indicator: Indicator, points: Sequence[_Point], path: Path | None) -> Iterator[date]:
    """Every day that the chart must hold."""
    yield from (point.period.last for point in points)
    if indicator.target.by:
        yield indicator.target.by.last
    if path:
        yield path.begins_on


def _heights(levels: Sequence[tuple[Decimal, str]], height: int) -> Scale:
    numbers = [number for number, _ in levels]
    return Scale(
        low=min(numbers),
        high=max(numbers),
        first=Decimal(height - ROOM[height]),
        last=Decimal(ROOM[height]),
        digits="0.1",
    )


def _strokes(points: Sequence[_Point], across: Scale, up: Scale) -> Iterator[Stroke]:
    for one, next_one in pairwise(points):
        if (next_one.period.first - one.period.last).days <= 1:
            yield Stroke(
                x1=along(across, one.period.last),
                y1=up.at(one.number),
                x2=along(across, next_one.period.last),
                y2=up.at(next_one.number),
            )


def _path(path: Path, across: Scale, up: Scale) -> Stroke:
    return Stroke(
        x1=along(across, path.begins_on),
        y1=up.at(path.first),
        x2=along(across, path.ends_on),
        y2=up.at(path.last),
    )


def _dots(
    indicator: Indicator, points: Sequence[_Point], bounds: Sequence[Decimal], across: Scale, up: Scale
) -> Iterator[Dot]:
    for point in points:
        x, y = along(across, point.period.last), up.at(point.number)
        yield Dot(x=x, y=y, kind=point.kind, text=point.text)
    target = indicator.target
    if target.by and bounds:
        x, y = along(across, target.by.last), up.at(bounds[-1])
        yield Dot(x=x, y=y, kind="target", text=target.value or "")


def _points(indicator: Indicator) -> list[_Point]:
    """The baseline and every value, in order; sums where values add up; none without a value."""
    values = known_values(indicator) if indicator.type != "yes_no" else ()
    points: list[_Point] = []
    base, total = indicator.baseline, Decimal(0)
    if base and values and not indicator.cumulative:
        number = _height(indicator, base.value)
        points.append(_Point(number=number, text=base.value, period=base.period, kind="baseline"))
    for value in values:
        number, text = _height(indicator, value.value), value.value
        if indicator.cumulative:
            total += number
            number, text = total, str(total)
        kind = "latest" if value is values[-1] else "value"
        points.append(_Point(number=number, text=text, period=value.period, kind=kind))
    return sorted(points, key=lambda point: point.period.last)


def _height(indicator: Indicator, value: str) -> Decimal:
    """A number as it is; a class by its place, the best on top."""
    return Decimal(-indicator.classes.index(value)) if indicator.type == "class" else Decimal(value)


def _bounds(indicator: Indicator) -> list[Decimal]:
    """The heights of the target: one, two for `between`, the baseline's where that is the target."""
    target, base = indicator.target, indicator.baseline
    if target.operator == "no_worse_than_baseline":
        return [_height(indicator, base.value)] if base else []
    bounds = [_height(indicator, target.value)] if target.value is not None else []
    return bounds + ([target.upper.value] if target.upper else [])


def _levels(indicator: Indicator, numbers: Sequence[Decimal]) -> list[tuple[Decimal, str]]:
    """Where the lines across stand, with their labels: every class, or round numbers around all
    values, from nought where that does not flatten them."""
    if indicator.type == "class":
        return [(Decimal(-place), name) for place, name in enumerate(indicator.classes)]
    low, high = min(numbers), max(numbers)
    low = Decimal(0) if 0 <= low < high / 2 else low
    step = _round_step((high - low) / 4 or abs(high) / 4 or Decimal(1))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    last += first == last
    return [(step * n, f"{(step * n).normalize():f}") for n in map(Decimal, range(int(first), int(last) + 1))]


def _round_step(wanted: Decimal) -> Decimal:
    """The round number (1, 2, 2.5 or 5 times a power of ten) at or above what is wanted."""
    power = Decimal(10) ** wanted.adjusted()
    return next(power * Decimal(n) for n in ("1", "2", "2.5", "5", "10") if power * Decimal(n) >= wanted)
