"""Where a value stands: the line and column of an anchor's path in its file.

Only files in which a problem was found are read again here, which costs several times the plain walk.
Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..ground.problems import Anchor, Position, Problem, Step
from .front_matter import split_front_matter
from .nodes import Node, compose
from .scalars import ScalarPlaces

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
        self._offset = 0
        self._body_line = 1
        if file.endswith(".md"):
            head = split_front_matter(text)
            text, self._offset, self._body_line = head.yaml, 1, head.body_line
        self._text = text
        self._root = compose(text).root
        self._scalars: dict[Position, ScalarPlaces] = {}

    def position(self, anchor: Anchor) -> Position:
        if anchor.path == ("@body",):
            within = anchor.within or Position(line=1, column=1)
            return Position(line=self._body_line + within.line - 1, column=within.column)
        place = self._find(anchor)
        return Position(line=place.line + self._offset, column=place.column)

    def _find(self, anchor: Anchor) -> Position:
        """The place of what the path leads to, or of the last step that is there: the index of a single
        closure stands without its list."""
        node, place = self._root, Position(line=1, column=1)
        if node is None:
            return place
        place = node.start
        for depth, step in enumerate(anchor.path):
            entry = _entry(node, step)
            if entry is None:
                continue
            key, node = entry
            wants_key = anchor.on_key and depth == len(anchor.path) - 1
            place = (key if wants_key and key is not None else node).start
        return self._inside(node, anchor.within) if anchor.within and node.style is not None else place

    def _inside(self, node: Node, within: Position) -> Position:
        if node.start not in self._scalars:
            self._scalars[node.start] = ScalarPlaces(self._text, node)
        return self._scalars[node.start].place(within)


def _entry(node: Node, step: Step) -> tuple[Node | None, Node] | None:
    """The key node (None in a list) and value node one step further; None where the step is not in
    the file, as with the index of a single closure that stands without its list. Text names an entry of
    a list by its id, date or period."""
    if (entry := node.entries.get(step)) or not isinstance(step, str):
        return entry
    return next((e for e in node.entries.values() if e[0] is None and step in _names(e[1])), None)


def _names(node: Node) -> set[str]:
    found = (node.entries.get(key) for key in ("id", "date", "period"))
    return {entry[1].value for entry in found if entry and entry[1].style is not None}
