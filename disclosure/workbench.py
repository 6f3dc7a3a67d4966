"""Two pages for those who work on the site, in the preview only: what `check` found, and every rule.

They stand beside the built site and not in it, so that they can be shown while an error keeps the site from
being built. Values are covered as in all messages.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from .explain import rule_modules
from .ground.problems import Position, Problem
from .guard.private import hide
from .linking import OutwardLink
from .plan.text import HTML_LANG, LANGUAGES, Lang
from .publish.assets import read_assets
from .publish.release import write_file
from .show.render import render_template
from .show.templates import environment
from .show.words import read_words

CHECK, RULES = "check", "rules"
_FILLED = re.compile(r"(?<!\{)\{[a-z_]+\}(?!\})")
_START = Position(line=1, column=1)
_EXAMPLE = re.compile(r"^(PASS|FAIL) (\S+)(?: (\d+:\d+))?\n((?:    .*\n|[ \t]*\n)+)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemLine:
    """A problem as a line of the list: its place, what is wrong, how to mend it."""

    severity: str
    place: str
    message: str
    remedy: str
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A piece of a file that a rule lets pass, or not; `place` is where it is refused, empty where not."""

    passes: bool
    file: str
    place: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleEntry:
    id: str
    severity: str
    says: str
    remedy: str
    examples: tuple[Example, ...]


def problem_lines(problems: Sequence[Problem], lang: Lang) -> tuple[ProblemLine, ...]:
    """The checklist: errors, then warnings, each in the order of files."""
    ordered = sorted(problems, key=lambda problem: not problem.is_error)
    return tuple(_line(problem.hidden(hide), lang) for problem in ordered)


def _line(problem: Problem, lang: Lang) -> ProblemLine:
    at = problem.anchor.position or _START
    return ProblemLine(
        severity=problem.severity.value,
        place=f"{problem.anchor.file}:{at.line}:{at.column}",
        message=problem.message(lang),
        remedy=problem.remedy(lang),
        rule=problem.rule.id,
    )


def rule_entries(lang: Lang) -> tuple[RuleEntry, ...]:
    """Every rule in the words of its docstring, by id."""
    return tuple(_entry(module, lang) for _, module in sorted(rule_modules().items()))


def _entry(module: Any, lang: Lang) -> RuleEntry:
    text = (module.__doc__ or "") + "\n"
    chinese, english = (part.strip() for part in text.split("\n\n")[:2])
    examples = tuple(
        Example(passes=m[1] == "PASS", file=m[2], place=m[3] or "", text=textwrap.dedent(m[4]).strip("\n"))
        for m in _EXAMPLE.finditer(text)
    )
    rule = module.RULE
    return RuleEntry(
        id=rule.id,
        severity=rule.severity.value,
        says=chinese if lang == "zh" else english,
        remedy=_in_general(rule.fix_zh if lang == "zh" else rule.fix_en),
        examples=examples,
    )


def _in_general(words: str) -> str:
    """Words of a rule without a case: what a case would fill in is left open."""
    return _FILLED.sub("…", words).replace("{{", "{").replace("}}", "}")


def workbench_pages(
    templates: Path, problems: Sequence[Problem], links: Sequence[OutwardLink] = ()
) -> dict[str, bytes]:
    """The files of both pages in both languages, with the style that they need; `links` are listed."""
    env, words, assets = environment(templates), read_words(templates / "words"), read_assets(templates)
    style, data = assets["css"]
    files = {style: data}
    links = [replace(link, url=hide(link.url), file=hide(link.file)) for link in links]
    for lang in LANGUAGES:
        names = {"lang": lang, "html_lang": HTML_LANG[lang], "words": words[lang], "css": f"../../{style}"}
        lines = problem_lines(problems, lang)
        views: dict[str, dict[str, Any]] = {
            CHECK: {"lines": lines, "links": links},
            RULES: {"rules": rule_entries(lang)},
        }
        for name, view in views.items():
            html = render_template(env, f"machine/{name}.html", {**names, "name": name, **view})
            files[f"{lang}/{name}/index.html"] = html.encode()
    return files


@dataclass(kw_only=True, slots=True)
class Bench:
    """The pages beside a site. They are laid after each build and cleared before the next, which would not
    replace a folder that holds what it did not make."""

    templates: Path
    site: Path
    laid: list[str] = field(default_factory=list)

    def lay(self, problems: Sequence[Problem], links: Sequence[OutwardLink]) -> None:
        """Write the pages for what a build found, and where the content leads to."""
        for path, data in workbench_pages(self.templates, problems, links).items():
            if not (self.site / path).exists():
                write_file(self.site, path, data)
                self.laid.append(path)

    def clear(self) -> None:
        """Take the pages away, with the folders that they alone were in."""
        for path in self.laid:
            (self.site / path).unlink(missing_ok=True)
            folder = (self.site / path).parent
            while folder.is_relative_to(self.site) and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent
        self.laid.clear()
