"""Comments in YAML: a ` #` that is no comment of the contract's form would cut the text before it.

Only lines that hold a `#` after other text are looked at, and the text is parsed again only for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import MappingStartEvent, ScalarEvent, SequenceStartEvent

from ..ground.problems import Anchor, Position, Problem
from .rules import comment_cut


def check_comments(text: str, anchor: Anchor, most_levels: int) -> list[Problem]:
    """Every ` #` that is neither a comment of the contract's form nor inside a quoted or block text."""
    candidates = [
        (number, m.start())
        for number, line in enumerate(text.split("\n") if "#" in text else (), 1)
        if "#" in line
        for m in re.finditer(r"(?<=\s)#", line)
        if line[: m.start()].strip() and not re.match(r"\S  +# ", line[len(line[: m.start()].rstrip()) - 1 :])
    ]
    if not candidates:
        return []
    spans = list(_scalar_spans(text, most_levels))
    return [
        comment_cut.RULE.at(anchor).placed(Position(line=line, column=column + 1))
        for line, column in candidates
        if not any(start <= (line - 1, column) < end for start, end in spans)
        and not _is_in_comment(text, line, column)
    ]


def _is_in_comment(text: str, line: int, column: int) -> bool:
    """Whether an earlier `#` on the line, of the proper form, already began a comment."""
    before = text.split("\n")[line - 1][:column]
    return bool(re.search(r"(^|\S  +)# ", before)) or before.lstrip().startswith("#")


def _scalar_spans(text: str, most_levels: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
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
                if level > most_levels:
                    return
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                level -= 1
    except yaml.MarkedYAMLError:
        return
