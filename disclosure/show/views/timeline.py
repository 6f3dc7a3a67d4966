"""The timeline of an item: updates, extensions, supervision, and the steps of closure, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ...plan.model import ClosureRound, Extension, Item
from ..voice import Link, Voice
from .parts import EvidenceView, evidence_views


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing on the timeline. `kind` names its word: the report of an update, `extension`, the
    kind of a supervision, or a step of closure. `is_prose` says that the body has paragraphs of its own;
    `by_word` names the word for `by`. `document` is the number of the document that
    decides. `measures` are the measures that an update answers."""

    day: Markup
    order: date
    anchor: str | None
    kind: str
    head: Markup | None
    body: Markup | None
    is_prose: bool
    by: Link | None
    by_word: str
    pace: str | None
    rating: str | None
    document: Markup | None
    measures: tuple[Link, ...]
    evidence: tuple[EvidenceView, ...]
    is_sample: bool


def timeline(voice: Voice, item: Item) -> tuple[Entry, ...]:
    """All that happened to an item, newest first; of one day, the later step first."""
    entries = sorted(_entries(voice, item), key=lambda e: e.order)
    return tuple(reversed(entries))


def dated_days(item: Item) -> list[date]:
    """The days of all dated records of an item."""
    days = [u.date for u in item.updates] + [e.date for e in item.extensions]
    days += [s.date for s in item.supervision] + [m.done for m in item.measures if m.done]
    return days + [day for closure in item.closure for _, day in closure.days]


def _entry(day: Markup, order: date, kind: str, **rest: object) -> Entry:
    blank: dict[str, object] = dict.fromkeys(("anchor", "head", "body", "by", "pace", "rating", "document"))
    blank |= {"measures": (), "evidence": (), "is_sample": False, "is_prose": False}
    blank |= {"by_word": "decided_by", **rest}
    return Entry(day=day, order=order, kind=kind, **blank)  # type: ignore[arg-type]


def _entries(voice: Voice, item: Item) -> Iterator[Entry]:
    for update in item.updates:
        yield _entry(
            voice.day(update.date),
            update.date,
            update.reports,
            anchor=f"update-{update.id}",
            body=voice.prose(update.text, level=4, prefix=f"update-{update.id}-"),
            is_prose=True,
            by=voice.unit(update.by),
            by_word="reported_by",
            pace=update.pace,
            rating=update.rating.value if update.rating else None,
            document=_document(voice, update.rating.document if update.rating else None),
            measures=tuple(_measure_link(voice, item, m) for m in update.measures),
            evidence=evidence_views(voice, update.evidence),
            is_sample=update.sample,
        )
    for extension in item.extensions:
        yield _entry(
            voice.day(extension.date),
            extension.date,
            "extension" if extension.to.last > extension.from_.last else "advance",
            anchor=f"extension-{extension.date}",
            head=_moved(voice, extension),
            body=voice.say(extension.reason),
            by=voice.unit(extension.approved_by),
            document=_document(voice, extension.document),
            evidence=evidence_views(voice, extension.evidence),
            is_sample=extension.sample,
        )
    for step in item.supervision:
        anchor = f"supervision-{step.anchor_id}"
        by, body = voice.unit(step.by), voice.say(step.text)
        yield _entry(
            voice.day(step.date), step.date, step.kind, anchor=anchor, by=by, body=body, is_sample=step.sample
        )
    for number, closure in enumerate(item.closure, 1):
        yield from _closure_entries(voice, number, closure)


def _document(voice: Voice, number: str | None) -> Markup | None:
    return voice.quote(number) if number else None


def _moved(voice: Voice, extension: Extension) -> Markup:
    """From which last day to which; and that it was decided too late, where it was."""
    words, old, new = voice.words, voice.day(extension.from_.last), voice.day(extension.to.last)
    head = Markup(words.item.extended.format(old=old, new=new))
    is_late = extension.date > extension.from_.last
    return head + words.punctuation.comma + words.extensions.late if is_late else head


def _closure_entries(voice: Voice, number: int, closure: ClosureRound) -> Iterator[Entry]:
    """The steps of a round; the first of them carries the round's anchor."""
    anchor: str | None = f"closure-{number}"
    accepted, closed, reopened = closure.accepted, closure.closed, closure.reopened
    details: dict[str, dict[str, object]] = {"notice": _notice_details(voice, closure)}
    if accepted:
        text = voice.say(accepted.text) if accepted.text else None
        evidence = evidence_views(voice, accepted.evidence)
        details["accepted"] = {"by": voice.unit(accepted.by), "body": text, "evidence": evidence}
    if closed:
        details["closed"] = {"by": voice.unit(closed.by)}
    if reopened:
        details["reopened"] = {"by": voice.unit(reopened.by), "body": voice.say(reopened.reason)}
    for name, day in closure.days:
        rest = details.get(name, {})
        yield _entry(voice.day(day), day, name, anchor=anchor, is_sample=closure.sample, **rest)
        anchor = None


def _notice_details(voice: Voice, closure: ClosureRound) -> dict[str, object]:
    notice = closure.notice
    if notice is None:
        return {}
    words = voice.words.item
    head = words.notice_period.format(
        first=voice.day(notice.from_),
        last=voice.day(notice.to),
        length=notice.length,
        unit=voice.words.day_unit[notice.unit],
    )
    over = voice.registry.as_of > notice.to and not closure.closed
    parts = [words.notice_over] if over else []
    parts.append(words.objections.format(n=notice.objections))
    parts += [voice.say(notice.handling)] if notice.handling else []
    return {"head": head, "body": Markup(" ").join(parts)}


def _measure_link(voice: Voice, item: Item, measure: str) -> Link:
    number = next(n for n, m in enumerate(item.measures, 1) if m.id == measure)
    return Link(href=f"#measure-{measure}", words=voice.words.item.measure_number.format(n=number))
