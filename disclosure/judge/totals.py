"""Totals: how many items stand how, overall and by unit, category and year, all from the rows.

Pages and published data read the same records, so that they cannot differ. Every share keeps its
numerator and denominator.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..plan.state import STATES, TIMELINESS
from .rows import ItemRow

By = Literal["all", "lead", "support", "category", "deadline_year"]
NO_DATE = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class Total:
    """The items of a plan that share a key: a unit in one of its roles, a category, or the year of
    the current last day (`none` without a date). `states` and `timeliness` count them in the order of
    their lists, each kind named even where it counts nought."""

    plan: str
    by: By
    key: str
    count: int
    states: tuple[tuple[str, int], ...]
    timeliness: tuple[tuple[str, int], ...]


def percent(count: int, total: int) -> str:
    """A share in per cent with at most one decimal, never rounded to none or to all: 999 of 1,000 are
    99.9, and one of 100,000 is <0.1. Empty where there is nothing to share."""
    if total == 0:
        return ""
    text = f"{100 * count / total:.1f}".removesuffix(".0")
    if text == "100" and count < total:
        return ">99.9"
    return "<0.1" if text == "0" and count else text


def totals_of(plan: str, rows: Iterable[ItemRow]) -> tuple[Total, ...]:
    """All totals of a plan: overall, then by unit, category and year, keys in their own order."""
    own = [row for row in rows if row.plan == plan]
    found = [_total(plan, "all", "", own)]
    for by, keys in _KEYS.items():
        names = sorted({key for row in own for key in keys(row)})
        found += [_total(plan, by, name, [r for r in own if name in keys(r)]) for name in names]
    return tuple(found)


_KEYS: dict[By, Callable[[ItemRow], Sequence[str]]] = {
    "lead": lambda row: row.lead,
    "support": lambda row: row.support,
    "category": lambda row: (row.category,),
    "deadline_year": lambda row: (str(row.due.year) if row.due else NO_DATE,),
}


def _total(plan: str, by: By, key: str, rows: Sequence[ItemRow]) -> Total:
    states, times = Counter(r.state for r in rows), Counter(r.timeliness for r in rows)
    return Total(
        plan=plan,
        by=by,
        key=key,
        count=len(rows),
        states=tuple((state, states[state]) for state in STATES),
        timeliness=tuple((time, times[time]) for time in TIMELINESS),
    )
