"""Deadlines of a plan: overdue, lately become overdue, due soon, by month, and what has no date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from ...judge.report import PlanReport
from ...judge.rows import ItemRow
from ...plan.periods import period_of
from .. import urls
from ..days import period_words
from ..frame import Crumb, PageFacts
from ..voice import Voice
from ..words import same
from .parts import Gaps, RowView, gaps_of, row_view

LATELY = timedelta(days=30)
SOON = (timedelta(days=30), timedelta(days=90))


@dataclass(frozen=True, kw_only=True, slots=True)
class DeadlinesView:
    """Each list in order of the last day. `due_30` and `due_90` do not overlap; `months` hold all items
    with a date that are not done, `standing` those whose duty goes on, done or not."""

    overdue: tuple[RowView, ...]
    lately: tuple[RowView, ...]
    due_30: tuple[RowView, ...]
    due_90: tuple[RowView, ...]
    months: tuple[tuple[str, tuple[RowView, ...]], ...]
    standing: tuple[RowView, ...]
    gaps: tuple[Gaps, ...]


def deadlines_facts(voice: Voice, rows: Sequence[ItemRow]) -> PageFacts:
    plan, words = voice.registry.plan_folder(voice.plan).plan, voice.words.deadlines
    days = [e.day for r in rows for e in r.events]
    return PageFacts(
        title=same(words.title),
        description=same(words.description),
        crumbs=(Crumb(tail=urls.plan_tail(plan.id), words=voice.plan_name(plan.id)),),
        changed_on=max(days, default=plan.published or plan.issued),
        has_sample=any(r.has_sample for r in rows),
        menu="status",
    )


def deadlines_view(voice: Voice, report: PlanReport) -> DeadlinesView:
    rows, day = report.rows, voice.registry.as_of
    dated = sorted((r for r in rows if r.due), key=lambda r: (r.due or day, r.id))
    pending = [r for r in dated if r.done_on is None]

    def some(holds: Callable[[timedelta], bool]) -> tuple[RowView, ...]:
        return tuple(row_view(voice, r) for r in pending if r.due and holds(r.due - day))

    none = timedelta(0)
    return DeadlinesView(
        overdue=some(lambda left: left < none),
        lately=some(lambda left: -LATELY <= left < none),
        due_30=some(lambda left: none <= left <= SOON[0]),
        due_90=some(lambda left: SOON[0] < left <= SOON[1]),
        months=tuple(
            (period_words(month, voice.lang), tuple(row_view(voice, r) for r in group))
            for month, group in groupby(pending, key=lambda r: period_of(r.due or day, "month"))
        ),
        standing=tuple(row_view(voice, r) for r in rows if r.is_standing),
        gaps=gaps_of(voice, [report]),
    )
