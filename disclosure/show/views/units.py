"""Organisations: the index, and the page of each with what it leads and supports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...judge.punctuality import Punctuality
from ...judge.report import Report
from ...judge.rows import ItemRow
from ...plan.site_model import Unit
from .. import urls
from ..days import period_label
from ..frame import Crumb, PageFacts
from ..voice import Link, Voice
from ..words import same
from .parts import Gaps, RowView, gaps_of, row_view


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitLine:
    link: Link
    kind: str
    lead_count: int
    support_count: int
    last_report: Markup | None


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitsView:
    units: tuple[UnitLine, ...]
    areas: tuple[UnitLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptLine:
    """How promptly a unit reported for one period."""

    period: str
    promptness: str
    reported: Markup | None


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitView:
    name: Markup
    kind: str
    short: Markup | None
    parent: Link | None
    children: tuple[Link, ...]
    phone: Markup | None
    phone_href: str | None
    email: str | None
    url: str | None
    leads: tuple[RowView, ...]
    supports: tuple[RowView, ...]
    located: tuple[RowView, ...]
    last_report: Markup | None
    punctuality: tuple[tuple[Link | None, tuple[PromptLine, ...]], ...]
    gaps: tuple[Gaps, ...]


def units_facts(voice: Voice, rows: Sequence[ItemRow]) -> PageFacts:
    words = voice.words.units
    reports = [e for r in rows for e in r.events if e.kind == "update"]
    return PageFacts(
        title=same(words.title),
        description=same(words.description),
        changed_on=max((e.day for e in reports), default=None),
        has_sample=any(e.is_sample for e in reports),
        menu="units",
    )


def units_view(voice: Voice, rows: Sequence[ItemRow]) -> UnitsView:
    lines = [(u, _line(voice, u, rows)) for u in voice.registry.units.values()]
    return UnitsView(
        units=tuple(line for u, line in lines if u.kind != "area"),
        areas=tuple(line for u, line in lines if u.kind == "area"),
    )


def _line(voice: Voice, unit: Unit, rows: Sequence[ItemRow]) -> UnitLine:
    return UnitLine(
        link=voice.unit(unit.id),
        kind=unit.kind,
        lead_count=sum(1 for r in rows if unit.id in r.lead),
        support_count=sum(1 for r in rows if unit.id in r.support),
        last_report=_last_report(voice, unit.id, rows),
    )


def _last_report(voice: Voice, unit: str, rows: Sequence[ItemRow]) -> Markup | None:
    days = [e.day for r in rows for e in r.events if e.kind == "update" and e.by == unit]
    return voice.day(max(days)) if days else None


def unit_facts(voice: Voice, unit: Unit, rows: Sequence[ItemRow]) -> PageFacts:
    own = [r for r in rows if unit.id in (*r.lead, *r.support, *r.areas)]
    return PageFacts(
        title=unit.name,
        description=unit.name,
        crumbs=(Crumb(tail=urls.UNITS, words=voice.words.units.title),),
        changed_on=max((e.day for r in own for e in r.events), default=None),
        has_sample=any(r.has_sample for r in own),
        menu="units",
    )


def unit_view(voice: Voice, unit: Unit, report: Report) -> UnitView:
    rows, units = report.rows, voice.registry.units
    concerned = [p for p in report.plans if any(unit.id in (*r.lead, *r.support, *r.areas) for r in p.rows)]
    return UnitView(
        name=voice.say(unit.name),
        kind=unit.kind,
        short=voice.say(unit.short) if unit.short else None,
        parent=voice.unit(unit.parent) if unit.parent else None,
        children=voice.units(u.id for u in units.values() if u.parent == unit.id),
        phone=voice.quote(unit.phone) if unit.phone else None,
        phone_href="tel:" + "".join(filter(str.isdigit, unit.phone)) if unit.phone else None,
        email=unit.email,
        url=unit.url,
        leads=tuple(row_view(voice, r) for r in rows if unit.id in r.lead),
        supports=tuple(row_view(voice, r) for r in rows if unit.id in r.support),
        located=tuple(row_view(voice, r) for r in rows if unit.id in r.areas),
        last_report=_last_report(voice, unit.id, rows),
        punctuality=_punctuality(voice, unit.id, report),
        gaps=gaps_of(voice, concerned),
    )


def _punctuality(
    voice: Voice, unit: str, report: Report
) -> tuple[tuple[Link | None, tuple[PromptLine, ...]], ...]:
    """The periods of each plan, newest first; the plan is None where there is one only."""
    groups: list[tuple[Link | None, tuple[PromptLine, ...]]] = []
    for part in report.plans:
        plan = part.folder.plan
        link = voice.link(urls.plan_tail(plan.id), voice.say(plan.title)) if len(report.plans) > 1 else None
        own = sorted((p for p in part.punctuality if p.unit == unit), key=lambda p: p.period.last)
        if own:
            groups.append((link, tuple(_prompt_line(voice, line) for line in reversed(own))))
    return tuple(groups)


def _prompt_line(voice: Voice, line: Punctuality) -> PromptLine:
    return PromptLine(
        period=period_label(line.period, voice.lang),
        promptness=line.promptness,
        reported=voice.day(line.reported_on) if line.reported_on else None,
    )
