"""The plan as a document: its catalogue table, its text with contents and anchors, where to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...judge.report import PlanReport
from ...judge.story import Story
from ...plan.original import Difference
from ...plan.site_model import Document
from .. import urls
from ..frame import PageFacts
from ..prose import Heading
from ..voice import Link, Voice
from .ledger_lines import PageLedger, page_ledger
from .parts import Gaps, RowView, gaps_of, row_view

# The first lines of the list, shown as the annex; the list itself is a page of its own.
MOST_ROWS = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    id: str
    title: Markup
    html: Markup
    headings: tuple[Heading, ...]
    is_untranslated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Catalogue:
    """The 信息公开 table. An unknown entry is None; it is left out, but for the day of publication,
    whose absence is said."""

    index_number: Markup | None
    topic: Markup | None
    issuers: tuple[Link, ...]
    issued: Markup
    published: Markup | None
    document_number: Markup | None
    validity: str
    inspection: Markup
    round: Markup | None
    level: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DifferenceView:
    """`original` is None for what was added here, `here` for what was left out."""

    original: Markup | None
    here: Markup | None
    reason: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class OriginalView:
    """`href` is our copy where there is one, else the page of its publisher; `page_href` is that page
    beside our copy. `is_compared` where every build compares the text with it."""

    title: Markup
    publisher: Markup | None
    href: str | None
    page_href: str | None
    differences: tuple[DifferenceView, ...]
    is_compared: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanView:
    """`pdf_href` is None where no PDF was made."""

    title: Markup
    catalogue: Catalogue
    is_restatement: bool
    original: OriginalView | None
    sections: tuple[Section, ...]
    gaps: tuple[Gaps, ...]
    rows: tuple[RowView, ...]
    item_count: int
    items_href: str
    indicators_href: str
    indicator_count: int
    print_href: str
    pdf_href: str | None
    ledger: PageLedger


def plan_facts(voice: Voice, report: PlanReport) -> PageFacts:
    folder = voice.registry.plan_folder(voice.plan)
    days = [e.day for r in report.rows[:MOST_ROWS] for e in r.events]
    return PageFacts(
        title=folder.plan.title,
        description=folder.plan.title,
        changed_on=max(days, default=folder.plan.published or folder.plan.issued),
        has_sample=any(r.has_sample for r in report.rows[:MOST_ROWS]),
        menu="plan",
    )


def plan_view(voice: Voice, report: PlanReport, stories: Sequence[Story], has_pdf: bool) -> PlanView:
    folder = report.folder
    plan = folder.plan
    return PlanView(
        title=voice.say(plan.title),
        catalogue=catalogue_view(voice),
        is_restatement=plan.restatement,
        original=original_view(voice),
        sections=tuple(section_view(voice, s) for s in folder.sections),
        gaps=gaps_of(voice, [report]),
        rows=tuple(row_view(voice, r) for r in report.rows[:MOST_ROWS]),
        item_count=len(report.rows),
        items_href=urls.link(voice.tail, urls.items_tail(plan.id)),
        indicators_href=urls.link(voice.tail, urls.indicators_tail(plan.id)),
        indicator_count=len(folder.indicators),
        print_href=urls.link(voice.tail, urls.print_tail(plan.id)),
        pdf_href=urls.link(voice.tail, urls.pdf_tail(plan.id)) if has_pdf else None,
        ledger=page_ledger(voice, stories),
    )


def section_view(voice: Voice, document: Document) -> Section:
    prose = voice.full_prose(document.body, level=3, prefix=f"{document.id}-")
    return Section(
        id=document.id,
        title=voice.say(document.title),
        html=prose.html,
        headings=prose.headings,
        is_untranslated=voice.lang == "en" and document.body.en is None,
    )


def catalogue_view(voice: Voice) -> Catalogue:
    plan = voice.registry.plan_folder(voice.plan).plan
    return Catalogue(
        index_number=voice.quote(plan.index_number) if plan.index_number else None,
        topic=voice.say(plan.topic) if plan.topic else None,
        issuers=voice.units(plan.issuers),
        issued=voice.day(plan.issued),
        published=voice.day(plan.published) if plan.published else None,
        document_number=voice.quote(plan.document_number) if plan.document_number else None,
        validity=plan.validity,
        inspection=voice.say(plan.inspection.name),
        round=voice.say(plan.inspection.round) if plan.inspection.round else None,
        level=plan.inspection.level,
    )


def original_view(voice: Voice) -> OriginalView | None:
    plan = voice.registry.plan_folder(voice.plan).plan
    original = plan.original
    if original is None:
        return None
    file = urls.root(voice.tail) + urls.file_path(original.file) if original.file else None
    return OriginalView(
        title=voice.say(original.title),
        publisher=voice.say(original.publisher) if original.publisher else None,
        href=file or original.url,
        page_href=original.url if file else None,
        differences=tuple(_difference(voice, one) for one in original.differences),
        is_compared=plan.is_compared,
    )


def _difference(voice: Voice, one: Difference) -> DifferenceView:
    return DifferenceView(
        original=voice.quote(one.original) if one.original else None,
        here=voice.quote(one.here) if one.here else None,
        reason=voice.say(one.reason),
    )
