"""The ledger of a commit, kept: a function of the commit, of zone and day of judgement, and of the code.

Only a ledger without uncommitted changes is kept. What comes back is equal to what was kept, in every part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path
from typing import Any

from ..judge.ledger import Judged, Ledger, LedgerEntry, is_sealed, told_of
from ..judge.notes import Named, Note
from ..judge.stale import Passage
from ..plan.history import Revision
from .keeping import keep, kept

_REVISION = tuple(f.name for f in fields(Revision))
# What is kept by other means than as it is: made anew from the judged revisions, or never kept at all.
_MADE = frozenset(
    {"entries", "judged", "pending", "uncommitted", "stale", "notes", "days", "published", "begins_on"}
)
_PLAIN = tuple(f.name for f in fields(Ledger) if f.name not in _MADE)


def keep_ledger(path: Path, key: list[Any], ledger: Ledger) -> None:
    """Keep the ledger, unless it holds what no commit holds."""
    if ledger.pending or ledger.uncommitted or ledger.state != "known":
        return
    numbers = {id(note): number for number, note in enumerate(ledger.notes)}
    data = {
        "plain": [getattr(ledger, name) for name in _PLAIN],
        "notes": [astuple(note) for note in ledger.notes],
        "days": [day.isoformat() for day in ledger.days],
        "stale": [[*where, [astuple(p) for p in passages]] for where, passages in ledger.stale.items()],
        "published": {name: day.isoformat() for name, day in ledger.published.items()},
        "begins": ledger.begins_on.isoformat() if ledger.begins_on else None,
        "judged": [
            [
                *(getattr(one.revision, name) for name in _REVISION),
                one.day.isoformat() if one.day else None,
                one.weight,
                numbers[id(one.note)] if one.note else None,
            ]
            for one in ledger.judged
        ],
        "genesis": ledger.entries[0].previous if ledger.entries else "",
        "entries": [_proof(entry) for entry in ledger.entries],
    }
    keep(path, key, data)


def _proof(entry: LedgerEntry) -> list[Any]:
    """What an entry says beyond its judged revision."""
    is_withdrawn = is_sealed(entry.old) or is_sealed(entry.new)
    return [entry.hash, entry.day.isoformat(), is_withdrawn, entry.is_clamped, entry.commit]


def kept_ledger(path: Path | None, key: list[Any]) -> Ledger | None:
    """The ledger that was kept under a key, None where there is none."""
    return kept(path, key, _ledger)


def _ledger(data: Any) -> Ledger:
    days = _Days()
    notes = tuple(_note(values) for values in data["notes"])
    width = len(_REVISION)
    judged = tuple(
        Judged(
            revision=Revision(**dict(zip(_REVISION, values[:width], strict=True))),
            day=days[values[width]] if values[width] else None,
            weight=values[width + 1],
            note=notes[values[width + 2]] if values[width + 2] is not None else None,
        )
        for values in data["judged"]
    )
    return Ledger(
        **dict(zip(_PLAIN, data["plain"], strict=True)),
        notes=notes,
        days=tuple(days[day] for day in data["days"]),
        stale={
            (plan, name, path): tuple(Passage(moment=m, old=old, new=new) for m, old, new in passages)
            for plan, name, path, passages in data["stale"]
        },
        published={name: days[day] for name, day in data["published"].items()},
        begins_on=days[data["begins"]] if data["begins"] else None,
        judged=judged,
        entries=tuple(_entries(judged, data["genesis"], data["entries"], days)),
    )


class _Days(dict[str, date]):
    """Each day made once."""

    def __missing__(self, text: str) -> date:
        self[text] = date.fromisoformat(text)
        return self[text]


def _note(values: Any) -> Note:
    moment, file, names, text, is_minor, is_tombstone, english_stands = values
    named = tuple(Named(plan=plan, object=name, part=part) for plan, name, part in names)
    return Note(
        moment=moment,
        file=file,
        names=named,
        text=text,
        is_minor=is_minor,
        is_tombstone=is_tombstone,
        english_stands=english_stands,
    )


def _entries(judged: tuple[Judged, ...], previous: str, proofs: Any, days: _Days) -> Iterator[LedgerEntry]:
    committed = (one for one in judged if one.day is not None)
    for n, (one, proof) in enumerate(zip(committed, proofs, strict=True), 1):
        digest, day, is_withdrawn, is_clamped, commit = proof
        yield LedgerEntry(
            **told_of(one, is_withdrawn),
            n=n,
            previous=previous,
            hash=digest,
            day=days[day],
            is_clamped=is_clamped,
            commit=commit,
        )
        previous = digest
