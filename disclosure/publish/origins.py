"""Where a fault of a rendered page comes from: the file and line in the content, where they can be found.

A page is rendered from known files; what is wrong with it is looked for in their text. What is not found
there was made by a template: the problem then names the page in the output folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from ..ground.problems import Anchor, Position, Problem
from ..judge.rows import ItemRow
from ..read.layout import SourceFile
from .rules import doubled_path

Source = Callable[[str], str | None]
_PAGE = re.compile(
    r"(?P<lang>zh|en)/(?:"
    r"notices/(?P<notice>[^/]+)/"
    r"|plans/(?P<plan>[^/]+)/(?:items/(?P<item>[^/]+)/|indicators/(?P<indicator>[^/]+)/|print/)?"
    r"|(?P<page>[^/]+)/"
    r")index\.html"
)


def locate(
    problems: Iterable[Problem],
    sources: Sequence[SourceFile],
    rows: Iterable[ItemRow],
    text: Source,
    target: Path,
) -> list[Problem]:
    """The problems of a rendered site, each at its place in the content, else at its page below the
    `target`; once, where the pages of both languages come from one place. `text` gives the text of a
    content file."""
    files = {(row.plan, row.id): row.file for row in rows}
    located: dict[object, Problem] = {}
    for problem in sorted(problems, key=lambda p: p.anchor.file, reverse=True):  # Chinese pages first
        found = _located(problem, list(_origins(problem.anchor.file, sources, files)), text, target)
        facts = frozenset(fact for fact in found.facts if fact[0] != "page")
        located.setdefault((found.rule.id, found.anchor, facts), found)
    return list(located.values())


def _origins(path: str, sources: Sequence[SourceFile], items: dict[tuple[str, str], str]) -> Iterator[str]:
    """The content files that a page is rendered from, those of its language first."""
    found = _PAGE.fullmatch(path)
    if not found:
        return
    lang, plan = found["lang"], found["plan"] or ""
    if found["item"]:
        yield from (file for file in [items.get((plan, found["item"]))] if file)
        return
    wanted = {("notice", found["notice"]), ("page", found["page"]), ("indicator", found["indicator"])}
    of_plan = not any(found[name] for name in ("notice", "page", "indicator"))
    own = [s for s in sources if (s.kind, s.id) in wanted and s.plan == plan]
    own += [s for s in sources if of_plan and s.plan == plan and s.kind in ("section", "plan")]
    yield from (s.address for s in sorted(own, key=lambda s: (s.lang != lang, s.address)))


def _located(problem: Problem, origins: Sequence[str], text: Source, target: Path) -> Problem:
    for needle in _needles(dict(problem.facts)):
        for file in origins:
            if position := _find(text(file) or "", needle):
                return replace(problem, anchor=Anchor(file=file, position=position))
    name = dict(problem.facts).get("name")
    for file in origins:  # the anchor of a section is the name of its file
        if problem.rule.id == doubled_path.RULE.id or file.rpartition("/")[2].partition(".")[0] == name:
            return replace(problem, anchor=Anchor(file=file))
    return replace(problem, anchor=Anchor(file=str(target.absolute() / problem.anchor.file)))


def _needles(facts: dict[str, str]) -> Iterator[str]:
    """How what is wrong may be written in the content, the surest first."""
    if link := facts.get("link"):
        yield f"({link})"
        yield f"({unquote(link)})"
        path, _, fragment = link.partition("#")
        if fragment:
            yield f"#{unquote(fragment)}"
        elif last := unquote(path).rstrip("/").rpartition("/")[2]:
            yield last
    if name := facts.get("name"):
        yield f"{{#{name}}}"


def _find(text: str, needle: str) -> Position | None:
    start = text.find(needle)
    if start < 0:
        return None
    start += needle[0] in "({"
    return Position(line=text.count("\n", 0, start) + 1, column=start - text.rfind("\n", 0, start))
