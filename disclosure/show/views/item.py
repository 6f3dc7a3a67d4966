"""The page of one item: what is wrong, what was promised, by when, by whom, and what has happened."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from ...judge.contradictions import contradictions_of
from ...judge.rows import has_sample, last_rating
from ...judge.story import Story
from ...plan.model import Item, Measure
from ...plan.state import Facts, Standing
from .. import urls
from ..charts import Strip
from ..frame import Crumb, PageFacts
from ..voice import Link, Voice
from ..words import counted
from .embeds import item_card
from .ledger_lines import PageLedger, page_ledger
from .parts import DeadlineView, EvidenceView, deadline_view, evidence_views
from .strip import deadline_strip
from .timeline import Entry, dated_days, timeline


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureView:
    id: str
    number: int
    text: Markup
    by: Markup | None
    done: Markup | None
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """Why the status is what it is: the rule that held, and the inputs it looked at (the name of the
    input's word, and its value)."""

    state_rule: str
    state_words: Markup
    timeliness_rule: str
    timeliness_words: Markup
    inputs: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RatingView:
    """The last rating by an authority, beside the one that the records would give."""

    declared: str
    computed: str
    by: Link
    day: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemView:
    """Fields that hold the day of judgement are not part of the page's version (`repr=False`).
    `is_pending` and `due_day` as in a line of a list (`parts.RowView`)."""

    id: str
    number: Markup
    printed_number: Markup
    title: Markup
    category: str
    state: str
    timeliness: str
    is_pending: bool
    due_day: str
    is_standing: bool
    was_reopened: bool
    finding: Markup
    goal: Markup
    lead_is_named: bool
    leads: tuple[Link, ...]
    support: tuple[Link, ...]
    supervisor: Link | None
    acceptor: Link | None
    responsible: Markup | None
    areas: tuple[Link, ...]
    origin: Markup | None
    deadline: DeadlineView
    measures: tuple[MeasureView, ...]
    measures_done_count: int
    contradictions: tuple[Markup, ...]
    timeline: tuple[Entry, ...]
    indicators: tuple[Link, ...]
    notices: tuple[Link, ...]
    why: Reason
    strip: Strip | None = field(repr=False)
    rating: RatingView | None
    previous: Link | None
    following: Link | None
    method_href: str
    ledger: PageLedger


# The ids of the items before and after one.
Neighbours = tuple[str | None, str | None]


def item_facts(voice: Voice, item: Item, story: Story) -> PageFacts:
    plan = voice.registry.plan_folder(item.plan).plan
    days = [*dated_days(item), *(e.day for e in story.entries[:1])]
    return PageFacts(
        title=item.title,
        description=item.finding,
        crumbs=(
            Crumb(tail=urls.plan_tail(item.plan), words=voice.plan_name(item.plan)),
            Crumb(tail=urls.items_tail(item.plan), words=voice.words.nav.items),
        ),
        changed_on=max(days, default=plan.published or plan.issued),
        has_sample=has_sample(item),
        menu="items",
        embed=item_card(item) if voice.registry.site.embed else None,
    )


def item_view(voice: Voice, item: Item, standing: Standing, neighbours: Neighbours, story: Story) -> ItemView:
    facts = standing.facts
    return ItemView(
        id=item.id,
        number=voice.number(item.id, item.source_number),
        printed_number=voice.quote(item.source_number),
        title=voice.say(item.title),
        category=item.category,
        state=standing.state,
        timeliness=standing.timeliness,
        is_pending=facts.due is not None and facts.done_on is None,
        due_day=facts.due.isoformat() if facts.due else "",
        is_standing=facts.is_standing,
        was_reopened=facts.reopened_on is not None,
        finding=voice.say(item.finding),
        goal=voice.say(item.goal),
        lead_is_named=bool(item.support) or item.lead_named,
        leads=voice.units(item.lead),
        support=voice.units(item.support),
        supervisor=voice.unit(item.supervisor) if item.supervisor else None,
        acceptor=voice.unit(item.acceptor) if item.acceptor else None,
        responsible=voice.say(item.responsible) if item.responsible else None,
        areas=voice.units(item.areas),
        origin=_origin(voice, item),
        deadline=deadline_view(voice, item.deadline, facts),
        measures=tuple(_measure(voice, n, m) for n, m in enumerate(item.measures, 1)),
        measures_done_count=sum(1 for m in item.measures if m.done),
        contradictions=tuple(map(voice.say, contradictions_of(item, standing, voice.registry))),
        timeline=timeline(voice, item),
        indicators=_indicators(voice, item),
        notices=_notices(voice, item),
        why=_reason(voice, standing),
        strip=deadline_strip(voice, item, standing.facts),
        rating=_rating(voice, item, standing),
        previous=_neighbour(voice, item, neighbours[0]),
        following=_neighbour(voice, item, neighbours[1]),
        method_href=urls.link(voice.tail, urls.METHOD),
        ledger=page_ledger(voice, [story]),
    )


def _rating(voice: Voice, item: Item, standing: Standing) -> RatingView | None:
    rated = last_rating(item, standing)
    if rated is None:
        return None
    by, day = voice.unit(rated.by), voice.day(rated.day)
    return RatingView(declared=rated.declared, computed=rated.computed, by=by, day=day)


def _origin(voice: Voice, item: Item) -> Markup | None:
    origin = item.origin
    if origin is None:
        return None
    parts = [voice.say(origin.inspection)] if origin.inspection else []
    parts += [voice.quote(p) for p in (origin.batch, origin.number) if p]
    return Markup(voice.words.punctuation.comma).join(parts)


def _measure(voice: Voice, number: int, measure: Measure) -> MeasureView:
    return MeasureView(
        id=measure.id,
        number=number,
        text=voice.say(measure.text),
        by=voice.day(measure.by.last) if measure.by else None,
        done=voice.day(measure.done) if measure.done else None,
        evidence=evidence_views(voice, measure.evidence),
    )


def _neighbour(voice: Voice, item: Item, other: str | None) -> Link | None:
    return voice.link(urls.item_tail(item.plan, other), voice.item_name(other)) if other else None


def _indicators(voice: Voice, item: Item) -> tuple[Link, ...]:
    folder = voice.registry.plan_folder(item.plan)
    linked = (i for i in folder.indicators if item.id in i.items)
    return tuple(voice.link(urls.indicator_tail(item.plan, i.id), voice.say(i.name)) for i in linked)


def _notices(voice: Voice, item: Item) -> tuple[Link, ...]:
    about = (n for n in voice.registry.notices if n.head.plan == item.plan and item.id in n.head.items)
    return tuple(voice.link(urls.notice_tail(n.id), voice.say(n.document.title)) for n in about)


def _limits(voice: Voice, facts: Facts) -> tuple[tuple[str, Markup], ...]:
    """The numbers of days that decide before an item is done: how soon is soon, how long is silent."""
    if facts.done_on:
        return ()
    days, limits = voice.words.item.days, facts.limits
    if facts.due:
        return (("soon", counted(days, limits.due_soon.days)),)
    since = max(facts.last_report_on or limits.begins_on, limits.begins_on)
    return (("since", voice.day(since)), ("quiet", counted(days, limits.quiet_after.days)))


def _reason(voice: Voice, standing: Standing) -> Reason:
    facts = standing.facts
    dated = (
        ("due", facts.due),
        ("declared", facts.declared_on),
        ("done", facts.done_on),
        ("last_report", facts.last_report_on),
        ("reopened", facts.reopened_on),
    )
    inputs = tuple((name, voice.day(day)) for name, day in dated if day) + _limits(voice, facts)
    return Reason(
        state_rule=standing.state_rule,
        state_words=voice.say(voice.rules[standing.state_rule]),
        timeliness_rule=standing.timeliness_rule,
        timeliness_words=voice.say(voice.rules[standing.timeliness_rule]),
        inputs=inputs,
    )
