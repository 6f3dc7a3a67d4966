"""Where a value stands: the line and column of an anchor's path in its file.

Only files in which a problem was found are read again here, over `yaml.compose`, which costs several
times the plain walk. Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import yaml

from ..ground.problems import Anchor, Position, Problem
from .front_matter import split_front_matter
from .yaml import position_of

Source = Callable[[str], str | None]


def place_problems(problems: Iterable[Problem], source: Source) -> list[Problem]:
    """The problems with their positions. `source` gives the text of a content file, None where there
    is none to read (a missing file, bytes that are not text)."""
    found: list[Problem] = []
    trees: dict[str, _Tree] = {}
    for problem in problems:
        anchor = problem.anchor
        if anchor.position is not None:
            found.append(problem)
            continue
        if not anchor.path:
            found.append(problem.placed(Position(line=1, column=1)))
            continue
        if anchor.file not in trees:
            trees[anchor.file] = _Tree(source(anchor.file) or "", anchor.file)
        found.append(problem.placed(trees[anchor.file].position(anchor)))
    return found


class _Tree:
    """The nodes of one file, and how far its Markdown body begins from the top."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._offset = 0
        self._body_line = 1
        if file.endswith(".md"):
            head = split_front_matter(text)
            text, self._offset, self._body_line = head.yaml, 1, head.body_line
        try:
            self._root = yaml.compose(text, Loader=yaml.CBaseLoader)
        except yaml.YAMLError:
            self._root = None

    def position(self, anchor: Anchor) -> Position:
        if anchor.path == ("@body",):
            within = anchor.within or Position(line=1, column=1)
            return Position(line=self._body_line + within.line - 1, column=within.column)
        place = self._find(anchor)
        return Position(line=place.line + self._offset, column=place.column)

    def _find(self, anchor: Anchor) -> Position:
        node, place = self._root, Position(line=1, column=1)
        if node is None:
            return place
        place = position_of(node.start_mark)
        for depth, step in enumerate(anchor.path):
            entry = _entry(node, step)
            if entry is None:
                continue
            key, node = entry
            wants_key = anchor.on_key and depth == len(anchor.path) - 1
            place = position_of((key if wants_key and key is not None else node).start_mark)
        return self._inside(node, place, anchor.within) if anchor.within else place

    def _inside(self, node: Any, place: Position, within: Position) -> Position:
        """A place inside a text: exact in a block or on one line of a plain or quoted value."""
        if getattr(node, "style", None) in ("|", ">"):
            lines = self._text.split("\n")
            first = place.line + self._offset
            while first < len(lines) and not lines[first].strip():
                first += 1
            indent = len(lines[first]) - len(lines[first].lstrip(" ")) if first < len(lines) else 0
            return Position(line=first + within.line - self._offset, column=indent + within.column)
        quote = 1 if getattr(node, "style", None) in ("'", '"') else 0
        return Position(line=place.line, column=place.column + quote + within.column - 1)


def _entry(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """The key node (None in a list) and value node one step further; None where the step is not in
    the file, as with the index of a single closure that stands without its list."""
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
