"""Parts that several views share: deadlines, evidence, lines of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ...judge.report import PlanReport
from ...judge.rows import ItemRow
from ...plan.deadlines import Deadline
from ...plan.model import Evidence
from ...plan.state import STATES, Facts
from ...plan.text import Lang
from .. import urls
from ..days import period_words
from ..voice import Link, Voice

# Units that are named where they have not reported; the status page has them all.
MOST_NAMED = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class DeadlineView:
    """A deadline as printed, its stages with their last days, and its last day now. `due` and
    `original_due` are None without a date and differ after an extension, which `was_moved` says;
    `slip_days` is negative where the deadline was brought forward. `is_before_plan`: the original last
    day lay before the plan was issued."""

    wording: Markup
    stages: tuple[tuple[Markup, Markup], ...]
    due: Markup | None
    original_due: Markup | None
    was_moved: bool
    slip_days: int
    is_before_plan: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceView:
    link: Link
    kind: str
    size: int | None
    sha256: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RowView:
    """A line of a list of items. What scripts filter, sort and count by stands beside what is shown:
    `due_day`, `original_day` and `last_report_day` as ISO days, empty without one; `units` (lead and
    support) and `areas` as ids joined by spaces. `is_pending` says that the item is not done and has a
    date: only then does the reader's own day decide how it stands."""

    number: Markup
    id: str
    link: Link
    category: str
    leads: tuple[Link, ...]
    deadline: Markup
    due: Markup | None
    due_day: str
    original_day: str
    units: str
    areas: str
    is_pending: bool
    original_due: Markup | None
    state: str
    timeliness: str
    is_standing: bool
    last_report: Markup | None
    last_report_day: str
    has_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Gaps:
    """What keeps a plan's totals from being whole: `is_partial`, the site holds only part of the list;
    `silent_count` units owe a report for `period` and have given none, of whom the first are `silent`.
    `plan` is its name, None where the page is about one plan."""

    plan: Markup | None
    is_partial: bool
    period: str
    silent_count: int
    silent: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BarPart:
    """A part of the stacked bar: `share` of the whole in per mille, for the width only."""

    state: str
    count: int
    share: int


def deadline_view(voice: Voice, deadline: Deadline, facts: Facts) -> DeadlineView:
    """A deadline of the voice's plan as it stands."""
    original = facts.original_due
    issued = voice.registry.plan_folder(voice.plan).plan.issued
    return DeadlineView(
        wording=voice.say(deadline.text),
        stages=tuple((voice.say(s.text), voice.day(s.by.last)) for s in deadline.stages),
        due=voice.day(facts.due) if facts.due else None,
        original_due=voice.day(original) if original else None,
        was_moved=facts.due != original,
        slip_days=(facts.due - original).days if facts.due and original else 0,
        is_before_plan=original is not None and original < issued,
    )


def evidence_views(voice: Voice, evidence: Iterable[Evidence]) -> tuple[EvidenceView, ...]:
    return tuple(_evidence(voice, e) for e in evidence)


def _evidence(voice: Voice, evidence: Evidence) -> EvidenceView:
    if evidence.file is None:
        link = Link(href=evidence.url or "", words=voice.say(evidence.title))
        return EvidenceView(link=link, kind=evidence.kind, size=None, sha256=None)
    attachment = voice.registry.attachments[evidence.file]
    href = urls.root(voice.tail) + urls.file_path(evidence.file)
    return EvidenceView(
        link=Link(href=href, words=voice.say(evidence.title)),
        kind=evidence.kind,
        size=attachment.size,
        sha256=attachment.sha256,
    )


def row_view(voice: Voice, row: ItemRow) -> RowView:
    moved = row.due != row.original_due and row.original_due is not None
    return RowView(
        number=voice.number(row.id, row.source_number),
        id=row.id,
        link=voice.link(urls.item_tail(row.plan, row.id), voice.say(row.title)),
        category=row.category,
        leads=voice.units(row.lead),
        deadline=voice.say(row.deadline),
        due=voice.day(row.due) if row.due else None,
        due_day=row.due.isoformat() if row.due else "",
        original_day=row.original_due.isoformat() if row.original_due else "",
        units=" ".join(dict.fromkeys((*row.lead, *row.support))),
        areas=" ".join(row.areas),
        is_pending=row.due is not None and row.done_on is None,
        original_due=voice.day(row.original_due) if moved and row.original_due else None,
        state=row.state,
        timeliness=row.timeliness,
        is_standing=row.is_standing,
        last_report=voice.day(row.last_report_on) if row.last_report_on else None,
        last_report_day=row.last_report_on.isoformat() if row.last_report_on else "",
        has_sample=row.has_sample,
    )


def size_words(size: int, lang: Lang) -> str:
    """The size of a file as people read it."""
    if size < 1000:
        return f"{size} 字节" if lang == "zh" else f"{size} bytes"
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def gaps_of(voice: Voice, reports: Iterable[PlanReport]) -> tuple[Gaps, ...]:
    """What is missing, plan by plan; nothing for a plan that is whole."""
    found = (_gaps(voice, report) for report in reports)
    return tuple(gaps for gaps in found if gaps.is_partial or gaps.silent_count)


def _gaps(voice: Voice, report: PlanReport) -> Gaps:
    plan, period = report.folder.plan, report.last_period
    return Gaps(
        plan=voice.say(plan.title) if len(voice.registry.plans) > 1 and not voice.plan else None,
        is_partial=not plan.list_complete,
        period=period_words(period, voice.lang) if period else "",
        silent_count=len(report.silent_units),
        silent=voice.units(report.silent_units[:MOST_NAMED]),
    )


def state_bar(rows: Iterable[ItemRow]) -> tuple[BarPart, ...]:
    """The states that occur, in their order, with their shares of all rows."""
    counts = Counter(r.state for r in rows)
    total = sum(counts.values())
    return tuple(
        BarPart(state=s, count=counts[s], share=round(1000 * counts[s] / total)) for s in STATES if counts[s]
    )
