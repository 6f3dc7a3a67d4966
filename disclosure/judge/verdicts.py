"""A rule that gives an opinion: the first of a list that holds decides, and the method page shows the
list in the same order and words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..plan.text import Text

Facts = TypeVar("Facts")


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict(Generic[Facts]):
    """`gives` is the word that the rule gives, `text` says when it holds."""

    id: str
    gives: str
    text: Text
    holds: Callable[[Facts], bool]


def verdict(id: str, gives: str, zh: str, en: str, holds: Callable[[Facts], bool]) -> Verdict[Facts]:
    """A verdict written as a line of a table."""
    return Verdict(id=id, gives=gives, text=Text(zh=zh, en=en), holds=holds)


def first_of(verdicts: Iterable[Verdict[Facts]], facts: Facts) -> Verdict[Facts]:
    """The first verdict that holds; each list ends with one that always does."""
    return next(v for v in verdicts if v.holds(facts))
