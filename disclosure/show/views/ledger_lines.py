"""Entries of the ledger as lines of a page, and the ledger of what one page is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ...judge.field_words import capital, field_words
from ...judge.ledger import Change, LedgerEntry, is_sealed
from ...judge.story import Story
from ...plan.history import RECORD, short
from ...plan.registry import PlanFolder
from ...plan.text import Text
from .. import urls
from ..values import is_other_language, value_pair
from ..voice import Link, Voice

# The kinds that a reader can ask for, the ones that matter most first.
KINDS = ("deadline", "goal", "units", "measures", "reports", "values", "text", "listed")
_UNITS = frozenset({"lead", "support", "supervisor", "acceptor", "areas", "responsible", "issuers"})


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerLine:
    """One entry. `about` leads to the object, None where its page is gone; `name` names it; `kind` is one
    of KINDS. `is_other_language`: the change is of the other language's text alone. `how` names the word
    for what happened: added, removed, withdrawn (and not repeated), changed. `n` is None while no commit
    holds the change; `is_late` says that the committer's clock ran behind."""

    n: int | None
    plan: str
    day: Markup | None
    year: int | None
    kind: str
    how: str
    about: Link | None
    name: Markup
    field: Markup
    old: Markup | None
    new: Markup | None
    note: Markup | None
    is_other_language: bool
    is_sample: bool
    is_late: bool
    commit: str
    hash: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawnLine:
    """A part of a page that was withdrawn; `anchor` is its place there, None where something else has it."""

    anchor: str | None
    day: Markup
    reason: Markup
    approved_by: Link


@dataclass(frozen=True, kw_only=True, slots=True)
class PageLedger:
    """The ledger of one page, newest first; what no commit holds yet comes before all. `is_mixed` says that
    the page is about several objects, so that each line names its own."""

    lines: tuple[LedgerLine, ...]
    withdrawn: tuple[WithdrawnLine, ...]
    href: str
    is_mixed: bool


def kind_of(path: str) -> str:
    """The kind of a change by its field."""
    first, _, rest = path.partition("/")
    if path == RECORD:
        return "listed"
    if first in ("deadline", "extension") or (first == "measure" and rest.endswith("/by")):
        return "deadline"
    if first in ("goal", "target"):
        return "goal"
    if first in _UNITS:
        return "units"
    if first in ("measure", "measures"):
        return "measures"
    if first in ("update", "supervision", "closure"):
        return "reports"
    return "values" if first in ("value", "baseline") else "text"


# The tail of a page, None where there is none, and its name.
Named = tuple[str | None, Markup]
# Of each item, by plan and id, the anchors of its page.
Items = Mapping[tuple[str, str], frozenset[str]]
NO_ITEMS: Items = {}


def ledger_line(voice: Voice, entry: Change, items: Items = NO_ITEMS) -> LedgerLine:
    """An entry as a line of this page; `items` are those whose pages it may lead to."""
    kept = entry if isinstance(entry, LedgerEntry) else None
    old, new = value_pair(voice, entry.field, entry.old, entry.new)
    tail, name = name_of(voice, entry.plan, entry.object, entry.field, items)
    note = entry.note
    return LedgerLine(
        n=kept.n if kept else None,
        plan=entry.plan,
        day=voice.day(kept.day) if kept else None,
        year=kept.day.year if kept else None,
        kind=kind_of(entry.field),
        how=_how(entry),
        about=voice.link(tail, name) if tail is not None else None,
        name=name,
        field=_field(voice, entry),
        is_other_language=is_other_language(voice, entry.old, entry.new),
        old=old,
        new=new,
        note=voice.say(Text(zh=note["zh"], en=note.get("en"))) if note else None,
        is_sample=entry.is_sample,
        is_late=kept.is_clamped if kept else False,
        commit=short(kept.commit) if kept else "",
        hash=kept.hash[:12] if kept else "",
    )


def _how(entry: Change) -> str:
    if entry.old is None or entry.new is not None:
        return "added" if entry.old is None else "changed"
    return "withdrawn" if is_sealed(entry.old) else "removed"


def _field(voice: Voice, entry: Change) -> Markup:
    """What changed of the object; of one that came or went, what it is."""
    if entry.field == RECORD:
        whole: Markup = voice.words.ledger.whole_of[entry.object.partition("/")[0]]
        return whole
    return voice.say(capital(field_words(entry.field)))


