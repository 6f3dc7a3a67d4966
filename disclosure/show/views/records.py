"""Pages that gather one kind of record over a plan: extensions, supervision, closure notices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ...judge.report import PlanReport
from ...judge.rows import ItemRow
from ...plan.model import ClosureNotice, ClosureRound, Extension
from .. import urls
from ..charts import Bar, slip_bars
from ..frame import Channel, Crumb, PageFacts
from ..voice import Link, Voice
from ..words import same
from .parts import EvidenceView, Gaps, evidence_views, gaps_of


@dataclass(frozen=True, kw_only=True, slots=True)
class ExtensionLine:
    """`slip_days` is negative where the deadline was brought forward; `is_late` says that it was
    decided after the last day had passed."""

    item: Link
    number: Markup
    old: Markup
    new: Markup
    slip_days: int
    decided: Markup
    is_late: bool
    by: Link
    document: Markup | None
    reason: Markup
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SupervisionLine:
    item: Link
    number: Markup
    day: Markup
    kind: str
    by: Link
    text: Markup
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticeSpan:
    """The days of a public notice, both ends included; `last_day` as scripts read it."""

    first: Markup
    last: Markup
    last_day: str
    length: int
    unit: str
    objections: int
    handling: Markup | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ClosureLine:
    """A round of closure that was put on public notice, or closed without one (`notice` is None).
    `is_open` as of the day of the data; `result` names how the round stands: in_notice, closed,
    reopened."""

    item: Link
    number: Markup
    leads: tuple[Link, ...]
    notice: NoticeSpan | None
    is_open: bool
    accepted: Markup | None
    accepted_on: Markup | None
    by: Link | None
    evidence: tuple[EvidenceView, ...]
    result: str
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SlipLine:
    """An item whose deadline was moved, with all its extensions end to end."""

    item: Link
    number: Markup
    original: Markup
    due: Markup
    slip_days: int
    count: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExtensionsView:
    """`moved` are the items by the length of their slip, the longest first; `lines` the single
    extensions, newest first."""

    moved: tuple[SlipLine, ...]
    lines: tuple[ExtensionLine, ...]
    gaps: tuple[Gaps, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SupervisionView:
    """Newest first."""

    lines: tuple[SupervisionLine, ...]
    gaps: tuple[Gaps, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ClosuresView:
    """Notices that are open, then those that are over."""

    open: tuple[ClosureLine, ...]
    past: tuple[ClosureLine, ...]
    channels: tuple[Channel, ...]
    gaps: tuple[Gaps, ...]


def records_facts(voice: Voice, name: str, days: Sequence[date], has_sample: bool) -> PageFacts:
    """The facts of such a page; `name` is that of its words, `days` are those of its records."""
    plan, words = voice.registry.plan_folder(voice.plan).plan, voice.words[name]
    return PageFacts(
        title=same(words.title),
        description=same(words.description),
        crumbs=(Crumb(tail=urls.plan_tail(plan.id), words=voice.plan_name(plan.id)),),
        changed_on=max(days, default=plan.published or plan.issued),
        has_sample=has_sample,
        menu="status",
    )


def _item(voice: Voice, row: ItemRow, anchor: str) -> Link:
    return voice.link(f"{urls.item_tail(row.plan, row.id)}#{anchor}", voice.say(row.title))


def extensions_page(voice: Voice, report: PlanReport) -> tuple[PageFacts, ExtensionsView]:
    found = [(e, r) for r in report.rows for e in r.extensions]
    found.sort(key=lambda pair: (pair[0].date, pair[1].id), reverse=True)
    facts = records_facts(voice, "extensions", [e.date for e, _ in found], any(e.sample for e, _ in found))
    lines = tuple(_extension(voice, e, r) for e, r in found)
    return facts, ExtensionsView(moved=_moved(voice, report), lines=lines, gaps=gaps_of(voice, [report]))


def _moved(voice: Voice, report: PlanReport) -> tuple[SlipLine, ...]:
    moved = (r for r in report.rows if r.extensions)
    found = [(r, [(e.to.last - e.from_.last).days for e in r.extensions]) for r in moved]
    found.sort(key=lambda pair: (-sum(pair[1]), pair[0].id))
    drawn = slip_bars([steps for _, steps in found])
    return tuple(
        SlipLine(
            item=voice.link(urls.item_tail(row.plan, row.id), voice.say(row.title)),
            number=voice.number(row.id, row.source_number),
            original=voice.day(row.extensions[0].from_.last),
            due=voice.day(row.extensions[-1].to.last),
            slip_days=sum(steps),
            count=len(steps),
            bars=bars,
        )
        for (row, steps), bars in zip(found, drawn, strict=True)
    )


def _extension(voice: Voice, extension: Extension, row: ItemRow) -> ExtensionLine:
    return ExtensionLine(
        item=_item(voice, row, f"extension-{extension.date}"),
        number=voice.number(row.id, row.source_number),
        old=voice.day(extension.from_.last),
        new=voice.day(extension.to.last),
        slip_days=(extension.to.last - extension.from_.last).days,
        decided=voice.day(extension.date),
        is_late=extension.date > extension.from_.last,
        by=voice.unit(extension.approved_by),
        document=voice.quote(extension.document) if extension.document else None,
        reason=voice.say(extension.reason),
        is_sample=extension.sample,
    )


def supervision_page(voice: Voice, report: PlanReport) -> tuple[PageFacts, SupervisionView]:
    found = [(s, r) for r in report.rows for s in r.supervision]
    found.sort(key=lambda pair: (pair[0].date, pair[1].id), reverse=True)
    facts = records_facts(voice, "supervision", [s.date for s, _ in found], any(s.sample for s, _ in found))
    lines = tuple(
        SupervisionLine(
            item=_item(voice, row, f"supervision-{step.anchor_id}"),
            number=voice.number(row.id, row.source_number),
            day=voice.day(step.date),
            kind=step.kind,
            by=voice.unit(step.by),
            text=voice.say(step.text),
            is_sample=step.sample,
        )
        for step, row in found
    )
    return facts, SupervisionView(lines=lines, gaps=gaps_of(voice, [report]))


def closures_page(
    voice: Voice, report: PlanReport, channels: tuple[Channel, ...]
) -> tuple[PageFacts, ClosuresView]:
    found = list(_rounds(report.rows))
    lines = [_closure(voice, row, number, closure) for row, number, closure in found]
    days = [day for _, _, closure in found for _, day in closure.days]
    facts = records_facts(voice, "closures", days, any(line.is_sample for line in lines))
    view = ClosuresView(
        open=tuple(line for line in lines if line.is_open),
        past=tuple(line for line in lines if not line.is_open),
        channels=channels,
        gaps=gaps_of(voice, [report]),
    )
    return facts, view


def open_notices(voice: Voice, report: PlanReport) -> tuple[ClosureLine, ...]:
    """The closures to which the public can object now."""
    lines = (_closure(voice, *found) for found in _rounds(report.rows))
    return tuple(line for line in lines if line.is_open)


def _rounds(rows: Sequence[ItemRow]) -> Iterator[tuple[ItemRow, int, ClosureRound]]:
    """The rounds that were put on notice or closed, the newest first."""
    found = [(r, n, c) for r in rows for n, c in enumerate(r.closure, 1) if c.notice or c.closed]
    yield from sorted(found, key=lambda entry: (_began(entry[2]), entry[0].id, entry[1]), reverse=True)


def _began(closure: ClosureRound) -> date:
    return next((day for name, day in closure.days if name in ("notice", "closed")), date.min)


def _closure(voice: Voice, row: ItemRow, number: int, closure: ClosureRound) -> ClosureLine:
    notice, accepted, day = closure.notice, closure.accepted, voice.registry.as_of
    is_open = notice is not None and notice.from_ <= day <= notice.to and not closure.closed
    result = "reopened" if closure.reopened else "closed" if closure.closed else "in_notice"
    return ClosureLine(
        item=_item(voice, row, f"closure-{number}"),
        number=voice.number(row.id, row.source_number),
        leads=voice.units(row.lead),
        notice=_notice(voice, notice) if notice else None,
        is_open=is_open,
        accepted=voice.say(accepted.text) if accepted and accepted.text else None,
        accepted_on=voice.day(accepted.date) if accepted else None,
        by=voice.unit(accepted.by) if accepted else None,
        evidence=evidence_views(voice, accepted.evidence) if accepted else (),
        result=result,
        is_sample=closure.sample,
    )


def _notice(voice: Voice, notice: ClosureNotice) -> NoticeSpan:
    return NoticeSpan(
        first=voice.day(notice.from_),
        last=voice.day(notice.to),
        last_day=notice.to.isoformat(),
        length=notice.length,
        unit=notice.unit,
        objections=notice.objections,
        handling=voice.say(notice.handling) if notice.handling else None,
    )
