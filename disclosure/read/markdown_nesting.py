"""Runs of marks that make the renderer slow or end it: refused by structure, never by a stopwatch.

What is closed costs nothing and is not counted; what is left open, or open at one time, is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..ground.problems import Anchor, Problem
from .markdown_lines import MARK_STARTS, Lines, blocks, marks_of
from .rules import nesting

MOST_UNPAIRED = 500
DEEPEST_LIST = 20

_MARKS = re.compile(r"\\.|[\[\]()<>]|`+|\*+|_+")
_CLOSED_BY = {"]": "[", ")": "(", ">": "<"}
_RULE = re.compile(r"\s*([-*_])(?:\s*\1)*\s*\Z")


def check_nesting(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    """Every block with more open marks than may be, and every line that stands too deep."""
    for block in blocks(lines):
        if sum(len(line) for _, line in block) > MOST_UNPAIRED and (mark := _most_unpaired(block)):
            yield nesting.RULE.at(anchor.inside(block[0][0], 1), mark=mark)
    for number, line in lines:
        if line[:1] in MARK_STARTS and len(line) > DEEPEST_LIST and (marks := _too_deep(line)):
            yield nesting.RULE.at(anchor.inside(number, marks[0][0] + 1), mark=marks[0][1])


def _too_deep(line: str) -> list[tuple[int, str]]:
    """The marks of a line if they nest too deep; four columns of indentation are a level."""
    marks = marks_of(line)
    if not marks:
        return []
    indent = len(line[: marks[0][0]].expandtabs(4)) // 4
    return marks if indent + len(marks) - 1 > DEEPEST_LIST and not _RULE.match(line) else []


def _most_unpaired(block: Lines) -> str | None:
    """The first mark of which more are open at one time than may be."""
    text = "\n".join(line for _, line in block)
    opened: Counter[str] = Counter()
    for m in _MARKS.finditer(text):
        sign = m[0][0]
        if sign in _CLOSED_BY:
            opened[_CLOSED_BY[sign]] -= opened[_CLOSED_BY[sign]] > 0
        elif sign == "`":
            opened[f"run {m[0]}"] ^= 1
            opened["`"] += 1 if opened[f"run {m[0]}"] else -1
        elif sign in "*_":
            before, after = text[max(0, m.start() - 1) : m.start()] or " ", text[m.end() : m.end() + 1] or " "
            opened[sign] += _step(sign, before, after, opened[sign])
        elif sign != "\\":
            opened[sign] += 1
        if opened[sign] > MOST_UNPAIRED:
            return sign
    return None


def _step(sign: str, before: str, after: str, opened: int) -> int:
    """What a run of stars or underscores does: close one, open one, or, inside a word, neither."""
    if sign == "_" and before.isalnum() and after.isalnum():
        return 0
    if opened and not before.isspace():
        return -1
    return 0 if after.isspace() else 1
