"""What the ledger holds of one object: its entries, and where its translation was left behind.

Items are worked on one by one in other processes, each of which is handed the story of its items alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from .ledger import Change, Ledger, LedgerEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftBehind:
    """A change of the Chinese that the English has not followed; `day` is None while no commit holds it."""

    day: date | None
    old: str
    new: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """`entries` are newest first. `stale` holds, by the path of a field, what its translation has not
    followed."""

    entries: tuple[LedgerEntry, ...] = ()
    pending: tuple[Change, ...] = ()
    stale: Mapping[str, tuple[LeftBehind, ...]] = field(default_factory=dict)


NO_STORY = Story()
Key = tuple[str, str]


class Stories:
    """The stories of all objects."""

    def __init__(self, ledger: Ledger) -> None:
        self._entries = _grouped(reversed(ledger.entries))
        self._pending = _grouped(ledger.pending)
        self._stale: dict[Key, dict[str, tuple[LeftBehind, ...]]] = {}
        for (plan, name, path), passages in ledger.stale.items():
            left = (LeftBehind(day=_day(ledger, p.moment), old=p.old, new=p.new) for p in passages)
            self._stale.setdefault((plan, name), {})[path] = tuple(left)
        self._by_file = {j.revision.file: (j.revision.plan, j.revision.object) for j in ledger.judged}

    def of(self, plan: str, name: str) -> Story:
        """The story of an object, such as `item/02` of a plan."""
        key = (plan, name)
        if key not in self._entries and key not in self._pending and key not in self._stale:
            return NO_STORY
        return Story(
            entries=tuple(self._entries.get(key, ())),
            pending=tuple(self._pending.get(key, ())),
            stale=self._stale.get(key, {}),
        )

    def of_file(self, plan: str, file: str, ident: str) -> Story:
        """The story of the item in a file, which is named by the id unless the ledger knows otherwise."""
        return self.of(*self._by_file.get(file, (plan, f"item/{ident}")))


def _day(ledger: Ledger, moment: int) -> date | None:
    return ledger.days[moment] if moment < len(ledger.days) else None


Told = TypeVar("Told", Change, LedgerEntry)


def _grouped(found: Iterable[Told]) -> dict[Key, list[Told]]:
    groups: dict[Key, list[Told]] = {}
    for one in found:
        groups.setdefault((one.plan, one.object), []).append(one)
    return groups
