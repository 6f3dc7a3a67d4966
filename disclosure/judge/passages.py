"""Where two versions of a text differ, as short passages for messages: plain text on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 60
_WORD = re.compile(r"[\w.]{2}", re.ASCII)
_AROUND = 4


def passage(old: str, new: str) -> tuple[str, str]:
    """What differs, in the old and in the new version, with a few characters around it; empty where a
    version has nothing there. What is longer than LONGEST is cut."""
    start, end = common_ends(old, new)
    first, last = max(0, start - _AROUND), max(0, end - _AROUND)
    while first and _is_within(old, first):
        first -= 1
    while last and _is_within(old, len(old) - last):
        last -= 1
    return brief(old[first : len(old) - last]), brief(new[first : len(new) - last])


def common_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many pieces both versions begin with, and how many of the rest they end with."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, end


def _is_within(text: str, place: int) -> bool:
    """Whether a place lies within a Latin word or a number."""
    return bool(_WORD.fullmatch(text[place - 1 : place + 1]))


def brief(text: str, longest: int = LONGEST) -> str:
    """A text on one line, cut to a length in characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
