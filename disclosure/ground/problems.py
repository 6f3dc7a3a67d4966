"""What can be wrong with an input file, as values.

A `Rule` is a kind of problem with its words in both languages; a `Problem` is one case of it at one
`Anchor`. An anchor names a file and a path inside its data; the line and column are found only when
a problem is printed (`disclosure.read.positions`), since they cost more than the reading itself.
This module leaves printing to `disclosure.ground.report`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

Step = str | int


class Severity(StrEnum):
    """Errors stop a build; warnings do not, unless it is strict."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Position:
    """A place in a text: line and column, both counted from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """Where something stands.

    `file` is relative to the content folder, with forward slashes. `path` leads through the data of
    the file (`("updates", 2, "date")`); empty means the whole file. `on_key` points at the key and
    not at its value. `within` is a place inside the text that the path leads to. `position` is the
    final place in the file; None until it is known.
    """

    file: str
    path: tuple[Step, ...] = ()
    on_key: bool = False
    within: Position | None = None
    position: Position | None = None

    def at(self, *steps: Step, on_key: bool = False) -> Anchor:
        """The anchor of a part of what this one names."""
        return Anchor(file=self.file, path=(*self.path, *steps), on_key=on_key)

    def inside(self, line: int, column: int) -> Anchor:
        """The anchor of a place inside the text that this one names."""
        return replace(self, within=Position(line=line, column=column))


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A kind of problem. `zh` and `en` say what is wrong, `fix_zh` and `fix_en` what to do about it;
    names in braces are filled from the facts of each case. `id` is made of words and hyphens."""

    id: str
    zh: str
    en: str
    fix_zh: str
    fix_en: str
    severity: Severity = Severity.ERROR

    def at(self, anchor: Anchor, **facts: object) -> Problem:
        """One case of this rule."""
        return Problem(rule=self, anchor=anchor, facts=tuple((k, str(v)) for k, v in facts.items()))


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One defect of one input file. `facts` fill the words of the rule."""

    rule: Rule
    anchor: Anchor
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def is_error(self) -> bool:
        return self.rule.severity is Severity.ERROR

    def message(self, lang: str) -> str:
        """What is wrong, in `lang` (zh or en)."""
        return (self.rule.zh if lang == "zh" else self.rule.en).format_map(dict(self.facts))

    def remedy(self, lang: str) -> str:
        """How to mend it, in `lang` (zh or en)."""
        return (self.rule.fix_zh if lang == "zh" else self.rule.fix_en).format_map(dict(self.facts))

    def softened(self) -> Problem:
        """The same problem as a warning."""
        return replace(self, rule=replace(self.rule, severity=Severity.WARNING))

    def hidden(self, hide: Callable[[str], str]) -> Problem:
        """The same problem with `hide` put over everything in it that comes from content."""
        facts = tuple((name, hide(value)) for name, value in self.facts)
        return replace(self, anchor=replace(self.anchor, file=hide(self.anchor.file)), facts=facts)

    def placed(self, position: Position | None) -> Problem:
        """The same problem with its final place."""
        return replace(self, anchor=replace(self.anchor, position=position))


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, place and rule, each once."""

    def key(problem: Problem) -> tuple[str, Position, str, tuple[tuple[str, str], ...]]:
        place = problem.anchor.position or Position(line=1, column=1)
        return (problem.anchor.file, place, problem.rule.id, problem.facts)

    unique = {(key(p), p.severity): p for p in problems}
    return [unique[k] for k in sorted(unique)]
