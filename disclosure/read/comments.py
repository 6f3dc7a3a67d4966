"""Comments in YAML: a ` #` that is no comment of the contract's form would cut the text before it.

Only lines that hold a `#` after other text are looked at, and the text is parsed again only for them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import MappingStartEvent, ScalarEvent, SequenceStartEvent

from ..ground.problems import Anchor, Position, Problem
from .nodes import MOST_LEVELS
from .rules import comment_cut

Span = tuple[tuple[int, int], tuple[int, int]]
_SIGN = re.compile(r"(?<=\s)#")
_PROPER = re.compile("  # ")


def check_comments(text: str, anchor: Anchor) -> list[Problem]:
    """Every ` #` that is neither a comment of the contract's form nor inside a quoted or block text; one
    a line, since all after it is comment."""
    candidates = [
        (number, line)
        for number, line in enumerate(text.split("\n") if "#" in text else ())
        if "#" in line and not line.lstrip().startswith("#") and _SIGN.search(line)
    ]
    if not candidates:
        return []
    spans = list(_scalar_spans(text))
    problems: list[Problem] = []
    for number, line in candidates:
        signs = (m.start() for m in _SIGN.finditer(line))
        column = next((c for c in signs if not _is_inside((number, c), spans)), None)
        if column is not None and not _PROPER.match(line, column - 2):
            place = Position(line=number + 1, column=column + 1)
            problems.append(comment_cut.RULE.at(anchor).placed(place))
    return problems


def _is_inside(place: tuple[int, int], spans: list[Span]) -> bool:
    """Whether a scalar, of which each span is one, in order, holds the place."""
    number = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return number >= 0 and place < spans[number][1]


def _scalar_spans(text: str) -> Iterator[Span]:
    """The places of all scalars as ((line, column), (line, column)), counted from 0, as far as the
    text can be read within the cap of levels."""
    level = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            marks: Any = event
            if isinstance(event, ScalarEvent):
                start, end = marks.start_mark, marks.end_mark
                yield (start.line, start.column), (end.line, end.column)
            elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
                level += 1
                if level > MOST_LEVELS:
                    return
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                level -= 1
    except yaml.MarkedYAMLError:
        return
