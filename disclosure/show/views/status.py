"""Reporting status of a plan: counts, labels and percentages, overall and by unit, category and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from ...judge.report import PlanReport
from ...judge.rows import ItemRow, Rated
from ...judge.totals import NO_DATE, Total, percent
from ...plan.periods import Period
from .. import urls
from ..days import period_label
from ..frame import Crumb, PageFacts
from ..voice import Link, Voice
from ..words import same
from .embeds import plan_card
from .parts import BarPart, Gaps, gaps_of, state_bar

MOST_PERIODS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A state or timeliness with its count, its share of the whole, and the list of just these."""

    name: str
    count: int
    percent: str
    href: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A line of a table by unit, category or year: counts by state, closed and overdue with shares."""

    name: Markup
    href: str | None
    count: int
    states: tuple[int, ...]
    closed: Part
    overdue: Part


@dataclass(frozen=True, kw_only=True, slots=True)
class RatingLine:
    """An item that an authority has rated, with the rating that its records would give."""

    item: Link
    declared: str
    computed: str
    by: Link
    day: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """How promptly a unit reported: one word for each of the periods shown, and of all periods for
    which it owed a report how many were reported on time."""

    unit: Link
    cells: tuple[str, ...]
    on_time_count: int
    owed_count: int
    percent: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusView:
    """`periods` are the last ones, the columns of `grid`."""

    plan: Link
    total: int
    bar: tuple[BarPart, ...]
    states: tuple[Part, ...]
    timeliness: tuple[Part, ...]
    groups: tuple[tuple[str, tuple[Group, ...]], ...]
    contradictions: tuple[tuple[Link, Markup], ...]
    ratings: tuple[RatingLine, ...]
    periods: tuple[str, ...]
    grid: tuple[GridRow, ...]
    state_names: tuple[str, ...]
    gaps: tuple[Gaps, ...]


def status_facts(voice: Voice, rows: Sequence[ItemRow]) -> PageFacts:
    plan, words = voice.registry.plan_folder(voice.plan).plan, voice.words.status
    return PageFacts(
        title=same(words.title),
        description=same(words.description),
        crumbs=(Crumb(tail=urls.plan_tail(plan.id), words=voice.plan_name(plan.id)),),
        changed_on=max((e.day for r in rows for e in r.events), default=plan.published or plan.issued),
        has_sample=any(r.has_sample for r in rows),
        menu="status",
        embed=plan_card(plan),
    )


def status_view(voice: Voice, report: PlanReport) -> StatusView:
    plan, rows, totals = report.folder.plan, report.rows, report.totals
    whole = totals[0]
    periods = sorted({line.period for line in report.punctuality}, key=lambda p: p.last)[-MOST_PERIODS:]
    kinds = ("lead", "support", "category", "deadline_year")
    groups = tuple((by, tuple(_group(voice, t) for t in totals if t.by == by)) for by in kinds)
    return StatusView(
        plan=voice.link(urls.plan_tail(plan.id), voice.say(plan.title)),
        total=whole.count,
        bar=state_bar(rows),
        states=tuple(_part(voice, "state", name, n, whole.count) for name, n in whole.states),
        timeliness=tuple(_part(voice, "timeliness", name, n, whole.count) for name, n in whole.timeliness),
        groups=tuple((by, lines) for by, lines in groups if lines),
        contradictions=tuple(
            (voice.link(urls.item_tail(r.plan, r.id), voice.say(r.title)), voice.say(text))
            for r in rows
            for text in r.contradictions
        ),
        ratings=tuple(_rating(voice, r, r.rating) for r in rows if r.rating),
        periods=tuple(period_label(period, voice.lang) for period in periods),
        grid=tuple(_grid_rows(voice, report, periods)),
        state_names=tuple(name for name, _ in whole.states),
        gaps=gaps_of(voice, [report]),
    )


def _rating(voice: Voice, row: ItemRow, rated: Rated) -> RatingLine:
    return RatingLine(
        item=voice.link(f"{urls.item_tail(row.plan, row.id)}#{rated.anchor}", voice.say(row.title)),
        declared=rated.declared,
        computed=rated.computed,
        by=voice.unit(rated.by),
        day=voice.day(rated.day),
    )


def _grid_rows(voice: Voice, report: PlanReport, periods: Sequence[Period]) -> Iterator[GridRow]:
    for unit, group in groupby(report.punctuality, key=lambda line: line.unit):
        lines = list(group)
        words = {line.period: line.promptness for line in lines}
        on_time = sum(1 for line in lines if line.promptness == "on_time")
        owed = sum(1 for line in lines if line.promptness in ("on_time", "late", "missed"))
        yield GridRow(
            unit=voice.unit(unit),
            cells=tuple(words[period] for period in periods),
            on_time_count=on_time,
            owed_count=owed,
            percent=percent(on_time, owed),
        )


def _part(voice: Voice, axis: str, name: str, count: int, total: int) -> Part:
    tail = urls.filtered_tail(voice.plan, axis, name)
    href = urls.link(voice.tail, tail) if count else None
    return Part(name=name, count=count, percent=percent(count, total), href=href)


def _group(voice: Voice, total: Total) -> Group:
    closed, overdue = dict(total.states)["closed"], dict(total.timeliness)["overdue"]
    name, tail = _name(voice, total)
    return Group(
        name=name,
        href=urls.link(voice.tail, tail) if tail else None,
        count=total.count,
        states=tuple(count for _, count in total.states),
        closed=Part(name="closed", count=closed, percent=percent(closed, total.count), href=None),
        overdue=Part(name="overdue", count=overdue, percent=percent(overdue, total.count), href=None),
    )


def _name(voice: Voice, total: Total) -> tuple[Markup, str | None]:
    """What a line is called, and the page it leads to: a unit, a category, a year, “no fixed date”."""
    if total.by in ("lead", "support"):
        return voice.unit_name(total.key), urls.unit_tail(total.key)
    if total.by == "category":
        return voice.words.category[total.key], urls.filtered_tail(voice.plan, "category", total.key)
    if total.key == NO_DATE:
        return voice.words.timeliness.no_fixed_date, None
    return escape(total.key), None
