"""YAML, the plain subset of the content contract: mappings, lists and text, nothing else.

`parse_yaml` walks libyaml's events once. It never recurses deeper than the cap, keeps every scalar as
text, and refuses whatever could change or lose what an editor typed. Types and meanings are the
schema's duty; positions of values that turn out wrong later are found by `locate`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml import MappingStartEvent, ScalarEvent

from ..ground.outcome import Outcome
from ..ground.problems import Anchor, Position, Problem, Rule
from .characters import first_forbidden
from .comments import check_comments
from .nodes import MOST_LEVELS, compose, position_of
from .rules import (
    comma_cut,
    duplicate_key,
    empty_value,
    folded_text,
    forbidden_character,
    full_width_colon,
    too_deep,
    wide_space,
    yaml_feature,
    yaml_syntax,
)

MOST_REPORTED = 200
_BLANK = frozenset(" \t\n\u00a0\u3000")
_WIDE = ("\u00a0", "\u3000")
_HAN_SIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2010-\u2027\u3000-\u303f\U00020000-\U0003ffff]"
)
_WIDE_GAP = re.compile("(?:[A-Za-z_][\\w-]*:)?([\u00a0\u3000])")
_KEY_WITH_WIDE_COLON = re.compile(r"^([ \t]*(?:- +)?)([A-Za-z_][\w-]*)\s*：")
_FLOW_KEY_WITH_WIDE_COLON = re.compile(r"[{,] *([A-Za-z_][\w-]*)：[^,{}：]*\Z")
_OPENING_QUOTE = re.compile(r"(?:^[ ]*(?:- +)*|: +|[\[{,] *)\"")
_KEY_WITH_WIDE_GAP = re.compile(r"^[ \t]*(?:- +)?[A-Za-z_][\w-]*:[\u3000\u00a0]")


class _Refused(Exception):
    """Leaves the walk at the first thing after which nothing can be read on."""

    def __init__(self, rule: Rule, position: Position, **facts: object) -> None:
        self.problem = (rule, position, facts)


class _Enough(Exception):
    """Leaves the walk when a file has more problems than anyone reads at once."""


class _Walk:
    """One pass over the events of one document."""

    def __init__(self, text: str, anchor: Anchor) -> None:
        self.text = text
        self.anchor = anchor
        self.problems: list[Problem] = []
        self._parser = yaml.CBaseLoader(text)
        self._next: Callable[[], Any] = self._parser.get_event
        self._has_wide = any(wide in text for wide in _WIDE)
        self._has_traps = self._has_wide or "\\" in text
        self._lines: list[str] | None = None
        self._doubled: dict[Position, int] | None = None

    def report(self, rule: Rule, position: Position, **facts: object) -> None:
        self.problems.append(rule.at(self.anchor, **facts).placed(position))
        if len(self.problems) >= MOST_REPORTED:
            raise _Enough

    def document(self) -> Any:
        """The data of the only document; None for an empty file."""
        self._next()
        start = self._next()
        if not isinstance(start, yaml.DocumentStartEvent):
            return None
        if start.version or start.tags:
            self.report(yaml_feature.RULE, position_of(start.start_mark), feature="%YAML / %TAG")
        data = self.node(self._next(), 1)
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self.report(yaml_feature.RULE, position_of(after.start_mark), feature="---")
        return data

    def node(self, event: Any, level: int) -> Any:
        kind: type = event.__class__
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                self._refuse_feature(event)
            value = event.value
            if (
                not value
                or value[0] in _BLANK
                or self._has_traps
                or event.start_mark.line != event.end_mark.line
            ):
                self._check_scalar(event)
            return value
        if kind is yaml.AliasEvent:
            self._refuse_feature(event)
            return ""
        if level > MOST_LEVELS:
            raise _Refused(too_deep.RULE, position_of(event.start_mark), most=MOST_LEVELS)
        if event.anchor or event.tag:
            self._refuse_feature(event)
        return self._mapping(level) if kind is MappingStartEvent else self._sequence(level)

    def _mapping(self, level: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        following = self._next
        while True:
            key = following()
            if key.__class__ is yaml.MappingEndEvent:
                return data
            if key.__class__ is not ScalarEvent or key.anchor or key.tag or key.value == "<<":
                self._refuse_key(key)
            name = key.value
            if name in data or not name or self._has_wide:
                self._check_key(key, data)
            data[name] = self.node(following(), level + 1)

    def _sequence(self, level: int) -> list[Any]:
        data: list[Any] = []
        while True:
            event = self._next()
            if event.__class__ is yaml.SequenceEndEvent:
                return data
            data.append(self.node(event, level + 1))

    def _refuse_feature(self, event: Any) -> None:
        tag = getattr(event, "tag", None)
        name = "*" if isinstance(event, yaml.AliasEvent) else "&"
        feature = str(tag) if tag else f"{name}{event.anchor}"
        self.report(yaml_feature.RULE, position_of(event.start_mark), feature=feature)

    def _refuse_key(self, key: Any) -> None:
        position = position_of(key.start_mark)
        if isinstance(key, ScalarEvent) and not (key.anchor or key.tag):
            self.report(yaml_feature.RULE, position, feature="<<")
            return
        raise _Refused(yaml_feature.RULE, position, feature="? { } [ ] & * ! :")

    def _check_key(self, key: Any, data: dict[str, Any]) -> None:
        position = position_of(key.start_mark)
        if not key.value:
            self.report(empty_value.RULE, position, key="")
        elif key.value in data:
            first = self._first_lines().get(position, position.line)
            self.report(duplicate_key.RULE, position, key=key.value, first=first)
        if any(wide in key.value for wide in _WIDE):
            self.report(wide_space.RULE, position)

    def _check_scalar(self, event: Any) -> None:
        start, position = event.start_mark, position_of(event.start_mark)
        if not event.value.strip():
            self._report_empty(position)
        elif self._has_wide and not event.style and (m := _WIDE_GAP.match(event.value)):
            self.report(wide_space.RULE, Position(line=position.line, column=position.column + m.start(1)))
        elif event.style == '"' and (bad := first_forbidden(event.value)):
            self.report(forbidden_character.RULE, position, code=bad)
        elif event.style != "|" and start.line != event.end_mark.line:
            self._check_folds(event)

    def _report_empty(self, position: Position) -> None:
        """Nothing after a colon; or no colon at all, where a comma in `{…}` cut a value in two."""
        lines = self._source_lines()  # libyaml breaks lines at more characters than we do
        before = lines[position.line - 1][: position.column - 1] if position.line <= len(lines) else ""
        kept, comma, rest = before.rpartition(",")
        if m := _FLOW_KEY_WITH_WIDE_COLON.search(before):
            colon_at = Position(line=position.line, column=m.end(1) + 1)
            self.report(full_width_colon.RULE, colon_at, key=m[1])
        elif comma and rest.strip() and ":" not in rest and "{" in kept:
            comma_at = Position(line=position.line, column=len(kept) + 1)
            self.report(comma_cut.RULE, comma_at, rest=rest.strip())
        else:
            self.report(empty_value.RULE, position)

    def _check_folds(self, event: Any) -> None:
        """Whether a line break inside a value falls where folding changes the text."""
        lines = self._source_lines()
        first, last = event.start_mark.line, event.end_mark.line
        if event.end_mark.column == 0 or event.style == ">":
            last -= 1
        for number in range(first, min(last, len(lines) - 1)):
            before, after = lines[number].rstrip(), lines[number + 1].strip()
            if event.style == ">" and number == first:
                continue
            if not before or not after:
                continue
            if _HAN_SIDE.match(before[-1]) or _HAN_SIDE.match(after[0]) or after[0] == "-":
                column = len(lines[number + 1]) - len(lines[number + 1].lstrip()) + 1
                self.report(folded_text.RULE, Position(line=number + 2, column=column))
                return

    def _first_lines(self) -> dict[Position, int]:
        """The lines on which doubled keys stood first: found by reading the text again, once."""
        if self._doubled is None:
            self._doubled = compose(self.text).doubled
        return self._doubled

    def _source_lines(self) -> list[str]:
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines


def parse_yaml(text: str, file: str) -> Outcome[Any]:
    """The data of a YAML text: dicts, lists and strings. The value is None where a problem makes it
    unreadable or unsafe to go on with."""
    walk = _Walk(text, Anchor(file=file))
    cuts = check_comments(text, walk.anchor)[:MOST_REPORTED]
    data = None
    try:
        data = walk.document()
    except _Refused as refused:
        rule, position, facts = refused.problem
        walk.report(rule, position, **facts)
    except _Enough:
        pass
    except yaml.MarkedYAMLError as error:
        walk.problems = [_syntax_problem(text, walk.anchor, error)]
        cuts = _before(cuts, walk.problems[0])
    walk.problems = [*cuts, *walk.problems]
    if isinstance(data, str) or data is None:
        walk.problems += list(_wide_colons(text, walk.anchor))[: 0 if walk.problems else None]
    return Outcome(None if walk.problems else data, tuple(walk.problems))


def _before(cuts: list[Problem], syntax: Problem) -> list[Problem]:
    """The cut texts above what could not be read: the likely cause. What is below was not read at all."""
    end = syntax.anchor.position
    return [cut for cut in cuts if end and cut.anchor.position and cut.anchor.position < end]


def _wide_colons(text: str, anchor: Anchor) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if m := _KEY_WITH_WIDE_COLON.match(line):
            yield full_width_colon.RULE.at(anchor, key=m[2]).placed(Position(line=number, column=m.end()))


def _wide_gaps(text: str, anchor: Anchor) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if m := _KEY_WITH_WIDE_GAP.match(line):
            yield wide_space.RULE.at(anchor).placed(Position(line=number, column=m.end()))


def _syntax_problem(text: str, anchor: Anchor, error: yaml.MarkedYAMLError) -> Problem:
    """What libyaml could not read; the usual cause is named where it is seen."""
    for problem in (*_wide_colons(text, anchor), *_wide_gaps(text, anchor)):
        return problem
    mark = error.problem_mark or error.context_mark
    if error.problem == "found unexpected end of stream":
        mark = error.context_mark or mark
    position = position_of(mark) if mark else Position(line=1, column=1)
    lines = text.split("\n")
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    if line[: position.column].strip() == "" and "\t" in line[: position.column]:
        return yaml_syntax.RULE.at(
            anchor, reason="a tab in the indentation", reason_zh="缩进里有制表符"
        ).placed(position)
    if (opened := _left_open(lines, position)) is not None:
        return yaml_syntax.RULE.at(
            anchor, reason="a quotation mark is not closed in its line", reason_zh="这一行的引号没有收尾"
        ).placed(opened)
    reason = error.problem or error.context or "not YAML"
    return yaml_syntax.RULE.at(anchor, reason=reason, reason_zh=_REASONS.get(reason, reason)).placed(position)


def _left_open(lines: list[str], found: Position) -> Position | None:
    """The quotation mark above a place that begins a value and is not closed: libyaml notices far below."""
    opened: Position | None = None
    for number, line in enumerate(lines[: found.line], 1):
        if line.count('"') % 2 == 0:
            continue
        m = _OPENING_QUOTE.search(line)
        if opened and m:  # the next value begins before it is closed
            break
        opened = Position(line=number, column=m.end()) if m and not opened else None
    return opened if opened and opened.line < found.line else None


_REASONS = {
    "could not find expected ':'": "缺少冒号（键后面要有英文冒号加一个空格）",
    "mapping values are not allowed in this context": "这里不能再出现“键: 值”；值里有冒号时要加引号",
    "did not find expected key": "缩进或引号不对，找不到下一个键",
    "did not find expected <document start>": "文件在这里之后还有读不懂的内容",
    "found character that cannot start any token": "这里有不能用来开头的字符",
    "found unexpected end of stream": "引号或括号没有收尾",
    "did not find expected ',' or ']'": "方括号里缺少逗号，或没有收尾",
    "did not find expected ',' or '}'": "花括号里缺少逗号，或没有收尾",
    "did not find expected '-' indicator": "列表里的缩进不对",
}
