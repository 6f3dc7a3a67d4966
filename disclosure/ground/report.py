"""Problems as text for people, for GitHub and for programs.

The text form is `path:line:column: severity: what is wrong [rule]`, then the line with a caret under
the place, then how to mend it. Control characters are escaped, so that a message cannot play tricks
on a terminal.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from .problems import Position, Problem
from .sarif import as_sarif

Source = Callable[[str], str | None]
Hide = Callable[[str], str]
FORMATS = ("text", "github", "json", "sarif")
LONGEST_EXCERPT = 160
_SEVERITY = {"zh": {"error": "错误", "warning": "提醒"}, "en": {"error": "error", "warning": "warning"}}
_REMEDY = {"zh": "改法：", "en": "how to mend: "}
_START = Position(line=1, column=1)


class Count(int):
    """A number that brings the noun it counts: `f"{Count(1):page|pages}"` is “1 page”."""

    def __format__(self, form: str) -> str:
        one, bar, other = form.partition("|")
        return f"{int(self)} {one if self == 1 else other}" if bar else super().__format__(form)


def format_problems(
    problems: Sequence[Problem], form: str, lang: str, folder: str, source: Source, hide: Hide = str
) -> str:
    """All problems in one of FORMATS, in `lang`. `folder` is put before their files; `source` gives
    the text of a file, None where it has none; `hide` covers what must not be shown, moving nothing."""
    texts = {p.anchor.file: hide(source(p.anchor.file) or "") for p in problems} if form == "text" else {}
    shown = [(p.hidden(hide), texts.get(p.anchor.file, "")) for p in problems]
    if form == "json":
        return json.dumps([_as_data(p, lang, folder) for p, _ in shown], ensure_ascii=False, indent=1) + "\n"
    if form == "sarif":
        return as_sarif([p for p, _ in shown], lang, folder)
    if form == "github":
        return "".join(_as_annotation(p, lang, folder) for p, _ in shown)
    return "".join(_as_text(p, lang, folder, text) for p, text in shown)


def _path(problem: Problem, folder: str) -> str:
    file = problem.anchor.file
    if Path(file).is_absolute():  # a page of the site
        return os.path.relpath(file)
    return f"{folder}/{file}" if folder else file


def _as_text(problem: Problem, lang: str, folder: str, text: str) -> str:
    place = problem.anchor.position or _START
    severity = _SEVERITY[lang][problem.severity.value]
    head = f"{_path(problem, folder)}:{place.line}:{place.column}: {severity}: "
    lines = [printable(f"{head}{problem.message(lang)} [{problem.rule.id}]")]
    lines += excerpt(text, place)
    lines.append(printable(f"    {_REMEDY[lang]}{problem.remedy(lang)}"))
    return "\n".join(lines) + "\n"


def excerpt(text: str, place: Position) -> list[str]:
    """The line of the place and a caret below it; nothing where the text has no such line."""
    line = next(iter(_lines(text)[place.line - 1 : place.line]), "")
    if not line.strip():
        return []
    first = max(0, place.column - 1 - LONGEST_EXCERPT // 2)
    shown = line[first : first + LONGEST_EXCERPT]
    before = printable(shown[: place.column - 1 - first])
    return [f"    {printable(shown)}", f"    {' ' * width(before)}^"]


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    """The lines of a text, kept for the next problem of the same file."""
    return text.split("\n")


def width(text: str) -> int:
    """How many columns of a terminal a text takes; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


def printable(text: str) -> str:
    """The text with everything that a terminal would not show as itself written as an escape."""
    return "".join(ch if ch.isprintable() or ch == "\u3000" else f"\\u{ord(ch):04x}" for ch in text)


def _as_data(problem: Problem, lang: str, folder: str) -> dict[str, object]:
    place = problem.anchor.position or _START
    return {
        "file": _path(problem, folder),
        "line": place.line,
        "column": place.column,
        "severity": problem.severity.value,
        "rule": problem.rule.id,
        "message": problem.message(lang),
        "remedy": problem.remedy(lang),
    }


def _as_annotation(problem: Problem, lang: str, folder: str) -> str:
    place = problem.anchor.position or _START
    where = f"file={_escaped(_path(problem, folder), True)},line={place.line},col={place.column}"
    words = _escaped(f"{problem.message(lang)} {_REMEDY[lang]}{problem.remedy(lang)}", False)
    return f"::{problem.severity.value} {where},title={problem.rule.id}::{words}\n"


def _escaped(text: str, is_property: bool) -> str:
    """A text as GitHub's workflow commands want it."""
    pairs: Iterable[tuple[str, str]] = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
    if is_property:
        pairs = (*pairs, (":", "%3A"), (",", "%2C"))
    for raw, code in pairs:
        text = text.replace(raw, code)
    return text
