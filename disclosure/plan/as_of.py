"""What was known on a day: records dated later are left out.

The content of a portal may hold records of the future of the day that it is built for: a fixed day,
or an earlier one asked for on the command line. They are cut away here, once, before anything is
judged; nothing downstream compares dates with the day again to decide what exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..ground.problems import Anchor
from .indicator_model import Indicator, IndicatorValue
from .model import ClosureRound, Item, Measure
from .registry import PlanFolder, Registry


def item_as_of(item: Item, day: date) -> Item:
    """The item with the records dated on or before `day`; the same object where that is all."""
    if not any(True for _ in later_records(item, day)):
        return item
    rounds = (_round_as_of(r, day) for r in item.closure)
    return replace(
        item,
        measures=tuple(_measure_as_of(m, day) for m in item.measures),
        updates=tuple(u for u in item.updates if u.date <= day),
        extensions=tuple(e for e in item.extensions if e.date <= day),
        supervision=tuple(s for s in item.supervision if s.date <= day),
        closure=tuple(r for r in rounds if r.days),
    )


def _measure_as_of(measure: Measure, day: date) -> Measure:
    return replace(measure, done=None) if measure.done and measure.done > day else measure


def _round_as_of(closure: ClosureRound, day: date) -> ClosureRound:
    gone = {name: None for name, dated in closure.days if dated > day}
    return replace(closure, **gone) if gone else closure  # type: ignore[arg-type]


def later_records(item: Item, day: date) -> Iterator[tuple[Anchor, date]]:
    """Every record of the item that is dated after `day`, with that date."""
    anchor = item.anchor
    for name, records in (
        ("updates", item.updates),
        ("extensions", item.extensions),
        ("supervision", item.supervision),
    ):
        for number, record in enumerate(records):
            if record.date > day:  # type: ignore[attr-defined]
                yield anchor.at(name, number, "date"), record.date  # type: ignore[attr-defined]
    for number, measure in enumerate(item.measures):
        if measure.done and measure.done > day:
            yield anchor.at("measures", number, "done"), measure.done
    for number, closure in enumerate(item.closure):
        for name, dated in closure.days:
            if dated > day:
                yield anchor.at("closure", number, name), dated


def is_known(value: IndicatorValue, day: date) -> bool:
    """Whether a value had been published by `day`; one without a date counts from the end of its
    period."""
    return (value.date or value.period.last) <= day


def registry_as_of(registry: Registry, day: date) -> Registry:
    """The registry as it stood on `day`, which becomes its day of judgement."""
    return replace(
        registry,
        as_of=day,
        plans=tuple(_plan_as_of(p, day) for p in registry.plans),
        notices=tuple(n for n in registry.notices if n.head.date <= day),
        tombstones=tuple(t for t in registry.tombstones if t.date <= day),
    )


def _plan_as_of(folder: PlanFolder, day: date) -> PlanFolder:
    return replace(folder, indicators=tuple(_indicator_as_of(i, day) for i in folder.indicators))


def _indicator_as_of(indicator: Indicator, day: date) -> Indicator:
    return replace(indicator, values=tuple(v for v in indicator.values if is_known(v, day)))


def later_shared_records(registry: Registry, day: date) -> Iterator[tuple[Anchor, date]]:
    """Every notice, value of an indicator and tombstone dated after `day`. A change note is none of them:
    it explains what stands in the content now, whatever the day of judgement."""
    for notice in registry.notices:
        if notice.head.date > day:
            yield notice.head.home.anchor.at("date"), notice.head.date
    for folder in registry.plans:
        for indicator in folder.indicators:
            for number, value in enumerate(indicator.values):
                if not is_known(value, day):
                    yield indicator.home.anchor.at("values", number), value.date or value.period.last
    for number, tombstone in enumerate(registry.tombstones):
        if tombstone.date > day:
            yield Anchor(file="tombstones.yaml", path=(number, "date")), tombstone.date
