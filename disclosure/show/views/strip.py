"""The days of an item along a line: its deadline, what moved it, and when it was done, late or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...plan.model import ClosureRound, Item
from ...plan.state import Facts
from ..charts import Strip, strip_of
from ..voice import Voice


def deadline_strip(voice: Voice, item: Item, facts: Facts) -> Strip | None:
    """The deadline and what became of it; None for an item without a date."""
    if facts.due is None or facts.original_due is None:
        return None
    begins = facts.limits.begins_on
    is_public = voice.registry.plan_folder(item.plan).plan.published is not None
    marks = [("begins" if is_public else "issued", begins)]
    marks.append(("original" if item.extensions else "due", facts.original_due))
    marks += [("extended", e.to.last) for e in item.extensions[:-1]]
    marks += [("due", e.to.last) for e in item.extensions[-1:]]
    steps = [step for closure in item.closure for step in closure.days]
    marks += [step for step in steps if step[0] in ("closed", "reopened")]
    marks += [("done", first) for first, _ in _done_spans(item, facts)]
    spans = [("promised", begins, facts.original_due)]
    spans += [("extended", e.from_.last, e.to.last) for e in item.extensions]
    spans += [("late", first, last) for first, last in _late_spans(item, facts, facts.due)]
    return strip_of(marks, spans, facts.day, voice.day)


def _done_spans(item: Item, facts: Facts) -> Iterator[tuple[date, date]]:
    """When the item counted as done: from the first day that says so to its reopening, or to the day."""
    since = date.min
    for closure in (c for c in item.closure if c.reopened):
        ended = closure.reopened.date if closure.reopened else date.max
        first = _first_done(item, closure, since, ended)
        if first:
            yield first, ended
        since = ended
    if facts.done_on:
        yield facts.done_on, facts.day


def _first_done(item: Item, closure: ClosureRound, since: date, ended: date) -> date | None:
    reported = [u.date for u in item.updates if u.reports == "completed" and since < u.date <= ended]
    decided = [step.date for step in (closure.accepted, closure.closed) if step]
    return min((*reported, *decided), default=None)


def _late_spans(item: Item, facts: Facts, due: date) -> Iterator[tuple[date, date]]:
    """The spans after the last day in which the item was not done."""
    since = due
    for first, ended in _done_spans(item, facts):
        if first > since:
            yield since, first
        since = max(since, ended)
    if facts.done_on is None and facts.day > since:
        yield since, facts.day
