"""Cards for other sites to embed: a plan's totals, and one item. Small, without script, never indexed.

A card says what its full page says, as of the same day, and leads there; it decides nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...judge.contradictions import contradictions_of
from ...judge.report import PlanReport
from ...judge.rows import ItemRow, has_sample
from ...plan.model import Item, Plan
from ...plan.state import Standing
from .. import urls
from ..citing import Embed
from ..frame import PageFacts
from ..voice import Link, Voice
from .overview import Figure, figures_of
from .parts import BarPart, Gaps, gaps_of, state_bar

# Shows the cards of the tests whole from 480 px on, in both languages; on a narrower page a card scrolls.
PLAN_HEIGHT, ITEM_HEIGHT = 500, 400


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanEmbedView:
    """`link` leads to the status page, where every number is explained."""

    link: Link
    figures: tuple[Figure, ...]
    bar: tuple[BarPart, ...]
    gaps: tuple[Gaps, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemEmbedView:
    """`wording` is the deadline as printed, shown where there is no date (`due`); `original_due` is None
    unless it moved. `last_report` is None before the first report; `is_contradicted`: its records do not
    agree, which the full page explains."""

    link: Link
    number: Markup
    category: str
    state: str
    timeliness: str
    is_standing: bool
    was_reopened: bool
    is_contradicted: bool
    lead_is_named: bool
    leads: tuple[Markup, ...]
    wording: Markup
    due: Markup | None
    original_due: Markup | None
    last_report: Markup | None


def plan_card(plan: Plan) -> Embed:
    return Embed(tail=urls.plan_embed_tail(plan.id), title=plan.title, height=PLAN_HEIGHT)


def item_card(item: Item) -> Embed:
    return Embed(tail=urls.item_embed_tail(item.plan, item.id), title=item.title, height=ITEM_HEIGHT)


def plan_embed_facts(voice: Voice, rows: Sequence[ItemRow]) -> PageFacts:
    plan = voice.registry.plan_folder(voice.plan).plan
    return PageFacts(
        title=plan.title,
        has_sample=any(r.has_sample for r in rows),
        stands_for=urls.status_tail(plan.id),
    )


def plan_embed_view(voice: Voice, report: PlanReport) -> PlanEmbedView:
    plan = report.folder.plan
    return PlanEmbedView(
        link=voice.link(urls.status_tail(plan.id), voice.say(plan.title)),
        figures=figures_of(voice, report),
        bar=state_bar(report.rows),
        gaps=gaps_of(voice, [report]),
    )


def item_embed_facts(voice: Voice, item: Item) -> PageFacts:
    return PageFacts(
        title=item.title,
        has_sample=has_sample(item),
        stands_for=urls.item_tail(item.plan, item.id),
    )


def item_embed_view(voice: Voice, item: Item, standing: Standing) -> ItemEmbedView:
    facts = standing.facts
    original = facts.original_due
    return ItemEmbedView(
        link=voice.link(urls.item_tail(item.plan, item.id), voice.say(item.title)),
        number=voice.number(item.id, item.source_number),
        category=item.category,
        state=standing.state,
        timeliness=standing.timeliness,
        is_standing=facts.is_standing,
        was_reopened=facts.reopened_on is not None,
        is_contradicted=bool(contradictions_of(item, standing, voice.registry)),
        lead_is_named=bool(item.support) or item.lead_named,
        leads=tuple(voice.unit_name(unit) for unit in item.lead),
        wording=voice.say(item.deadline.text),
        due=voice.day(facts.due) if facts.due else None,
        original_due=voice.day(original) if original and original != facts.due else None,
        last_report=voice.day(facts.last_report_on) if facts.last_report_on else None,
    )
