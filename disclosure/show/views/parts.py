"""Parts that several views share: deadlines, evidence, lines of a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ...judge.rows import ItemRow
from ...plan.deadlines import Deadline
from ...plan.model import Evidence
from ...plan.registry import Registry
from ...plan.state import Facts
from ...plan.text import Lang
from .. import urls
from ..voice import Link, Voice


@dataclass(frozen=True, kw_only=True, slots=True)
class DeadlineView:
    """A deadline as printed, and its last day now. `due` and `original_due` are None without a date
    and differ after an extension, which `was_moved` says. `is_before_plan`: the original last day lay
    before the plan was public."""

    wording: Markup
    due: Markup | None
    original_due: Markup | None
    was_moved: bool
    is_before_plan: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceView:
    link: Link
    kind: str
    size: int | None
    sha256: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RowView:
    """A line of a list of items."""

    number: Markup
    id: str
    link: Link
    category: str
    leads: tuple[Link, ...]
    deadline: Markup
    due: Markup | None
    due_day: str
    original_due: Markup | None
    state: str
    timeliness: str
    is_standing: bool
    last_report: Markup | None
    last_report_day: str
    has_sample: bool


def deadline_view(voice: Voice, deadline: Deadline, facts: Facts) -> DeadlineView:
    original = facts.original_due
    return DeadlineView(
        wording=voice.say(deadline.text),
        due=voice.day(facts.due) if facts.due else None,
        original_due=voice.day(original) if original else None,
        was_moved=facts.due != original,
        is_before_plan=original is not None and original < facts.limits.begins_on,
    )


def evidence_views(voice: Voice, evidence: Iterable[Evidence]) -> tuple[EvidenceView, ...]:
    return tuple(_evidence(voice, e) for e in evidence)


def _evidence(voice: Voice, evidence: Evidence) -> EvidenceView:
    if evidence.file is None:
        link = Link(href=evidence.url or "", words=voice.say(evidence.title))
        return EvidenceView(link=link, kind=evidence.kind, size=None, sha256=None)
    attachment = voice.registry.attachments[evidence.file]
    href = f"{urls.root(voice.tail)}files/{evidence.file}"
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


def incomplete_plans(registry: Registry) -> tuple[str, ...]:
    """The plans whose list on the site is not the whole list."""
    return tuple(p.id for p in registry.plans if not p.plan.list_complete)
