"""The ledger (变更台账): every change of what was published, numbered, explained and chained.

Pure: a history goes in, the ledger comes out, the same on any machine. Each entry carries the SHA-256
of the entry before it and of its own canonical form, so that no entry can be altered, dropped or moved
unseen. The form holds what the public sees and no commit id: a squash before publication changes nothing,
and a rewrite of what was published shows. In place of both values the form holds their digests, so
that what was withdrawn can be sealed later without breaking the chain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, TypeGuard
from zoneinfo import ZoneInfo

from ..ground.files import sha256
from ..plan.history import History, HistoryState, Revision
from .notes import Note, Notes, notes_of
from .stale import Follower, Key, Passage, still_stale
from .timeline import Seen, Timeline
from .weight import Weight, weight_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One change of what was published, as readers are told of it. `old` is None for what was added, `new`
    for what was taken away; both are as typed in the files, or sealed. `note` is its explanation, None where
    none is needed. One that no commit holds yet is this alone, for the preview."""

    plan: str
    object: str
    field: str
    old: Any
    new: Any
    note: Mapping[str, str] | None
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerEntry(Change):
    """A change that was committed. `day` is that of its commit in the site's time zone, never before that of
    the entry ahead (`is_clamped` says where the committer's clock ran behind)."""

    n: int
    previous: str
    hash: str
    day: date
    is_clamped: bool
    commit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A revision since publication with its day (None while no commit holds it), its weight and what
    explains it."""

    revision: Revision
    day: date | None
    weight: Weight
    note: Note | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ledger:
    """What is known of the past. Moments are the numbers of commits, counted from 0 (`History`).

    - `state`: whether the past is known; where it is not, all that follows is empty or None but `reason`,
      which is git's own word where the state is `no-git`, else empty.
    - `notes`: every change note and tombstone as it first could be read, oldest first, uncommitted ones last.
    - `stale`: of each field (plan, object, path) whose English has not followed, what it has not followed,
      oldest first; fields that are in step are not there.
    - `days`: the day of each moment in the site's time zone, none before the one ahead of it.
    - `first`: the moment of the first publication, None while the site is a draft; one that equals the number
      of `days` says that no commit holds the publication yet.
    - `uncommitted`: addresses of the files that differ from the last commit.

    What follows is empty, and `begins_on` None, until a commit publishes the site:

    - `begins_on`: the day of the first publication.
    - `judged`: all revisions since, in the order in which the public could see them, uncommitted ones last.
    - `entries`: those that a commit holds, numbered from 1; `pending`: those that none holds yet.
    - `head`: the hash of the last entry, else the digest of what was published first.
    - `published`: the addresses of attachments, each with the day from which the public has it as it is;
      one that is not committed as it is is not there."""

    state: HistoryState
    head: str = ""
    entries: tuple[LedgerEntry, ...] = ()
    pending: tuple[Change, ...] = ()
    begins_on: date | None = None
    stale: Mapping[Key, tuple[Passage, ...]] = field(default_factory=dict)
    judged: tuple[Judged, ...] = ()
    notes: tuple[Note, ...] = ()
    days: tuple[date, ...] = ()
    first: int | None = None
    uncommitted: tuple[str, ...] = ()
    published: Mapping[str, date] = field(default_factory=dict)
    reason: str = ""

    @property
    def is_public(self) -> bool:
        return self.begins_on is not None


NO_LEDGER = Ledger(state="off")


SEALED = "sealed"
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> str:
    """Plain data as JSON on one line with sorted keys: the one form that is hashed."""
    return _CANONICAL.encode(value)


def sealed(value: Any) -> Any:
    """A value with nothing left of it but its digest; None, where there was none, stays None."""
    return None if value is None else {SEALED: digest_of(value)}


def is_sealed(value: Any) -> TypeGuard[Mapping[str, str]]:
    """Whether a value of an entry is one that was withdrawn: its digest and nothing else."""
    return isinstance(value, Mapping) and value.keys() == {SEALED}


def digest_of(value: Any) -> str:
    """The digest of a value; what is sealed keeps the digest that it had."""
    if is_sealed(value):
        return str(value[SEALED])
    return sha256(canonical(value).encode())


def entry_data(entry: LedgerEntry) -> dict[str, Any]:
    """An entry as it is published."""
    data: dict[str, Any] = {
        "n": entry.n,
        "previous": entry.previous,
        "hash": entry.hash,
        "day": entry.day.isoformat(),
        "plan": entry.plan or None,
        "object": entry.object,
        "field": entry.field,
        "old": entry.old,
        "new": entry.new,
        "note": entry.note,
        "sample": entry.is_sample,
    }
    return data | ({"clamped": True} if entry.is_clamped else {})


def hash_of(data: Mapping[str, Any]) -> str:
    """The hash of an entry as it is published: of all that it says but the hash itself, with digests in
    place of both values."""
    said = {k: v for k, v in data.items() if k != "hash"}
    return sha256(canonical({**said, "old": digest_of(data["old"]), "new": digest_of(data["new"])}).encode())


def days_of(history: History, zone: ZoneInfo) -> tuple[tuple[date, bool], ...]:
    """The day of each moment, and whether it was moved up to that of the moment before."""
    found: list[tuple[date, bool]] = []
    for moment in history.moments:
        day = datetime.fromtimestamp(moment.at, UTC).astimezone(zone).date()
        last = found[-1][0] if found else day
        found.append((max(day, last), day < last))
    return tuple(found)


def ledger_of(history: History, zone: ZoneInfo, as_of: date) -> Ledger:
    """The ledger of a history. Records dated after `as_of` are left out, as on the pages, until they are
    known; edits of them are part of their first appearance."""
    if not history.is_known:
        return Ledger(state=history.state, reason=history.reason)
    days = days_of(history, zone)
    follower, all_notes = Follower(), notes_of(history.versions)
    mended = [follower.follow(revision) for revision in history.revisions]
    ledger = Ledger(
        state="known",
        stale=still_stale(follower.stale, all_notes),
        notes=tuple(all_notes),
        days=tuple(day for day, _ in days),
        first=history.first,
        uncommitted=history.uncommitted,
    )
    first = history.first
    if first is None or first >= history.now:
        return ledger
    pairs = zip(history.revisions, mended, strict=True)
    since = ((r, is_mended) for r, is_mended in pairs if r.moment > first)
    notes, timeline = Notes(all_notes), Timeline(history, ledger.days, as_of)
    judged = tuple(_judge(timeline.seen(since), notes))
    committed = (j for j in judged if j.day is not None)
    entries = tuple(_chain(committed, notes, [is_late for _, is_late in days], history))
    return replace(
        ledger,
        head=entries[-1].hash if entries else history.tree,
        entries=entries,
        pending=tuple(Change(**told_of(j)) for j in judged if j.day is None),
        begins_on=ledger.days[first],
        published=_published(history, ledger.days, first),
        judged=judged,
    )


def _published(history: History, days: Sequence[date], first: int) -> dict[str, date]:
    """The day of each attachment; what is not committed as it is has none."""
    changed = frozenset(history.uncommitted)
    return {path: days[max(moment, first)] for path, moment in history.attachments if path not in changed}


def _judge(seen: Iterable[Seen], notes: Notes) -> Iterator[Judged]:
    """Each revision that a reader could see, with its weight and its note. What needs no note has one only
    in its own commit, so that a later note never alters an entry that was published."""
    for one in seen:
        weight = weight_of(one.revision, one.is_mended)
        needs = weight in ("wording", "fact")
        note = notes.explaining(one.revision) if needs else notes.beside(one.revision)
        yield Judged(revision=one.revision, day=one.day, weight=weight, note=note)


def _chain(
    judged: Iterable[Judged], notes: Notes, clamped: Sequence[bool], history: History
) -> Iterator[LedgerEntry]:
    previous, last = history.tree, date.min
    for n, one in enumerate(judged, 1):
        revision = one.revision
        last = max(one.day or last, last)
        entry = LedgerEntry(
            **told_of(one, notes.sealing(revision)),
            n=n,
            previous=previous,
            hash="",
            day=last,
            is_clamped=clamped[revision.moment],
            commit=history.moments[revision.moment].commit,
        )
        entry = replace(entry, hash=hash_of(entry_data(entry)))
        previous = entry.hash
        yield entry


def told_of(judged: Judged, is_withdrawn: bool = False) -> dict[str, Any]:
    """The values of a Change by their names; of what was withdrawn only seals."""
    revision = judged.revision
    values = (revision.old, revision.new)
    old, new = map(sealed, values) if is_withdrawn else values
    return {
        "plan": revision.plan,
        "object": revision.object,
        "field": revision.field,
        "old": old,
        "new": new,
        "note": judged.note.text if judged.note else None,
        "is_sample": revision.is_sample,
    }