def name_of(voice: Voice, plan: str, about: str, path: str, items: Items) -> Named:
    """The page of an object, or of the record on it that a field belongs to, and its name."""
    kind, _, ident = about.partition("/")
    beside = _BESIDE.get(kind)
    if beside:
        return beside(voice, ident)
    folder = next((f for f in voice.registry.plans if f.id == plan), None)
    return _IN_PLANS[kind](voice, folder, ident, _anchor(items.get((plan, ident)), path))


def _anchor(anchors: frozenset[str] | None, path: str) -> str | None:
    """The part of an item's page that a field is about, empty for the whole; None without a page."""
    if anchors is None:
        return None
    record = "-".join(path.split("/")[:2])
    return f"#{record}" if record in anchors else ""


def _item(
    voice: Voice, folder: PlanFolder | None, ident: str, anchor: str | None
) -> tuple[str | None, Markup]:
    name = voice.item_name(ident)
    if folder is not None and len(voice.registry.plans) > 1 and not voice.plan:
        name = Markup("{} <small>{}</small>").format(name, voice.say(folder.plan.title))
    if folder is None or anchor is None:
        return None, name
    return urls.item_tail(folder.id, ident) + anchor, name


def _indicator(voice: Voice, folder: PlanFolder | None, ident: str, anchor: str | None) -> Named:
    name = next((i.name for i in folder.indicators if i.id == ident), None) if folder else None
    if folder is None or name is None:
        return None, voice.quote(ident)
    return urls.indicator_tail(folder.id, ident), voice.say(name)


def _section(voice: Voice, folder: PlanFolder | None, ident: str, anchor: str | None) -> Named:
    title = next((s.title for s in folder.sections if s.id == ident), None) if folder else None
    if folder is None or title is None:
        return None, voice.quote(ident)
    return f"{urls.plan_tail(folder.id)}#{ident}", voice.say(title)


def _plan(
    voice: Voice, folder: PlanFolder | None, ident: str, anchor: str | None
) -> tuple[str | None, Markup]:
    if folder is None:
        return None, voice.words.nav.plan
    return urls.plan_tail(folder.id), voice.plan_name(folder.id)


def _notice(voice: Voice, ident: str) -> Named:
    title = next((n.document.title for n in voice.registry.notices if n.id == ident), None)
    return (urls.notice_tail(ident), voice.say(title)) if title else (None, voice.quote(ident))


def _free_page(voice: Voice, ident: str) -> Named:
    title = next((p.title for p in voice.registry.pages if p.id == ident), None)
    return (urls.page_tail(ident), voice.say(title)) if title else (None, voice.quote(ident))


# How objects in a plan, and those beside the plans, are found and called.
_IN_PLANS: dict[str, Callable[[Voice, PlanFolder | None, str, str | None], Named]] = {
    "item": _item,
    "indicator": _indicator,
    "section": _section,
    "plan": _plan,
}
_BESIDE: dict[str, Callable[[Voice, str], Named]] = {
    "notice": _notice,
    "page": _free_page,
    "unit": lambda voice, ident: (urls.unit_tail(ident), voice.unit_name(ident)),
    "term": lambda voice, ident: (f"{urls.METHOD}#term-{ident}", voice.say(voice.registry.terms[ident].term)),
    "change": lambda voice, ident: (urls.CHANGES, voice.quote(ident)),
    "tombstone": lambda voice, path: (path.partition("#")[0], voice.quote(path)),
    "site": lambda voice, _: (urls.HOME, voice.say(voice.registry.site.name)),
}


def page_ledger(voice: Voice, stories: Iterable[Story]) -> PageLedger:
    """The ledger of what a page is about."""
    told = tuple(stories)
    pending: list[Change] = [e for s in told for e in s.pending]
    entries = sorted((e for s in told for e in s.entries), key=lambda e: e.n, reverse=True)
    lines = tuple(ledger_line(voice, e) for e in (*pending, *entries))
    return PageLedger(
        lines=lines,
        withdrawn=tuple(_withdrawn(voice)),
        href=urls.link(voice.tail, urls.CHANGES),
        is_mixed=len(told) > 1,
    )


# Parts of every item's page; a tombstone of one only seals what the ledger holds of it.
_ALWAYS = frozenset({"finding", "goal", "measures", "timeline", "deadline", "title"})


def _withdrawn(voice: Voice) -> Iterable[WithdrawnLine]:
    """What was withdrawn from the page on which `voice` speaks."""
    for tombstone in voice.registry.tombstones:
        page, _, part = tombstone.path.partition("#")
        if page == voice.tail and part:
            yield WithdrawnLine(
                anchor=None if part in _ALWAYS else part,
                day=voice.day(tombstone.date),
                reason=voice.say(tombstone.reason),
                approved_by=voice.unit(tombstone.approved_by),
            )
