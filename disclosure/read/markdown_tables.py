"""Tables: every row of a table has as many cells as its header, or the renderer would drop what is over.

A table goes on to the next blank line, also over lines without a bar, in quotes and in lists too. Bars in
code and in `[[KIND:ID|words]]` part no cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..ground.problems import Anchor, Problem
from .markdown_lines import Lines, blocks, inner
from .markdown_links import WIKI_LINK
from .rules import table_cells

_SEPARATOR = frozenset("|:- ")
_ESCAPED = re.compile(r"\\[\\|]")


def check_tables(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    """Every row that has other cells than its header."""
    has_bars = any("|" in line for _, line in lines)
    for block in blocks(lines) if has_bars else ():
        if any("|" in line for _, line in block):
            yield from _check_block([(number, _bare(line)) for number, line in block], anchor)


def _bare(line: str) -> str:
    """A line without the marks it stands in, and without the bars that part no cells."""
    text = inner(line)[1].strip()
    if "[[" in text:
        text = WIKI_LINK.sub("x", text)
    return _ESCAPED.sub("x", text) if "\\" in text else text


def _check_block(rows: Lines, anchor: Anchor) -> Iterator[Problem]:
    width, has_border = 0, False
    for (_, before), (number, line) in pairwise(rows):
        if width:
            found = _cells(line, has_border)
        elif "|" in before and line and _SEPARATOR.issuperset(line):
            has_border = before.startswith("|") or before.endswith("|")
            width, found = _cells(before, has_border), _cells(line, has_border)
        if width and found != width:
            yield table_cells.RULE.at(anchor.inside(number, 1), found=found, wanted=width)


def _cells(row: str, has_border: bool) -> int:
    if has_border:
        row = row.removeprefix("|").removesuffix("|")
    return row.count("|") + 1
