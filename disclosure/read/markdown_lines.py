"""The lines of a Markdown text as the checks see them: code blanked out, marks of blocks told apart.

`without_code` gives the numbered lines that hold prose; `inner` is a line without the marks of the
quotes, lists and notes that it stands in. Nothing is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Lines = list[tuple[int, str]]

_FENCE = re.compile(r"(`{3,}|~{3,})")
_OPENING = re.compile(r"(`{3,}|~{3,}) ?[A-Za-z0-9+#.-]{0,20} {0,8}\Z")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_MARK = re.compile(r"[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}\.)(?=[ \t])|\[\^[^\]\s]+\]:)")
MARK_STARTS = frozenset(" \t>-*+[0123456789")


def without_code(text: str) -> tuple[Lines, list[tuple[int, str, bool]]]:
    """The numbered lines with code blanked out; and the fences that are never closed (line, fence, False)
    or that the renderer would not take for one (line, fence, True)."""
    lines: Lines = []
    bad: list[tuple[int, str, bool]] = []
    fence: tuple[int, str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        m = _FENCE.match(line) if line[:1] in ("`", "~") else None
        if fence is not None:
            lines.append((number, ""))
            if m and m[1] == fence[1] and line.rstrip(" ") == m[1]:
                fence = None
        elif m and not _OPENING.match(line):
            bad.append((number, m[1], True))
            lines.append((number, ""))
        elif m:
            fence = (number, m[1])
            lines.append((number, ""))
        else:
            lines.append((number, _CODE.sub(lambda code: "x" * len(code[0]), line) if "`" in line else line))
    return lines, [*bad, (*fence, False)] if fence else bad


def marks_of(line: str) -> list[tuple[int, str]]:
    """The marks of blocks at the beginning of a line, each with its offset."""
    found: list[tuple[int, str]] = []
    offset = 0
    while line[offset : offset + 1] in MARK_STARTS and (m := _MARK.match(line, offset)):
        found.append((m.end() - len(m[0].lstrip()), m[0].strip()))
        offset = m.end()
    return found


def inner(line: str) -> tuple[int, str]:
    """A line without its marks and indentation, and the offset at which it begins."""
    if line[:1] not in MARK_STARTS:
        return 0, line
    marks = marks_of(line)
    offset = marks[-1][0] + len(marks[-1][1]) if marks else 0
    rest = line[offset:]
    return len(line) - len(rest.lstrip()), rest.lstrip()


def blocks(lines: Lines) -> Iterator[Lines]:
    """The runs of lines without a blank line between them."""
    block: Lines = []
    for number, line in lines:
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block
