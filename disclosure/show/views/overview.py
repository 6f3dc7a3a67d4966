"""The first page: what this is, four numbers, what is due, what is new, and what cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from ...judge.report import PlanReport, Report
from ...judge.rows import Event, ItemRow
from ...plan.registry import PlanFolder
from .. import urls
from ..frame import PageFacts
from ..voice import Link, Voice
from ..words import same
from .indicators import IndicatorLine, in_order_of_plan, indicator_line
from .parts import BarPart, Gaps, RowView, gaps_of, row_view, state_bar
from .records import ClosureLine, open_notices

MOST_EVENTS = 8
MOST_INDICATORS = 4
MOST_ROWS = 8
DUE_WITHIN = timedelta(days=30)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number with its word (by name) and the list it counts."""

    name: str
    count: int
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EventView:
    day: Markup
    kind: str
    link: Link
    number: Markup
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanCard:
    """A plan on the first page: its numbers, what its list lacks, its key targets. `figures` and `bar`
    count its items."""

    link: Link
    figures: tuple[Figure, ...]
    bar: tuple[BarPart, ...]
    gaps: tuple[Gaps, ...]
    indicators: tuple[IndicatorLine, ...]
    indicators_href: str
    inspection: Markup
    issuers: tuple[Link, ...]
    issued: Markup
    item_count: int
    items_href: str
    text_href: str
    is_restatement: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OverviewView:
    site_name: Markup
    sponsor: Link
    plans: tuple[PlanCard, ...]
    overdue: tuple[RowView, ...]
    due_soon: tuple[RowView, ...]
    in_notice: tuple[ClosureLine, ...]
    more: tuple[tuple[str, str], ...]
    events: tuple[EventView, ...]
    notices: tuple[tuple[Markup, Link, bool], ...]
    never_reported: tuple[Link, ...]
    how_to_read: Link | None


def overview_facts(voice: Voice, rows: Sequence[ItemRow], data_version: str) -> PageFacts:
    return PageFacts(
        title=voice.registry.site.name,
        description=same(voice.words.overview.description),
        changed_on=max((e.day for r in rows for e in r.events), default=None),
        has_sample=any(r.has_sample for r in rows),
        menu="home",
        data_version=data_version,
    )


def overview_view(voice: Voice, report: Report) -> OverviewView:
    rows, registry, day = report.rows, voice.registry, voice.registry.as_of

    def some(holds: Callable[[ItemRow], bool]) -> tuple[RowView, ...]:
        found = sorted(filter(holds, rows), key=lambda r: (r.due or day, r.plan, r.id))
        return tuple(row_view(voice, r) for r in found[:MOST_ROWS])

    return OverviewView(
        site_name=voice.say(registry.site.name),
        sponsor=voice.unit(registry.site.sponsor),
        plans=tuple(_card(voice, plan) for plan in report.plans),
        overdue=some(lambda r: r.timeliness == "overdue"),
        due_soon=some(lambda r: r.done_on is None and r.due is not None and day <= r.due <= day + DUE_WITHIN),
        in_notice=tuple(line for plan in report.plans for line in open_notices(voice, plan)),
        more=_more(voice),
        events=_events(voice, rows),
        notices=tuple(
            (
                voice.day(n.head.date),
                voice.link(urls.notice_tail(n.id), voice.say(n.document.title)),
                n.head.sample,
            )
            for n in registry.notices[:4]
        ),
        never_reported=_never_reported(voice, rows),
        how_to_read=_page(voice, "how-to-read"),
    )


def _page(voice: Voice, name: str) -> Link | None:
    page = next((p for p in voice.registry.pages if p.id == name), None)
    return voice.link(urls.page_tail(name), voice.say(page.title)) if page else None


def _more(voice: Voice) -> tuple[tuple[str, str], ...]:
    """Where all that wants attention is listed: the name of a page's words, and its address; of the
    only plan."""
    if len(voice.registry.plans) != 1:
        return ()
    plan = voice.registry.plans[0].id
    closures = urls.records_tail(plan, "closures")
    tails = (("deadlines", urls.deadlines_tail(plan)), ("closures", closures))
    return tuple((name, urls.link(voice.tail, tail)) for name, tail in tails)


def figures_of(voice: Voice, report: PlanReport) -> tuple[Figure, ...]:
    """Items, closed, in progress, overdue; each leads to the list of just these."""
    plan, total = report.folder.id, report.totals[0]
    whole = urls.link(voice.tail, urls.items_tail(plan))
    states, times = dict(total.states), dict(total.timeliness)

    def figure(axis: str, name: str, count: int) -> Figure:
        return Figure(
            name=name, count=count, href=urls.link(voice.tail, urls.filtered_tail(plan, axis, name))
        )

    return (
        Figure(name="items", count=total.count, href=whole),
        figure("state", "closed", states["closed"]),
        figure("state", "in_progress", states["in_progress"]),
        figure("timeliness", "overdue", times["overdue"]),
    )


def _card(voice: Voice, report: PlanReport) -> PlanCard:
    record, plan = report.folder.plan, report.folder.id
    inside = voice.at(voice.tail, plan)
    return PlanCard(
        figures=figures_of(voice, report),
        bar=state_bar(report.rows),
        gaps=gaps_of(inside, [report]),
        indicators=_key_indicators(inside, report.folder),
        indicators_href=urls.link(voice.tail, urls.indicators_tail(plan)),
        link=voice.link(urls.plan_tail(plan), voice.say(record.title)),
        inspection=voice.say(record.inspection.name),
        issuers=voice.units(record.issuers),
        issued=voice.day(record.issued),
        item_count=len(report.rows),
        items_href=urls.link(voice.tail, urls.items_tail(plan)),
        text_href=urls.link(voice.tail, urls.plan_tail(plan)),
        is_restatement=record.restatement,
    )


def _key_indicators(voice: Voice, folder: PlanFolder) -> tuple[IndicatorLine, ...]:
    """The first numbers that the plan promises, those with data before those without."""
    numbers = [i for i in in_order_of_plan(folder) if i.type == "number"]
    numbers.sort(key=lambda i: not i.values)
    return tuple(indicator_line(voice, i) for i in numbers[:MOST_INDICATORS])


def _events(voice: Voice, rows: Sequence[ItemRow]) -> tuple[EventView, ...]:
    found: list[tuple[Event, ItemRow]] = [(e, r) for r in rows for e in r.events]
    found.sort(key=lambda pair: (pair[0].day, pair[1].plan, pair[1].id, pair[0].anchor), reverse=True)
    return tuple(_event(voice, e, r) for e, r in found[:MOST_EVENTS])


def _event(voice: Voice, event: Event, row: ItemRow) -> EventView:
    tail = f"{urls.item_tail(row.plan, row.id)}#{event.anchor}"
    return EventView(
        day=voice.day(event.day),
        kind=event.kind,
        link=voice.link(tail, voice.say(row.title)),
        number=voice.number(row.id, row.source_number),
        is_sample=event.is_sample,
    )


def _never_reported(voice: Voice, rows: Sequence[ItemRow]) -> tuple[Link, ...]:
    """Lead units none of whose items has a report of their own."""
    leads = {unit for r in rows for unit in r.lead}
    reported = {e.by for r in rows for e in r.events if e.kind == "update" and e.by in r.lead}
    return voice.units(u for u in voice.registry.units if u in leads - reported)
