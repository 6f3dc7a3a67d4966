"""The ledger as pages: its latest changes, those of one kind, and the archives that hold all, by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ...judge.ledger import Ledger, LedgerEntry
from ...plan.text import HTML_LANG
from .. import urls
from ..frame import Crumb, PageFacts
from ..voice import Voice
from ..words import same
from .items import Choice, Field
from .ledger_lines import KINDS, Items, LedgerLine, kind_of, ledger_line

MOST_LATEST = 100
MOST_WEIGHTY = 5
A_PAGE = 500
# What the public should see first: a promise that was moved.
WEIGHTY = ("deadline", "goal")

# The lines of each day.
Days = tuple[tuple[Markup, tuple[LedgerLine, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class KindLink:
    """Where the changes of one kind are, and how many there are; `kind` is empty for all kinds."""

    kind: str
    count: int
    href: str
    is_current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangesView:
    """`weighty` are the latest changes of deadlines and goals, `days` the latest of all by day, newest first;
    `archives` are (first number, last number, address) of the pages that hold all. `state` says why there is
    nothing where the past is not known."""

    state: str
    begins: Markup | None
    total_count: int
    head: str
    kinds: tuple[KindLink, ...]
    weighty: tuple[LedgerLine, ...]
    weighty_count: int
    fields: tuple[Field, ...]
    days: Days
    pending: tuple[LedgerLine, ...]
    archives: tuple[tuple[int, int, str], ...]
    data_href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KindView:
    """The latest changes of one kind, by day; `total_count` are all of the kind."""

    kind: str
    total_count: int
    shown_count: int
    kinds: tuple[KindLink, ...]
    fields: tuple[Field, ...]
    days: Days
    archives: tuple[tuple[int, int, str], ...]
    ledger_href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchiveView:
    """The entries from number `first` to `last`, in order."""

    first: int
    last: int
    fields: tuple[Field, ...]
    lines: tuple[LedgerLine, ...]
    ledger_href: str
    previous: str | None
    following: str | None


def changes_facts(voice: Voice, ledger: Ledger) -> PageFacts:
    words, last = voice.words.ledger, ledger.entries[-1:]
    return PageFacts(
        title=same(words.title),
        description=same(words.description),
        changed_on=last[0].day if last else None,
        has_sample=any(e.is_sample for e in ledger.entries[-MOST_LATEST:]),
        menu="changes",
    )


def changes_view(voice: Voice, ledger: Ledger, items: Items) -> ChangesView:
    newest = tuple(reversed(ledger.entries))
    weighty = [e for e in newest if kind_of(e.field) in WEIGHTY]
    latest = [ledger_line(voice, e, items) for e in newest[:MOST_LATEST]]
    return ChangesView(
        state=ledger.state if ledger.state != "known" or ledger.is_public else "draft",
        begins=voice.day(ledger.begins_on) if ledger.begins_on else None,
        total_count=len(newest),
        head=ledger.head,
        kinds=_kind_links(voice, ledger),
        weighty=tuple(ledger_line(voice, e, items) for e in weighty[:MOST_WEIGHTY]),
        weighty_count=len(weighty),
        fields=_fields(voice, latest, has_kinds=False),
        days=_days(latest),
        pending=tuple(ledger_line(voice, e, items) for e in ledger.pending),
        archives=_archives(voice, ledger),
        data_href=f"{urls.root(voice.tail)}data/ledger.json",
    )


def kinds_of(ledger: Ledger) -> dict[str, int]:
    """How many entries there are of each kind that has any, the kinds that matter most first."""
    counts = Counter(kind_of(e.field) for e in ledger.entries)
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def kind_facts(voice: Voice, ledger: Ledger, kind: str) -> PageFacts:
    words, latest = voice.words.ledger, _of_kind(ledger, kind)[:MOST_LATEST]
    return PageFacts(
        title=same(words.of_kind.format(kind=words.kind[kind])),
        description=same(words.description),
        crumbs=(Crumb(tail=urls.CHANGES, words=words.title),),
        changed_on=latest[0].day,
        has_sample=any(e.is_sample for e in latest),
        menu="changes",
    )


def kind_view(voice: Voice, ledger: Ledger, items: Items, kind: str) -> KindView:
    newest = _of_kind(ledger, kind)
    latest = [ledger_line(voice, e, items) for e in newest[:MOST_LATEST]]
    return KindView(
        kind=kind,
        total_count=len(newest),
        shown_count=len(latest),
        kinds=_kind_links(voice, ledger, kind),
        fields=_fields(voice, latest, has_kinds=False),
        days=_days(latest),
        archives=_archives(voice, ledger),
        ledger_href=urls.link(voice.tail, urls.CHANGES),
    )


def _of_kind(ledger: Ledger, kind: str) -> list[LedgerEntry]:
    """The entries of a kind, newest first."""
    return [e for e in reversed(ledger.entries) if kind_of(e.field) == kind]


def _kind_links(voice: Voice, ledger: Ledger, current: str = "") -> tuple[KindLink, ...]:
    """The ways to the changes of each kind, that to all before them; none where there is but one kind."""
    counts = kinds_of(ledger)
    if len(counts) < 2:
        return ()
    ways = {"": (len(ledger.entries), urls.CHANGES)}
    ways |= {kind: (count, urls.changes_kind_tail(kind)) for kind, count in counts.items()}
    return tuple(
        KindLink(kind=kind, count=count, href=urls.link(voice.tail, tail), is_current=kind == current)
        for kind, (count, tail) in ways.items()
    )


def _days(lines: Sequence[LedgerLine]) -> Days:
    return tuple((day, tuple(found)) for day, found in groupby(lines, key=lambda line: line.day or Markup()))


def _fields(voice: Voice, lines: Sequence[LedgerLine], has_kinds: bool) -> tuple[Field, ...]:
    """What tells at least two of the lines apart; kinds only where the page is not one of a set by kind."""
    counts = {
        "kind": Counter(line.kind for line in lines if has_kinds),
        "plan": Counter(line.plan for line in lines if line.plan),
        "year": Counter(str(line.year) for line in lines),
    }
    orders = {
        "kind": KINDS,
        "plan": tuple(counts["plan"]),
        "year": tuple(sorted(counts["year"], reverse=True)),
    }
    found = (
        Field(name=name, choices=tuple(_choice(voice, name, v, count[v]) for v in orders[name] if count[v]))
        for name, count in counts.items()
    )
    return tuple(field for field in found if len(field.choices) > 1)


def _choice(voice: Voice, name: str, value: str, count: int) -> Choice:
    if name == "kind":
        return Choice(value=value, count=count, words=str(voice.words.ledger.kind[value]))
    title = (
        next((f.plan.title for f in voice.registry.plans if f.id == value), None) if name == "plan" else None
    )
    if title is None:
        return Choice(value=value, count=count, words=value)
    lang = title.lang_for(voice.lang)
    strange = HTML_LANG[lang] if lang != voice.lang else None
    return Choice(value=value, count=count, words=voice.plain(title), lang=strange)


def archive_count(ledger: Ledger) -> int:
    """How many archive pages there are: none while the latest changes are all."""
    return -(-len(ledger.entries) // A_PAGE) if len(ledger.entries) > MOST_LATEST else 0


def _archives(voice: Voice, ledger: Ledger) -> tuple[tuple[int, int, str], ...]:
    return tuple(_archive_links(voice, len(ledger.entries)))


def _archive_links(voice: Voice, count: int) -> Iterator[tuple[int, int, str]]:
    if count > MOST_LATEST:
        for number, first in enumerate(range(1, count + 1, A_PAGE), 1):
            last = min(first + A_PAGE - 1, count)
            yield first, last, urls.link(voice.tail, urls.changes_tail(number))


def archive_facts(voice: Voice, ledger: Ledger, number: int) -> PageFacts:
    entries, words = _of_page(ledger, number), voice.words.ledger
    gaps = {"first": entries[0].n, "last": entries[-1].n}
    return PageFacts(
        title=same(words.archive.format(**gaps)),
        description=same(words.description),
        crumbs=(Crumb(tail=urls.CHANGES, words=words.title),),
        changed_on=entries[-1].day,
        has_sample=any(e.is_sample for e in entries),
        menu="changes",
    )


def archive_view(voice: Voice, ledger: Ledger, items: Items, number: int) -> ArchiveView:
    entries = _of_page(ledger, number)
    lines = tuple(ledger_line(voice, e, items) for e in entries)
    return ArchiveView(
        first=entries[0].n,
        last=entries[-1].n,
        fields=_fields(voice, lines, has_kinds=True),
        lines=lines,
        ledger_href=urls.link(voice.tail, urls.CHANGES),
        previous=urls.link(voice.tail, urls.changes_tail(number - 1)) if number > 1 else None,
        following=(
            urls.link(voice.tail, urls.changes_tail(number + 1)) if number < archive_count(ledger) else None
        ),
    )


def _of_page(ledger: Ledger, number: int) -> tuple[LedgerEntry, ...]:
    return ledger.entries[(number - 1) * A_PAGE : number * A_PAGE]
