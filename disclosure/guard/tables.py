"""Markdown tables in which a column has a head and nothing below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

# One of these ends a cell of the line below the heads.
_SIGNS = ("-|", "- |", "-:|", "-: |")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")


def find_empty_columns(text: str) -> Iterator[tuple[int, int, str]]:
    """Columns without content as (offset of the table, number from 1, head)."""
    if not any(sign in text for sign in _SIGNS):
        return
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    for number in range(1, len(lines)):
        if (
            "|" in lines[number - 1]
            and "-" in lines[number]
            and "|" in lines[number]
            and _RULE.match(lines[number])
        ):
            yield from _in_table(lines, offsets, number)


def _in_table(lines: list[str], offsets: list[int], rule: int) -> Iterator[tuple[int, int, str]]:
    heads = _cells(lines[rule - 1])
    rows: list[list[str]] = []
    for line in lines[rule + 1 :]:
        if "|" not in line:
            break
        rows.append(_cells(line))
    indent = len(lines[rule - 1]) - len(lines[rule - 1].lstrip())
    for column, head in enumerate(heads):
        if head and rows and not any(column < len(row) and row[column] for row in rows):
            yield offsets[rule - 1] + indent, column + 1, head


def _cells(line: str) -> list[str]:
    row = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)]
