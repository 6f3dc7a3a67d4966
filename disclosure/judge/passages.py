"""Where two versions of a text differ, as short passages for messages: plain text on one line."""

from __future__ import annotations

import re

LONGEST = 60
_WORD = re.compile(r"[\w.]{2}", re.ASCII)
_AROUND = 4


def passage(old: str, new: str) -> tuple[str, str]:
    """What differs, in the old and in the new version, with a few characters around it; empty where a
    version has nothing there. What is longer than LONGEST is cut."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    first, last = max(0, start - _AROUND), max(0, end - _AROUND)
    while first and _is_within(old, first):
        first -= 1
    while last and _is_within(old, len(old) - last):
        last -= 1
    return brief(old[first : len(old) - last]), brief(new[first : len(new) - last])


def _is_within(text: str, place: int) -> bool:
    """Whether a place lies within a Latin word or a number."""
    return bool(_WORD.fullmatch(text[place - 1 : place + 1]))


def brief(text: str, longest: int = LONGEST) -> str:
    """A text on one line, cut to a length in characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
