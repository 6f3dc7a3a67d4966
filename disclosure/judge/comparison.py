"""What a change of the content means: field by field, what follows for items, translations and the ledger.

Both sides are judged as of the same day, so that whatever differs comes of the change and not of time.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ..plan.history import RECORD
from .ledger import Judged, Ledger
from .report import Report
from .revisions import changes_between, whole
from .rows import ItemRow
from .translation import STATES, State
from .weight import due_of

# Plan and object, as in the ledger.
Key = tuple[str, str]
# A change of what was published that lacks what it needs: an extension, for the deadline; else a note.
Lack = Literal["", "extension", "note"]


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldChange:
    """A field with its values as typed, None for what is not there; `note` is what explains it, as typed.
    `is_behind` says that the English has not followed its Chinese."""

    field: str
    old: Any
    new: Any
    is_sample: bool
    note: Mapping[str, str] | None
    lacks: Lack
    is_behind: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """What the records of an item now come to. `what` is `due`, `state` or `timeliness`; the values are days
    (None without one) or the words of the model."""

    what: Literal["due", "state", "timeliness"]
    old: date | str | None
    new: date | str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectChange:
    """An object that changed, or whose judgement did. `row` is the item as it is now, else as it was; None
    for what is no item, or cannot be judged."""

    plan: str
    object: str
    row: ItemRow | None
    changes: tuple[FieldChange, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GapChange:
    """How many English texts came into a state that wants work, and how many left it."""

    state: State
    now_count: int
    mended_count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """`added_count` counts the entries that the ledger has more, `pending_count` those of them that no commit
    holds yet; both None where there is no ledger to compare. `files` are other files that differ."""

    objects: tuple[ObjectChange, ...]
    gaps: tuple[GapChange, ...]
    added_count: int | None
    pending_count: int | None
    files: tuple[str, ...]

    @property
    def lack_count(self) -> int:
        """The number of changes that lack their extension or their note."""
        return sum(1 for o in self.objects for c in o.changes if c.lacks)


def compare(
    old: Report | None, new: Report, objects: Mapping[Key, tuple[Any, Any]], files: tuple[str, ...]
) -> Comparison:
    """What differs between two reports. `objects` are the data of what differs in the files; `old` is None
    where there was no site."""
    before = {(r.plan, f"item/{r.id}"): r for r in old.rows} if old else {}
    after = {(r.plan, f"item/{r.id}"): r for r in new.rows}
    told = _explained(new.ledger, old.ledger if old else None)
    found: list[ObjectChange] = []
    for key in sorted({*objects, *(before.keys() & after.keys())}):
        changes = tuple(_changes(key, *objects[key], told, new.ledger.stale)) if key in objects else ()
        effects = tuple(_effects(before.get(key), after.get(key)))
        if changes or effects:
            row = after.get(key) or before.get(key)
            found.append(ObjectChange(plan=key[0], object=key[1], row=row, changes=changes, effects=effects))
    added, pending = _ledger_growth(old, new)
    return Comparison(
        objects=tuple(found),
        gaps=tuple(_gaps(old, new)),
        added_count=added,
        pending_count=pending,
        files=files,
    )


Told = Mapping[tuple[str, str, str], tuple[Mapping[str, str] | None, Lack]]


def _explained(new: Ledger, old: Ledger | None) -> Told:
    """Of each field that changed since: its note, and what it lacks."""
    known = {
        (j.revision.plan, j.revision.object, j.revision.field, str(j.revision.new)) for j in _judged(old)
    }
    found: dict[tuple[str, str, str], tuple[Mapping[str, str] | None, Lack]] = {}
    for judged in new.judged:
        revision = judged.revision
        key = (revision.plan, revision.object, revision.field)
        if (*key, str(revision.new)) in known:
            continue
        lacks: Lack = ""
        if judged.note is None and judged.weight in ("wording", "fact"):
            lacks = "note"
        found[key] = (judged.note.text if judged.note else None, lacks)
    return found


def _judged(ledger: Ledger | None) -> Iterable[Judged]:
    return ledger.judged if ledger else ()


def _changes(
    key: Key, old: Any, new: Any, told: Told, stale: Container[tuple[str, str, str]]
) -> Iterator[FieldChange]:
    kind = key[1].partition("/")[0]
    if new is None:
        changes = iter([(RECORD, old, None, False)])
    else:
        changes = whole(kind, new) if old is None else changes_between(kind, old, new)
    for path, before, after, is_sample in changes:
        note, lacks = told.get((*key, path), (None, ""))
        if (*key, path) in told and kind == "item" and path == "deadline" and _is_moved(before, after):
            lacks = "extension"
        yield FieldChange(
            field=path,
            old=before,
            new=after,
            is_sample=is_sample,
            note=note,
            lacks=lacks,
            is_behind=(*key, path) in stale,
        )


def _is_moved(old: Any, new: Any) -> bool:
    """Whether a deadline that had a day has another now, which no note explains."""
    before = due_of(old)
    return before is not None and before != due_of(new)


def _effects(old: ItemRow | None, new: ItemRow | None) -> Iterator[Effect]:
    if old is None or new is None:
        return
    if old.due != new.due:
        yield Effect(what="due", old=old.due, new=new.due)
    if old.state != new.state:
        yield Effect(what="state", old=old.state, new=new.state)
    if old.timeliness != new.timeliness:
        yield Effect(what="timeliness", old=old.timeliness, new=new.timeliness)


def _gaps(old: Report | None, new: Report) -> Iterator[GapChange]:
    for state in STATES:
        sides = [
            {(g.plan, g.object, g.field) for g in report.translation if g.state == state} if report else set()
            for report in (old, new)
        ]
        if sides[0] != sides[1]:
            yield GapChange(
                state=state, now_count=len(sides[1] - sides[0]), mended_count=len(sides[0] - sides[1])
            )


def _ledger_growth(old: Report | None, new: Report) -> tuple[int | None, int | None]:
    """The entries after those that both ledgers begin with."""
    if not new.ledger.is_public:
        return None, None
    before = old.ledger.entries if old else ()
    after = new.ledger.entries
    pairs = enumerate(zip(before, after, strict=False))
    shared = next((n for n, (a, b) in pairs if a.hash != b.hash), min(len(before), len(after)))
    pending = len(new.ledger.pending)
    return len(after) - shared + pending, pending
