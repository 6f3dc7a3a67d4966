"""All private data in a text, with what is allowed left out: one door for every place that must look."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding
from .folding import Folded, fold
from .marks import find_marks
from .masks import cover
from .numbers import find_numbers
from .people import find_people
from .permits import Permits

NOTHING = Permits()


def find_private(text: str, permits: Permits = NOTHING) -> list[Finding]:
    """What is private in a text and not allowed, in the order of its places, none inside another."""
    return find_in(fold(text), permits)


def find_in(folded: Folded, permits: Permits) -> list[Finding]:
    """The same for a text that is folded already; the places are those in the original."""
    found: list[Finding] = []
    for detect in (find_numbers, find_marks, find_people):
        for start, end, rule, value in detect(folded):
            found.append(Finding(*folded.span(start, end), rule, value))
    return [f for f in _apart(found) if not permits.allows(f)]


def _apart(found: list[Finding]) -> Iterator[Finding]:
    """Findings in order; of two that overlap the longer one stays."""
    found.sort(key=lambda f: (f.start, -f.end))
    last = -1
    for one in found:
        if one.start >= last:
            yield one
            last = one.end


def hide(text: str) -> str:
    """The text with everything private covered, character for character, for messages."""
    return cover(text, find_private(text)) if text else text
