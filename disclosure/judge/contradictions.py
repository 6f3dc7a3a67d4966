"""Records that contradict each other: what is declared against what the dates and numbers say.

A contradiction is no error: both records may stand, and the reader is told. Each has an id whose
words stand in `templates/words/` under `contradiction`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..plan.model import Item, Update
from ..plan.registry import Registry
from ..plan.state import Standing
from .indicators import judge_indicator


@dataclass(frozen=True, kw_only=True, slots=True)
class _Facts:
    """`latest` is the newest report, None before the first; `unmet` says that a linked indicator has
    missed its target."""

    item: Item
    standing: Standing
    latest: Update | None
    unmet: bool

    @property
    def is_done(self) -> bool:
        return self.standing.facts.done_on is not None


def _went_on(facts: _Facts) -> bool:
    """Whether work was reported after completion had been."""
    declared = facts.standing.facts.declared_on
    later = (u for u in facts.item.updates if declared and u.date > declared)
    return any(u.reports in ("started", "progress") for u in later)


def _pace_is(facts: _Facts, pace: str) -> bool:
    return facts.latest is not None and facts.latest.pace == pace


def _rating_is(facts: _Facts, *values: str) -> bool:
    return bool(facts.latest and facts.latest.rating and facts.latest.rating.value in values)


CONTRADICTIONS: tuple[tuple[str, Callable[[_Facts], bool]], ...] = (
    ("done_unmet", lambda f: f.is_done and f.unmet),
    ("on_schedule_overdue", lambda f: _pace_is(f, "on_schedule") and f.standing.timeliness == "overdue"),
    ("on_schedule_red", lambda f: _pace_is(f, "on_schedule") and _rating_is(f, "red")),
    ("blue_not_done", lambda f: _rating_is(f, "blue") and not f.is_done),
    ("done_went_on", lambda f: f.is_done and _went_on(f)),
    (
        "closed_measure_open",
        lambda f: (
            f.standing.state == "closed"
            and 0 < sum(1 for m in f.item.measures if m.done) < len(f.item.measures)
        ),
    ),
)


def contradictions_of(item: Item, standing: Standing, registry: Registry) -> tuple[str, ...]:
    """The ids of the contradictions of an item, already cut to the day, in the order of the list."""
    linked = [i for i in registry.plan_folder(item.plan).indicators if item.id in i.items]
    unmet = any(judge_indicator(i, registry.as_of).standing == "not_met" for i in linked)
    latest = item.updates[-1] if item.updates else None
    facts = _Facts(item=item, standing=standing, latest=latest, unmet=unmet)
    return tuple(name for name, holds in CONTRADICTIONS if holds(facts))
