"""Markdown, checked before it is rendered: whatever the renderer would alter, drop or cannot link.

Raw HTML needs no check: it is shown as typed. Inside code nothing counts. `links_of` and
`headings_of` tell what a text points at and what can be pointed at in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..ground.problems import Anchor, Problem
from .markdown_links import WIKI_KINDS, FoundLink, links_in, reference_links_in
from .rules import (
    broken_reference,
    emphasis_cut,
    footnote,
    heading_anchor,
    indented_code,
    link_target,
    list_blank_line,
    list_number,
    nesting,
    setext_heading,
    table_cells,
    template_remnant,
    unclosed_code,
    wiki_link,
)

Lines = list[tuple[int, str]]
MOST_UNPAIRED = 500
DEEPEST_LIST = 20

# Without any of these a text is plain paragraphs, and nothing can be wrong with it.
_SIGNS = re.compile(r"[`*_\[\]{}|<(#]|^[ \t]|^[-+=]|^[0-9]+\.|^~~~", re.MULTILINE)
_FENCE = re.compile(r"(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_HEADING = re.compile(r"#{1,6}(?P<words>.*?)(?:\s*\{(?P<anchor>#?[^{}]*)\})?\s*#*\s*\Z")
_BRACE = re.compile(r"\{#[^{}\s]*\}?\s*\Z")
_GOOD_ANCHOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_ORDERED = re.compile(r"(?P<indent> *)(?P<number>[0-9]+)\.(?=\s|\S)(?P<space>\s*)")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|[0-9]+\.)[ \t]+\S")
_RULE_LINE = re.compile(r" {0,3}(=+|-+)\s*\Z")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*\Z")
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_STAR = re.compile(r"(?<=[0-9A-Za-z])\*(?=[0-9A-Za-z][^*\n]*\*)")
_FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?P<colon>:?)")


def check_markdown(text: str, anchor: Anchor) -> tuple[Problem, ...]:
    """Every problem of a Markdown text; places count within the text that `anchor` names."""
    if not _SIGNS.search(text):
        return ()
    if refused := tuple(_check_nesting(text, anchor)):
        return refused
    lines, unclosed = _without_code(text)
    problems = [unclosed_code.RULE.at(anchor.inside(n, 1), fence=fence) for n, fence in unclosed]
    for check in _CHECKS:
        problems += check(lines, anchor)
    return tuple(problems)


def links_of(text: str) -> list[FoundLink]:
    """The links of a text, good or bad."""
    return list(links_in(_without_code(text)[0])) if "[" in text else []


def headings_of(text: str) -> list[tuple[int, str, str | None]]:
    """The headings of a text: line, words, and the anchor where one is given."""
    found: list[tuple[int, str, str | None]] = []
    for number, line in _without_code(text)[0]:
        m = _HEADING.match(line) if line.startswith("#") else None
        if m:
            given = (m["anchor"] or "").removeprefix("#") if m["anchor"] else None
            found.append((number, m["words"].strip(), given))
    return found


def _without_code(text: str) -> tuple[Lines, list[tuple[int, str]]]:
    """The numbered lines with code blanked out, and the fences that are never closed."""
    lines: Lines = []
    fence: tuple[int, str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        m = _FENCE.match(line)
        if fence is not None:
            lines.append((number, ""))
            if m and m[1].startswith(fence[1]) and line.strip() == m[1]:
                fence = None
        elif m:
            fence = (number, m[1])
            lines.append((number, ""))
        else:
            lines.append((number, _CODE.sub(lambda code: "x" * len(code[0]), line) if "`" in line else line))
    return lines, [fence] if fence else []


def _check_links(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    for link in links_in(lines):
        if link.is_good:
            continue
        at = anchor.inside(link.line, link.column)
        if link.kind in ("web", "file"):
            yield link_target.RULE.at(at, target=link.target)
        else:
            yield wiki_link.RULE.at(at, link=link.text, kinds=" ".join(WIKI_KINDS))
    for number, line in lines:
        for place, column, found in reference_links_in(number, line) if "[" in line else ():
            yield broken_reference.RULE.at(anchor.inside(place, column), found=found)


def _check_headings(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, line in lines:
        m = _BRACE.search(line) if line.startswith("#") else None
        if m is None:
            continue
        name = m[0].strip().removeprefix("{#").removesuffix("}")
        at = anchor.inside(number, m.start() + 1)
        if not m[0].strip().endswith("}") or not _GOOD_ANCHOR.match(name):
            yield heading_anchor.RULE.at(at, name=name, what_zh="写法不对", what_en="is not well formed")
        elif name in seen:
            yield heading_anchor.RULE.at(at, name=name, what_zh="重复了", what_en="stands twice")
        seen.add(name)


def _check_lists(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    """Numbers that would change, lists that would vanish into a paragraph, lists too deep."""
    before, counters = "", dict[int, int]()
    for number, line in lines:
        ordered = _ORDERED.match(line) if line[:1] in " 0123456789" else None
        if ordered and ordered["space"]:
            indent = len(ordered["indent"])
            expected = counters.get(indent, 0) + 1
            counters = {k: v for k, v in counters.items() if k < indent} | {indent: expected}
            if int(ordered["number"]) != expected or len(ordered["number"]) > 3:
                written = f"{ordered['number']}."
                facts = {"number": written, "escaped": f"{ordered['number']}\\."}
                yield list_number.RULE.at(anchor.inside(number, indent + 1), **facts)
        elif line.strip() and not line.startswith(" "):
            counters = {}
        bullet = _BULLET.match(line)
        if bullet and not bullet["indent"] and before.strip() and not _continues_list(before):
            yield list_blank_line.RULE.at(anchor.inside(number, 1))
        if bullet and len(bullet["indent"].expandtabs(4)) > 4 * DEEPEST_LIST:
            yield nesting.RULE.at(anchor.inside(number, 1), mark="- ")
        before = line
    return


def _continues_list(before: str) -> bool:
    """Whether the line before belongs to a list, or is one that ends by itself."""
    return bool(_BULLET.match(before)) or before.startswith((" ", "\t", "#", "|", ">"))


def _check_blocks(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    """Lines that turn text into a heading, and paragraphs that turn into code."""
    before, in_list = "", False
    for number, line in lines:
        if before.strip() and _RULE_LINE.match(line) and "|" not in before:
            yield setext_heading.RULE.at(anchor.inside(number, 1))
        if _BULLET.match(line) or line.startswith("[^"):
            in_list = True
        elif line.strip() and not line.startswith((" ", "\t")):
            in_list = False
        elif line.startswith(("    ", "\t")) and line.strip() and not before.strip() and not in_list:
            yield indented_code.RULE.at(anchor.inside(number, 1))
        before = line


def _check_tables(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    width, before = 0, ""
    for number, line in lines:
        if "|" not in line:
            width = 0
        elif width and _cells(line) != width:
            yield table_cells.RULE.at(anchor.inside(number, 1), found=_cells(line), wanted=width)
        elif not width and "|" in before and _TABLE_RULE.match(line):
            width = _cells(before)
            if _cells(line) != width:
                yield table_cells.RULE.at(anchor.inside(number, 1), found=_cells(line), wanted=width)
        before = line


def _cells(line: str) -> int:
    row = re.sub(r"\\\|", "", line.strip())
    row = row.removeprefix("|").removesuffix("|")
    return row.count("|") + 1


def _check_footnotes(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    defined: dict[str, Anchor] = {}
    used: dict[str, Anchor] = {}
    for number, line in lines:
        for m in _FOOTNOTE.finditer(line) if "[^" in line else ():
            at, name = anchor.inside(number, m.start() + 1), m["name"]
            if m["colon"] and m.start() == 0:
                if name in defined:
                    yield _footnote(at, name, "写了两次", "is defined twice")
                defined[name] = at
            else:
                used[name] = at
    for name in used.keys() - defined.keys():
        yield _footnote(used[name], name, "没有说明", "has no definition")
    for name in defined.keys() - used.keys():
        yield _footnote(defined[name], name, "没有引用", "is never referred to")


def _footnote(at: Anchor, name: str, zh: str, en: str) -> Problem:
    return footnote.RULE.at(at, name=name, what_zh=zh, what_en=en)


def _check_inline(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    for number, line in lines:
        if "*" in line:
            for m in _STAR.finditer(line):
                yield emphasis_cut.RULE.at(anchor.inside(number, m.start() + 1), mark="*")
        if "{" in line:
            for m in _TEMPLATE.finditer(line):
                yield template_remnant.RULE.at(anchor.inside(number, m.start() + 1), found=m[0])


def _check_nesting(text: str, anchor: Anchor) -> Iterator[Problem]:
    """Runs that make the renderer slow: refused by structure, never by a stopwatch."""
    line = 1
    for block in text.split("\n\n"):
        if len(block) > MOST_UNPAIRED and (mark := _most_unpaired(block)):
            yield nesting.RULE.at(anchor.inside(line, 1), mark=mark)
        line += block.count("\n") + 2


def _most_unpaired(block: str) -> str | None:
    """The first mark of which a block has more than may be unpaired."""
    for opening, closing in (("[", "]"), ("(", ")"), ("<", ">")):
        if block.count(opening) - block.count(closing) > MOST_UNPAIRED:
            return opening
    return next((mark for mark in "`*_" if block.count(mark) > MOST_UNPAIRED), None)


_CHECKS: tuple[Callable[[Lines, Anchor], Iterator[Problem]], ...] = (
    _check_links,
    _check_headings,
    _check_lists,
    _check_blocks,
    _check_tables,
    _check_footnotes,
    _check_inline,
)
