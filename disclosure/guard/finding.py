"""What a detector found in a text: the kind of thing, its place, and the thing itself folded."""

from __future__ import annotations

from dataclasses import dataclass

from ..ground.problems import Rule


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """`start` and `end` are offsets in the text as it was given; `value` is what was found without its
    separators, for comparing with what is allowed, and is never printed as it is."""

    start: int
    end: int
    rule: Rule
    value: str
