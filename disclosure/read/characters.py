"""Bytes become text: strict UTF-8, sizes under the caps, and no character that a reader cannot see.

A leading byte-order mark and CRLF are read as if absent. Everything refused is reported at its own
place; what remains is safe to hand to a parser. Privacy and injected words are another floor's duty.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

from ..ground.outcome import Outcome
from ..ground.problems import Anchor, Position, Problem
from .rules import damaged_text, encoding, forbidden_character, long_line, too_large

MOST_BYTES = 1_000_000
LONGEST_LINE = 100_000
MOST_REPORTED = 20
# Damage is mended place by place, so that every place of a page copied from the web is wanted at once.
MOST_DAMAGED = 200

# Controls, line breaks of other alphabets, zero-width and bidirectional marks, halves of pairs.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffd\ufffe\uffff"
    "\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f]"
)
_DAMAGED = re.compile(r"\?#[0-9]{1,6};")
_EMOJI = re.compile("[\u2190-\u2bff\u3030\u303d\u3297\u3299\u00a9\u00ae\U0001f000-\U0001faff]")
_KEYCAP = re.compile("[0-9#*]\ufe0f\u20e3")
_JOINERS = "\u200d\ufe0f"


class Lines:
    """Where the lines of a text begin, to turn an offset into a position."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line=line, column=offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a position; that of the last line for one below it."""
        return self._starts[min(position.line, len(self._starts)) - 1] + position.column - 1


def decode_text(data: bytes, file: str) -> Outcome[str]:
    """The text of a content file, or None with the problems that forbid it."""
    anchor = Anchor(file=file)
    if len(data) > MOST_BYTES:
        return Outcome(None, (too_large.RULE.at(anchor, size=len(data), most=MOST_BYTES),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problem = encoding.RULE.at(anchor, byte=f"0x{data[error.start]:02X}")
        return Outcome(None, (problem.placed(Lines(before).position(len(before))),))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    problems = (*_check_lines(text, anchor), *_check_characters(text, anchor))
    return Outcome(None if problems else text, problems)


def _check_lines(text: str, anchor: Anchor) -> list[Problem]:
    return [
        long_line.RULE.at(anchor, length=len(line), most=LONGEST_LINE).placed(Position(line=n, column=1))
        for n, line in enumerate(text.split("\n") if len(text) > LONGEST_LINE else (), 1)
        if len(line) > LONGEST_LINE
    ]


def _check_characters(text: str, anchor: Anchor) -> list[Problem]:
    if not (_FORBIDDEN.search(text) or "?#" in text):
        return []
    lines = Lines(text)
    bad = (m for m in _FORBIDDEN.finditer(text) if not _is_in_emoji(text, m.start()))
    problems = [
        forbidden_character.RULE.at(anchor, code=f"U+{ord(m[0]):04X}").placed(lines.position(m.start()))
        for m in islice(bad, MOST_REPORTED)
    ]
    for m in islice(_DAMAGED.finditer(text), MOST_DAMAGED):
        problems.append(damaged_text.RULE.at(anchor, found=m[0]).placed(lines.position(m.start())))
    return problems


def first_forbidden(text: str) -> str | None:
    """The code of the first forbidden character of a text that escapes may have put there, or None."""
    found = (m for m in _FORBIDDEN.finditer(text) if not _is_in_emoji(text, m.start()))
    first = next(found, None)
    return f"U+{ord(first[0]):04X}" if first else None


def _is_in_emoji(text: str, offset: int) -> bool:
    """Whether the character is a joiner or a variation mark that belongs to an emoji."""
    if text[offset] not in _JOINERS or offset == 0:
        return False
    before = text[offset - 1]
    if _KEYCAP.match(text, offset - 1):
        return True
    return bool(_EMOJI.match(before)) or before == "\ufe0f"
