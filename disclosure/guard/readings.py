"""What was read out of an attachment: its words, and what else is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
MOST_INFLATED = 200_000_000
MOST_PAGES = 2_000
# Between cells, so that figures of neighbouring cells are not taken for one number.
CELL = " | "


class Locked(Exception):
    """It cannot be read: encrypted or damaged."""


class TooLarge(Exception):
    """It would grow too large; `what` says how."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(slots=True)
class Reading:
    """`words` are all its texts and properties, a line each or more; `hidden` names what is hidden in it,
    `active` what would run or lead elsewhere; `has_place` says that it tells where it was made; `is_scan`
    that it shows pages of which none has text."""

    words: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    active: list[str] = field(default_factory=list)
    has_place: bool = False
    is_scan: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.words)

    def add(self, other: Reading) -> None:
        """Take in what was read out of a part."""
        self.words += other.words
        self.hidden += other.hidden
        self.active += other.active
        self.has_place = self.has_place or other.has_place
