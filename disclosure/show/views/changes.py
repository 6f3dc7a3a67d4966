"""The ledger as pages: its latest changes, and the archives that hold all, by number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ...judge.ledger import Ledger, LedgerEntry
from .. import urls
from ..frame import Crumb, PageFacts
from ..voice import Voice
from ..words import same
from .ledger_lines import KINDS, Items, LedgerLine, kind_of, ledger_line

MOST_LATEST = 100
MOST_WEIGHTY = 30
A_PAGE = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangesView:
    """`weighty` are changes of deadlines and goals, `days` the latest of all by day, newest first;
    `archives` are (first number, last number, address) of the pages that hold all. `state` says why there is
    nothing where the past is not known."""

    state: str
    begins: Markup | None
    total_count: int
    head: str
    weighty: tuple[LedgerLine, ...]
    weighty_count: int
    days: tuple[tuple[Markup, tuple[LedgerLine, ...]], ...]
    pending: tuple[LedgerLine, ...]
    kinds: tuple[tuple[str, int], ...]
    archives: tuple[tuple[int, int, str], ...]
    data_href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchiveView:
    """The entries from number `first` to `last`, in order."""

    first: int
    last: int
    lines: tuple[LedgerLine, ...]
    kinds: tuple[tuple[str, int], ...]
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
    weighty = [e for e in newest if kind_of(e.field) in ("deadline", "goal")]
    latest = [ledger_line(voice, e, items) for e in newest[:MOST_LATEST]]
    return ChangesView(
        state=ledger.state if ledger.state != "known" or ledger.is_public else "draft",
        begins=voice.day(ledger.begins_on) if ledger.begins_on else None,
        total_count=len(newest),
        head=ledger.head,
        weighty=tuple(ledger_line(voice, e, items) for e in weighty[:MOST_WEIGHTY]),
        weighty_count=len(weighty),
        days=tuple((day, tuple(lines)) for day, lines in groupby(latest, key=_day_of)),
        pending=tuple(ledger_line(voice, e, items) for e in ledger.pending),
        kinds=_kinds(latest),
        archives=tuple(_archives(voice, len(newest))),
        data_href=f"{urls.root(voice.tail)}data/ledger.json",
    )


def _day_of(line: LedgerLine) -> Markup:
    return line.day or Markup()


def _kinds(lines: Sequence[LedgerLine]) -> tuple[tuple[str, int], ...]:
    counts = {kind: sum(1 for line in lines if line.kind == kind) for kind in KINDS}
    return tuple((kind, count) for kind, count in counts.items() if count)


def archive_count(ledger: Ledger) -> int:
    """How many archive pages there are: none while the latest changes are all."""
    return -(-len(ledger.entries) // A_PAGE) if len(ledger.entries) > MOST_LATEST else 0


def _archives(voice: Voice, count: int) -> Iterable[tuple[int, int, str]]:
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
        lines=lines,
        kinds=_kinds(lines),
        ledger_href=urls.link(voice.tail, urls.CHANGES),
        previous=urls.link(voice.tail, urls.changes_tail(number - 1)) if number > 1 else None,
        following=(
            urls.link(voice.tail, urls.changes_tail(number + 1)) if number < archive_count(ledger) else None
        ),
    )


def _of_page(ledger: Ledger, number: int) -> tuple[LedgerEntry, ...]:
    return ledger.entries[(number - 1) * A_PAGE : number * A_PAGE]
