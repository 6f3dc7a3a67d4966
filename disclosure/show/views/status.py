"""Reporting status of a plan: counts, labels and percentages, overall and by unit, category and year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...judge.rows import ItemRow
from ...judge.totals import NO_DATE, Total, percent, totals_of
from .. import urls
from ..frame import Crumb, PageFacts
from ..voice import Link, Voice
from ..words import same
from .overview import BarPart, state_bar


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
class StatusView:
    plan: Link
    total: int
    bar: tuple[BarPart, ...]
    states: tuple[Part, ...]
    timeliness: tuple[Part, ...]
    groups: tuple[tuple[str, tuple[Group, ...]], ...]
    contradictions: tuple[tuple[Link, str], ...]
    state_names: tuple[str, ...]
    is_list_complete: bool


def status_facts(voice: Voice, rows: Sequence[ItemRow]) -> PageFacts:
    plan, words = voice.registry.plan_folder(voice.plan).plan, voice.words.status
    return PageFacts(
        title=same(words.title),
        description=same(words.description),
        crumbs=(Crumb(tail=urls.plan_tail(plan.id), words=voice.plan_name(plan.id)),),
        changed_on=max((e.day for r in rows for e in r.events), default=plan.published or plan.issued),
        has_sample=any(r.has_sample for r in rows),
        menu="status",
    )


def status_view(voice: Voice, rows: Sequence[ItemRow]) -> StatusView:
    plan = voice.registry.plan_folder(voice.plan).plan
    totals = totals_of(plan.id, rows)
    whole = totals[0]
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
            (voice.link(urls.item_tail(r.plan, r.id), voice.say(r.title)), name)
            for r in rows
            for name in r.contradictions
        ),
        state_names=tuple(name for name, _ in whole.states),
        is_list_complete=plan.list_complete,
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
