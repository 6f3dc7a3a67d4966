"""A place inside a text of a YAML file: where the character stands in the file's own spelling.

A block keeps its lines, so the line of the text is a line of the file. A plain, quoted or folded text is
spelt otherwise than it reads: lines are joined, quotes doubled, characters escaped. There only what is
no white space is counted, which all spellings keep in order. Nothing is judged.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ..ground.problems import Position
from .characters import Lines
from .nodes import Node

_UNITS = {
    '"': re.compile(r"\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\\n|\\.|\S"),
    "'": re.compile(r"''|\S"),
}
_PLAIN = re.compile(r"\S")
_WHITE_ESCAPES = frozenset(f"\\{sign}" for sign in "nrtvf _NLP\n")


class ScalarPlaces:
    """The places of one scalar node of `text`."""

    def __init__(self, text: str, node: Node) -> None:
        self._node = node
        self._lines = text.split("\n")
        self._values = node.value.split("\n")
        self._units: list[Position] | None = None
        self._text = text

    def place(self, within: Position) -> Position:
        """The place in the file of a place in the text, both counted from 1."""
        if self._node.style == "|":
            return self._in_block(within)
        if self._units is None:
            self._units = list(_unit_places(self._text, self._node))
            self._kept = [m.start() for m in _PLAIN.finditer(self._node.value)]
            self._starts = Lines(self._node.value)
        offset = self._starts.offset(within)
        number = bisect_left(self._kept, offset)
        return self._units[number] if number < len(self._units) else self._node.start

    def _in_block(self, within: Position) -> Position:
        """Line for line; what the file has before the line of the text is its indentation."""
        line = self._node.start.line + within.line
        source = self._lines[line - 1] if line <= len(self._lines) else ""
        value = self._values[within.line - 1] if within.line <= len(self._values) else ""
        return Position(line=line, column=max(0, len(source) - len(value)) + within.column)


def _unit_places(text: str, node: Node) -> list[Position]:
    """The places of the characters of a scalar that are no white space, in order."""
    lines = Lines(text)
    first, last = lines.offset(node.start), lines.offset(node.end)
    if node.style in ("'", '"'):
        first, last = first + 1, last - 1
    elif node.style == ">":
        first = text.find("\n", first) + 1
    units = _UNITS.get(node.style or "", _PLAIN)
    return [lines.position(m.start()) for m in units.finditer(text, first, last) if not _is_white(m[0])]


def _is_white(unit: str) -> bool:
    if unit[:2] in (r"\x", r"\u", r"\U"):
        return chr(int(unit[2:], 16)).isspace()
    return unit in _WHITE_ESCAPES
