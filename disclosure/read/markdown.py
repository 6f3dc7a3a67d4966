"""Markdown, checked before it is rendered: whatever the renderer would alter, drop or cannot link.

Raw HTML needs no check: it is shown as typed. Inside code nothing counts. `links_of` and
`headings_of` tell what a text points at and what can be pointed at in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..ground.problems import Anchor, Problem
from .markdown_lines import Lines, inner, marks_of, without_code
from .markdown_links import WIKI_KINDS, FoundLink, links_in, loose_targets_in, reference_links_in
from .markdown_nesting import check_nesting
from .markdown_tables import check_tables
from .rules import (
    broken_reference,
    code_fence,
    emphasis_cut,
    footnote,
    heading_anchor,
    indented_code,
    link_target,
    list_blank_line,
    list_number,
    mark_space,
    setext_heading,
    template_remnant,
    unclosed_code,
    wiki_link,
)

# Without any of these a text is plain paragraphs, and nothing can be wrong with it.
_SIGNS = re.compile(r"[`*_\[\]{}|<>(#]|^[ \t]|^[-+=]|^[0-9]+\.|^~~~", re.MULTILINE)
_BRACE = re.compile(r"\{\s*#[^{}]*\}?\s*\Z")
_GOOD_ANCHOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_ORDERED = re.compile(r"(?P<indent> *)(?P<number>[0-9]+)\.(?=\s|\S)(?P<space>\s*)")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|[0-9]+\.)[ \t]+\S")
_RULE_LINE = re.compile(r" {0,3}(=+|-+)\s*\Z")
_TEMPLATE = re.compile(r"\{\{(?:(?!\{\{|\}\}).)*\}\}|\{%(?:(?!\{%|%\}).)*%\}")
_CLOSING = re.compile(r"(?<=[^\s#\\])#+\s*\Z")
_STAR = re.compile(r"(?<=[0-9A-Za-z])\*(?=[0-9A-Za-z][^*\n]*\*)")
_FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?P<colon>:?)")


def check_markdown(text: str, anchor: Anchor) -> tuple[Problem, ...]:
    """Every problem of a Markdown text; places count within the text that `anchor` names."""
    if not _SIGNS.search(text):
        return ()
    lines, fences = without_code(text)
    if refused := tuple(check_nesting(lines, anchor)):
        return refused
    problems = [
        (code_fence if is_odd else unclosed_code).RULE.at(anchor.inside(n, 1), fence=fence)
        for n, fence, is_odd in fences
    ]
    for check in _CHECKS:
        problems += check(lines, anchor)
    return tuple(problems)


def links_of(text: str) -> list[FoundLink]:
    """The links of a text, good or bad."""
    return list(links_in(without_code(text)[0])) if "[" in text else []


def headings_of(text: str) -> list[tuple[int, str, str | None]]:
    """The headings of a text: line, words, and the anchor where one is given."""
    found: list[tuple[int, str, str | None]] = []
    for number, line in without_code(text)[0] if "#" in text else ():
        if line.startswith("#"):
            words, anchor = _heading(line)
            found.append((number, words, anchor))
    return found


def _heading(line: str) -> tuple[str, str | None]:
    """The words of a heading, and its anchor where it has one."""
    words = line[_level(line) :].strip()
    words = words.rstrip("#").rstrip() if words.endswith("#") else words
    before, brace, name = words.rpartition("{")
    if not brace or not name.endswith("}") or "}" in name[:-1]:
        return words, None
    return before.strip(), name[:-1].removeprefix("#") or None


def _level(line: str) -> int:
    return min(6, len(line) - len(line.lstrip("#")))


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
        for column, target in loose_targets_in(line) if "](" in line else ():
            yield link_target.RULE.at(anchor.inside(number, column), target=target)
        for place, column, found in reference_links_in(number, line) if "[" in line else ():
            yield broken_reference.RULE.at(anchor.inside(place, column), found=found)


_INNER_ZH = "所在的行不从“#”开始：列表、引用里的标题不能有标识"
_INNER_EN = "stands in a line that does not begin with “#”: a heading in a list or a quotation can have none"


def _check_headings(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, line in lines:
        m = _BRACE.search(line) if "{" in line and inner(line)[1].startswith("#") else None
        if m is None:
            continue
        name = m[0].strip().removeprefix("{#").removesuffix("}")
        at = anchor.inside(number, m.start() + 1)
        if not m[0].strip().endswith("}") or not _GOOD_ANCHOR.match(name):
            yield heading_anchor.RULE.at(at, name=name, what_zh="写法不对", what_en="is not well formed")
        elif not line.startswith("#"):
            yield heading_anchor.RULE.at(at, name=name, what_zh=_INNER_ZH, what_en=_INNER_EN)
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
            if len(ordered["number"]) > 3 or int(ordered["number"]) != expected:
                written = f"{ordered['number']}."
                facts = {"number": written, "escaped": f"{ordered['number']}\\."}
                yield list_number.RULE.at(anchor.inside(number, indent + 1), **facts)
        elif line.strip() and not line.startswith(" "):
            counters = {}
        bullet = _BULLET.match(line)
        if bullet and not bullet["indent"] and before.strip() and not _continues_list(before):
            yield list_blank_line.RULE.at(anchor.inside(number, 1))
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


def _check_marks(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    """`#` and `>` that begin a line as part of its words, and `#` that would vanish from its end."""
    for number, line in lines:
        if "#" not in line and ">" not in line:
            continue
        offset, words = inner(line)
        if words.startswith("#"):
            level = _level(words)
            if words[level : level + 1].strip():
                yield _mark(anchor.inside(number, offset + 1), words[:level], _HEADING_WORDS)
            elif m := _CLOSING.search(words):
                yield _mark(anchor.inside(number, offset + m.start() + 1), "#", _ENDING_WORDS)
        for place, mark in marks_of(line) if ">" in line[: offset + 1] else ():
            if mark == ">" and line[place + 1 : place + 2] not in ("", " ", "\t", ">"):
                yield _mark(anchor.inside(number, place + 1), mark, _QUOTE_WORDS)


_HEADING_WORDS = ("行首的“#”后面没有空格，会变成标题", "“#” at the beginning of the line makes a heading")
_ENDING_WORDS = ("标题末尾的“#”会丢失", "“#” at the end of the heading would be lost")
_QUOTE_WORDS = ("行首的“>”后面没有空格，会变成引用", "“>” at the beginning of the line makes a quotation")


def _mark(at: Anchor, mark: str, words: tuple[str, str]) -> Problem:
    return mark_space.RULE.at(at, what_zh=words[0], what_en=words[1], mark=mark, escaped=f"\\{mark}")


def _check_footnotes(lines: Lines, anchor: Anchor) -> Iterator[Problem]:
    defined: dict[str, Anchor] = {}
    used: dict[str, Anchor] = {}
    for number, line in lines:
        found = list(_FOOTNOTE.finditer(line)) if "[^" in line else []
        begun = {place for place, mark in marks_of(line) if mark.startswith("[")} if found else set()
        for m in found:
            at, name = anchor.inside(number, m.start() + 1), m["name"]
            if m.start() in begun:
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


_CHECKS: tuple[Callable[[Lines, Anchor], Iterator[Problem]], ...] = (
    _check_links,
    _check_headings,
    _check_lists,
    _check_blocks,
    _check_marks,
    check_tables,
    _check_footnotes,
    _check_inline,
)
