"""When the public could first see what: records dated after the day of judgement are not there yet.

A record that is committed before its own date enters the ledger on the day on which the site first shows
it: its own date where the site is judged as of today, else the commit that moves the fixed day past it.
What happens to it until then has been seen by nobody, and is told as part of its first appearance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..plan.history import RECORD, History, Revision
from ..plan.periods import parse_day
from .weight import day_of, record_of, with_change

# A place in the order of events: a moment, and whether before (-1) or with (0) its other changes.
Place = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A revision and the day on which the public could see it; `day` is None for what no commit holds.
    `is_mended` says that a translation follows its Chinese again."""

    revision: Revision
    is_mended: bool
    day: date | None


@dataclass(frozen=True, slots=True)
class _Release:
    """Where in the order of events a record begins to show, and on which day."""

    place: Place
    day: date | None


class Timeline:
    """The days of judgement, commit by commit, and what could be seen when."""

    def __init__(self, history: History, days: Sequence[date], as_of: date) -> None:
        self._days = days
        self._as_of = as_of
        self._now = history.now
        self._fixed = _fixed_days(history)

    def seen(self, since: Iterable[tuple[Revision, bool]]) -> Iterator[Seen]:
        """The revisions in the order in which the public could see them."""
        found: list[tuple[Place, Seen]] = []
        hidden: dict[tuple[str, str, str], tuple[Revision, _Release | None]] = {}
        for revision, is_mended in since:
            key = self._hiding(revision, hidden)
            if key is not None:
                merged = _merged(hidden.pop(key)[0], revision)
                if merged is None:
                    continue
                revision, is_mended = merged, False
            release = self._release(revision)
            if release is not None and release.place == (revision.moment, 0):
                seen = Seen(revision=revision, is_mended=is_mended, day=release.day)
                found.append((release.place, seen))
            else:
                hidden[_key(revision)] = (revision, release)
        for revision, release in hidden.values():
            if release is not None:
                found.append((release.place, Seen(revision=revision, is_mended=False, day=release.day)))
        found.sort(key=lambda entry: entry[0])
        yield from (seen for _, seen in found)

    def _hiding(
        self, revision: Revision, hidden: dict[tuple[str, str, str], tuple[Revision, _Release | None]]
    ) -> tuple[str, str, str] | None:
        """The key of the record that hides a change from the public at its moment, None where it shows."""
        for path in (revision.field, record_of(revision.field), ""):
            key = (revision.plan, revision.object, path)
            release = hidden[key][1] if key in hidden else None
            if key in hidden and (release is None or release.place[0] > revision.moment):
                return key
        return None

    def _release(self, revision: Revision) -> _Release | None:
        """When a change begins to show; None for a record that the site does not show yet."""
        moment, day = revision.moment, day_of(revision)
        at_once = _Release((moment, 0), self._days[moment] if moment < self._now else None)
        if day is None:
            return at_once
        if day > self._as_of:
            return None
        if moment == self._now or day <= (self._fixed[moment] or self._days[moment]):
            return at_once
        for later in range(moment, self._now):
            fixed = self._fixed[later]
            following = self._days[later + 1] if later + 1 < self._now else self._as_of
            if fixed is None and day <= following:
                return _Release((later + 1, -1), day)
            if fixed is not None and later > moment and day <= fixed:
                return _Release((later, -1), self._days[later])
        return _Release((self._now, -1), max(day, self._days[-1]))


def _key(revision: Revision) -> tuple[str, str, str]:
    path = "" if revision.field == RECORD else revision.field
    return (revision.plan, revision.object, path)


def _merged(hidden: Revision, revision: Revision) -> Revision | None:
    """A record that nobody has seen with a further change made to it; None where it is taken away."""
    if revision.field in (hidden.field, RECORD):
        return None if revision.new is None else replace(hidden, moment=revision.moment, new=revision.new)
    inner = revision.field.removeprefix(f"{hidden.field}/")
    record = with_change(hidden.new, inner, revision.new)
    return replace(hidden, moment=revision.moment, new=record, is_sample=str(record.get("sample")) == "true")


def _fixed_days(history: History) -> list[date | None]:
    """The fixed day of judgement at each moment, None where the site was judged as of its own day."""
    found: list[date | None] = [None] * (history.now + 1)
    changes = {v.moment: v.data for v in history.versions if v.file == "site.yaml"}
    current: date | None = None
    for moment in range(history.now + 1):
        if moment in changes and isinstance(changes[moment], dict):
            try:
                current = parse_day(str(changes[moment].get("as_of", "today")))
            except ValueError:
                current = None
        found[moment] = current
    return found
