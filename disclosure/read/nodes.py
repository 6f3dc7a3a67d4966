"""The nodes of a YAML text with their places, for messages: which value stands where.

Built from libyaml's events, never by its own composer: that one recurses without a cap and ends the
process on deep nesting, and it follows aliases. What lies below the cap of levels, or after the first
thing that cannot be read, is not in the tree. Nothing is judged.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..ground.problems import Position, Step

MOST_LEVELS = 20


@dataclass(slots=True)
class Node:
    """A value. `entries` are those of a mapping by its keys (the first of doubled ones) or of a list by
    number, each with the node of its key, None in a list. `style` is that of a scalar (`|`, `>`, `'`,
    `"`, empty when plain), None for mappings and lists; `end` is just after it."""

    start: Position
    end: Position
    style: str | None = None
    value: str = ""
    entries: dict[Step, tuple[Node | None, Node]] = field(default_factory=dict)


@dataclass(slots=True)
class Tree:
    """The root, None where there is none, and for each doubled key the line on which it stood first."""

    root: Node | None = None
    doubled: dict[Position, int] = field(default_factory=dict)


def position_of(mark: Any) -> Position:
    """The position of a libyaml mark, counted from 1."""
    return Position(line=mark.line + 1, column=mark.column + 1)


def compose(text: str) -> Tree:
    """The tree of the first document of a text, as far as it can be read."""
    builder = _Builder(text)
    with suppress(yaml.YAMLError, _TooDeep):
        builder.document()
    return builder.tree


class _TooDeep(Exception):
    """Leaves the walk at the first node below the cap."""


class _Builder:
    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self._next = yaml.CBaseLoader(text).get_event

    def document(self) -> None:
        self._next()
        if isinstance(self._next(), yaml.DocumentStartEvent):
            event = self._next()
            self.tree.root = _node(event)
            self._fill(self.tree.root, event, 1)

    def _fill(self, node: Node, event: Any, level: int) -> None:
        """Read what is inside the node that `event` began; it is in the tree already."""
        if isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            return
        if level > MOST_LEVELS:
            raise _TooDeep
        if isinstance(event, yaml.MappingStartEvent):
            self._fill_mapping(node, level)
        else:
            self._fill_list(node, level)

    def _fill_mapping(self, node: Node, level: int) -> None:
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = _node(event)
            self._fill(key, event, level + 1)
            event = self._next()
            value = _node(event)
            first = node.entries.setdefault(key.value, (key, value))[0]
            if first is not key and first is not None:
                self.tree.doubled[key.start] = first.start.line
            self._fill(value, event, level + 1)

    def _fill_list(self, node: Node, level: int) -> None:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            value = _node(event)
            node.entries[len(node.entries)] = (None, value)
            self._fill(value, event, level + 1)


def _node(event: Any) -> Node:
    start, end = position_of(event.start_mark), position_of(event.end_mark)
    if isinstance(event, yaml.ScalarEvent):
        return Node(start=start, end=end, style=event.style or "", value=event.value)
    return Node(start=start, end=end)
