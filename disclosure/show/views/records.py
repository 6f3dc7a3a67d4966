"""Pages that gather one kind of record over a plan: extensions, supervision, closure notices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ...judge.report import PlanReport
from ...judge.rows import ItemRow
from ...plan.model import ClosureRound, Extension
from .. import urls
from ..charts import Bar, slip_bars
from ..frame import Channel, Crumb, PageFacts
from ..voice import Link, Voice
from ..words import same
from .parts import Gaps, gaps_of


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
class ClosureLine:
    """A public notice before closure. `is_open` as of the day of the
    data; `last_day` as scripts read it; `result` names how the round stands: in_notice, closed, reopened."""

    item: Link
    number: Markup
    first: Markup
    last: Markup
    last_day: str
    length: int
    unit: str
    is_open: bool
    objections: int
    handling: Markup | None
    accepted: Markup | None
    by: Link | None
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


def _rounds(rows: Sequence[ItemRow]) -> Iterator[tuple[ItemRow, int, ClosureRound]]:
    """The rounds that were put on notice, the newest notice first."""
    found = [(r, n, c) for r in rows for n, c in enumerate(r.closure, 1) if c.notice]
    begins = [(c.notice.from_ if c.notice else date.min, r.id, n) for r, n, c in found]
    ordered = sorted(zip(begins, found, strict=True), key=lambda pair: pair[0], reverse=True)
    yield from (entry for _, entry in ordered)


def _closure(voice: Voice, row: ItemRow, number: int, closure: ClosureRound) -> ClosureLine:
    notice, accepted, day = closure.notice, closure.accepted, voice.registry.as_of
    if notice is None:  # pragma: no cover - only rounds with a notice come here
        raise ValueError("a round without a notice has no line")
    is_open = notice.from_ <= day <= notice.to and not closure.closed
    result = "reopened" if closure.reopened else "closed" if closure.closed else "in_notice"
    return ClosureLine(
        item=_item(voice, row, f"closure-{number}"),
        number=voice.number(row.id, row.source_number),
        first=voice.day(notice.from_),
        last=voice.day(notice.to),
        last_day=notice.to.isoformat(),
        length=notice.length,
        unit=notice.unit,
        is_open=is_open,
        objections=notice.objections,
        handling=voice.say(notice.handling) if notice.handling else None,
        accepted=voice.say(accepted.text) if accepted and accepted.text else None,
        by=voice.unit(accepted.by) if accepted else None,
        result=result,
        is_sample=closure.sample,
    )
