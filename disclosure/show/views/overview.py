"""The first page: what this is, four numbers, what is due, what is new, and what cannot be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from ...judge.rows import Event, ItemRow
from ...plan.state import STATES
from .. import urls
from ..frame import PageFacts
from ..voice import Link, Voice
from ..words import same
from .parts import RowView, incomplete_plans, row_view

MOST_EVENTS = 8
MOST_ROWS = 8
DUE_WITHIN = timedelta(days=30)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number with its word (by name) and the list it counts."""

    name: str
    count: int
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BarPart:
    """A part of the stacked bar: `share` of the whole in per mille, for the width only."""

    state: str
    count: int
    share: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EventView:
    day: Markup
    kind: str
    link: Link
    number: Markup
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanCard:
    link: Link
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
    item_count: int
    figures: tuple[Figure, ...]
    bar: tuple[BarPart, ...]
    is_list_incomplete: bool
    overdue: tuple[RowView, ...]
    due_soon: tuple[RowView, ...]
    in_notice: tuple[RowView, ...]
    events: tuple[EventView, ...]
    notices: tuple[tuple[Markup, Link, bool], ...]
    never_reported: tuple[Link, ...]
    how_to_read: Link | None


def overview_facts(voice: Voice, rows: Sequence[ItemRow]) -> PageFacts:
    return PageFacts(
        title=voice.registry.site.name,
        description=same(voice.words.overview.description),
        changed_on=max((e.day for r in rows for e in r.events), default=None),
        has_sample=any(r.has_sample for r in rows),
        menu="home",
    )


def overview_view(voice: Voice, rows: Sequence[ItemRow]) -> OverviewView:
    registry, day = voice.registry, voice.registry.as_of

    def some(holds: Callable[[ItemRow], bool]) -> tuple[RowView, ...]:
        found = sorted(filter(holds, rows), key=lambda r: (r.due or day, r.plan, r.id))
        return tuple(row_view(voice, r) for r in found[:MOST_ROWS])

    return OverviewView(
        site_name=voice.say(registry.site.name),
        sponsor=voice.unit(registry.site.sponsor),
        plans=tuple(_card(voice, plan.id, rows) for plan in registry.plans),
        item_count=len(rows),
        figures=_figures(voice, rows),
        bar=state_bar(rows),
        is_list_incomplete=bool(incomplete_plans(registry)),
        overdue=some(lambda r: r.timeliness == "overdue"),
        due_soon=some(lambda r: r.done_on is None and r.due is not None and day <= r.due <= day + DUE_WITHIN),
        in_notice=some(lambda r: r.state == "in_notice"),
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


def _figures(voice: Voice, rows: Sequence[ItemRow]) -> tuple[Figure, ...]:
    """Items, closed, in progress, overdue; each leads to the list of just these."""
    plan = voice.registry.plans[0].id
    whole = urls.link(voice.tail, urls.items_tail(plan))
    states, times = Counter(r.state for r in rows), Counter(r.timeliness for r in rows)

    def figure(axis: str, name: str, count: int) -> Figure:
        some = urls.link(voice.tail, urls.filtered_tail(plan, axis, name))
        return Figure(name=name, count=count, href=some if count else whole)

    return (
        Figure(name="items", count=len(rows), href=whole),
        figure("state", "closed", states["closed"]),
        figure("state", "in_progress", states["in_progress"]),
        figure("timeliness", "overdue", times["overdue"]),
    )


def state_bar(rows: Iterable[ItemRow]) -> tuple[BarPart, ...]:
    """The states that occur, in their order, with their shares of all rows."""
    counts = Counter(r.state for r in rows)
    total = sum(counts.values())
    return tuple(
        BarPart(state=s, count=counts[s], share=round(1000 * counts[s] / total)) for s in STATES if counts[s]
    )


def _card(voice: Voice, plan: str, rows: Sequence[ItemRow]) -> PlanCard:
    record = voice.registry.plan_folder(plan).plan
    return PlanCard(
        link=voice.link(urls.plan_tail(plan), voice.say(record.title)),
        inspection=voice.say(record.inspection.name),
        issuers=voice.units(record.issuers),
        issued=voice.day(record.issued),
        item_count=sum(1 for r in rows if r.plan == plan),
        items_href=urls.link(voice.tail, urls.items_tail(plan)),
        text_href=urls.link(voice.tail, urls.plan_tail(plan)),
        is_restatement=record.restatement,
    )


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
    reported = {e.by for r in rows for e in r.events if e.kind == "update"}
    return voice.units(u for u in voice.registry.units if u in leads - reported)
