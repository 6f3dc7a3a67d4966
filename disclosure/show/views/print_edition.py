"""The print edition: a plan, its list and its status as one document, in the layout of official papers.

Promises one view that stands alone on paper: whole texts, every line of the list, the tables of the
status page, nothing to press. Its own anchors hold an underscore, which an editor's cannot
(`[a-z0-9-]`), so that all anchors of the document stay apart. How it looks on paper is the style
sheet's, how it becomes a PDF is `disclosure.publish.pdf`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from markupsafe import Markup

from ...judge.report import PlanReport
from .. import urls
from ..frame import Crumb, PageFacts
from ..han import balanced
from ..voice import Link, Voice
from ..words import filled, same
from .parts import Gaps, gaps_of
from .plan import Catalogue, OriginalView, Section, catalogue_view, original_view, section_view
from .status import StatusView, status_view


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of the printed list. `deadline` is the wording of the plan, `moved_to` the last day now where
    an extension moved it, else None. `leads` and `supports` are names; no supports are empty."""

    number: Markup
    item: Link
    category: str
    leads: Markup
    supports: Markup
    deadline: Markup
    moved_to: Markup | None
    state: str
    timeliness: str
    last_report: Markup | None
    has_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintView:
    """The document. `contents` are its parts, as links within it; `data_version` is the whole digest, `head`
    that of the ledger, empty where there is none; `pdf_href` is None where no PDF was made."""

    title: Markup
    plan: Link
    pdf_href: str | None
    data_version: str
    head: str
    catalogue: Catalogue
    is_restatement: bool
    original: OriginalView | None
    contents: tuple[Link, ...]
    sections: tuple[Section, ...]
    issuers: tuple[Markup, ...]
    gaps: tuple[Gaps, ...]
    lines: tuple[Line, ...]
    status: StatusView


LIST, STATUS = "print_list", "print_status"
# The characters of 22 points that a line of 156 mm holds.
TITLE_LINE = 20


def print_facts(voice: Voice, report: PlanReport, data_version: str) -> PageFacts:
    folder, rows = report.folder, report.rows
    plan, words = folder.plan, voice.words.print
    is_readable = voice.lang == "zh" or plan.title.en is not None
    title = same(filled(words.title, plan=voice.plain(plan.title))) if is_readable else plan.title
    return PageFacts(
        title=title,
        description=same(words.description),
        crumbs=(Crumb(tail=urls.plan_tail(plan.id), words=voice.plan_name(plan.id)),),
        changed_on=max((e.day for r in rows for e in r.events), default=plan.published or plan.issued),
        has_sample=any(r.has_sample for r in rows),
        menu="plan",
        data_version=data_version,
    )


def print_view(voice: Voice, report: PlanReport, data_version: str, head: str, has_pdf: bool) -> PrintView:
    folder = report.folder
    plan, words = folder.plan, voice.words.print
    within = replace(voice, inside=urls.plan_tail(plan.id))
    sections = tuple(section_view(within, s) for s in folder.sections)
    annexes = (
        Link(href=f"#{LIST}", words=filled(words.entry, mark=words.list_mark, title=words.list)),
        Link(href=f"#{STATUS}", words=filled(words.entry, mark=words.status_mark, title=words.status)),
    )
    return PrintView(
        title=balanced(plan.title.zh, TITLE_LINE) if voice.lang == "zh" else voice.say(plan.title),
        plan=voice.link(urls.plan_tail(plan.id), words.back),
        pdf_href=urls.link(voice.tail, urls.pdf_tail(plan.id)) if has_pdf else None,
        data_version=data_version,
        head=head,
        catalogue=catalogue_view(voice),
        is_restatement=plan.restatement,
        original=original_view(voice),
        contents=(*(Link(href=f"#{s.id}", words=s.title) for s in sections), *annexes),
        sections=sections,
        issuers=tuple(voice.unit_name(u) for u in plan.issuers),
        gaps=gaps_of(voice, [report]),
        lines=tuple(_lines(voice, report)),
        status=status_view(voice, report),
    )


def _lines(voice: Voice, report: PlanReport) -> Iterator[Line]:
    """The list, in order. The names of the same units are joined once."""
    comma: Markup = voice.words.punctuation.list

    @cache
    def names(units: tuple[str, ...]) -> Markup:
        return comma.join(voice.unit_name(u) for u in units)

    for row in report.rows:
        yield Line(
            number=voice.number(row.id, row.source_number),
            item=voice.link(urls.item_tail(row.plan, row.id), voice.say(row.title)),
            category=row.category,
            leads=names(row.lead),
            supports=names(row.support),
            deadline=voice.say(row.deadline),
            moved_to=voice.day(row.due) if row.due and row.due != row.original_due else None,
            state=row.state,
            timeliness=row.timeliness,
            last_report=voice.day(row.last_report_on) if row.last_report_on else None,
            has_sample=row.has_sample,
        )
