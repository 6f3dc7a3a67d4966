"""The links of a Markdown text: where they stand, where they lead, and whether they may.

Pure text work: code does not count, and nothing is rendered. The forms are those of the content
contract; the renderer (`disclosure.show.prose`) uses the same patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WIKI_KINDS = ("item", "measure", "indicator", "unit", "term", "notice", "section", "file")
# Stands for the bar of a link where the renderer would take it for that of a table; no text holds it.
BAR = "\ufdd2"
WIKI_LINK = re.compile(
    r"\[\[(?P<kind>[a-z]+):(?P<id>(?<=\[\[file:)[^\[\]|\\\n\ufdd2]+|[a-z0-9/-]+)(?:#(?P<part>[a-z0-9-]+))?"
    r"(?:\\?[|\ufdd2](?P<words>[^\[\]|\ufdd2]+))?\]\]"
)
_WIKI_START = re.compile(r"\[\[[^\]]*\]?\]?")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*(?P<target><[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
)
_TARGET = re.compile(r"\]\([^\s()\]]*")
LONGEST_SHOWN = 80
_REFERENCE = re.compile(
    r"!?\[[^\[\]\n]+\][ ]?\[[^\[\]\n]*\]|^ {0,3}\[(?!\^)[^\[\]\n]+\]:\s*\S+", re.MULTILINE
)
_ALLOWED = re.compile(
    r"https://[^\s<>\"\\\[\]]+\Z|mailto:[^\s<>\"\\?\[\]]+@[^\s<>\"\\?\[\]]+\Z|tel:\+?[0-9-]+\Z|#[a-z0-9-]+\Z"
)
_FILE = re.compile(r"files/(?!.*(?:\.\.|//|\\))[^\s<>\"?#&\[\]]+\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundLink:
    """A link as written. `kind` is that of a wiki link, `file` for files/NAME, else `web`; `line`
    and `column` count from 1. `is_good` says whether its form is allowed."""

    kind: str
    target: str
    part: str
    text: str
    line: int
    column: int
    is_good: bool


def links_in(lines: list[tuple[int, str]]) -> Iterator[FoundLink]:
    """The links of (number, line) pairs in which code has been blanked out."""
    for number, line in lines:
        if "[" in line:
            yield from _wiki_links(number, line)
            yield from _inline_links(number, line)


def _wiki_links(number: int, line: str) -> Iterator[FoundLink]:
    for m in _WIKI_START.finditer(line):
        if m.start() and line[m.start() - 1] == "\\":
            continue
        good = WIKI_LINK.match(line, m.start())
        known = bool(good) and good["kind"] in WIKI_KINDS if good else False
        yield FoundLink(
            kind=good["kind"] if good else "?",
            target=good["id"] if good else "",
            part=(good["part"] or "") if good else "",
            text=m[0],
            line=number,
            column=m.start() + 1,
            is_good=known,
        )


def _inline_links(number: int, line: str) -> Iterator[FoundLink]:
    for m in _LINK.finditer(line):
        target = m["target"]
        is_file, is_closed = bool(_FILE.match(target)), line.startswith(")", m.end())
        text = target if is_closed else line[m.start("target") : m.start("target") + LONGEST_SHOWN]
        is_good = is_closed and (is_file or (not m["image"] and bool(_ALLOWED.match(target))))
        yield FoundLink(
            kind="file" if is_file else "web",
            target=target.removeprefix("files/") if is_file else target,
            part="",
            text=text,
            line=number,
            column=m.start() + 1,
            is_good=is_good,
        )


def loose_targets_in(line: str) -> Iterator[tuple[int, str]]:
    """Targets `](…` that belong to no link of this line, as where its words began on another: column
    and text."""
    closings = {m.end("words") for m in _LINK.finditer(line)}
    for m in _TARGET.finditer(line):
        if m.start() not in closings and not _is_escaped(line, m.start()):
            yield m.start() + 1, m[0][2 : 2 + LONGEST_SHOWN]


def _is_escaped(line: str, offset: int) -> bool:
    before = line[:offset]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def reference_links_in(number: int, line: str) -> Iterator[tuple[int, int, str]]:
    """Links by reference, which are not supported: line, column, text."""
    for m in _REFERENCE.finditer(line):
        if "[[" not in line[max(0, m.start() - 1) : m.end()]:
            yield number, m.start() + 1, m[0].strip()


# Kinds of records that belong to a plan; all others stand beside the plans.
IN_PLANS = frozenset({"item", "measure", "indicator", "section"})


def record_of(kind: str, target: str, plan: str) -> tuple[str, str]:
    """The plan and the id that a `[[KIND:ID]]` target names: `PLAN/ID` says its own plan, `ID` means
    `plan`. A measure's id is that of its item, a slash and its own. The plan is empty for kinds that
    stand outside plans."""
    if kind not in IN_PLANS:
        return "", target
    if target.count("/") == (2 if kind == "measure" else 1):
        plan, _, target = target.partition("/")
    return plan, target
