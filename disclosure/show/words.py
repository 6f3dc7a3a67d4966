"""Interface words: one YAML file a language, the same keys in each.

Templates reach a word by its path (`words.item.finding`); a missing one is an error, never empty.
Words with a count hold `one` and `other`; words with gaps have `{names}`.
"""

from __future__ import annotations

from pathlib import Path
from string import Formatter
from typing import Any

from markupsafe import Markup

from ..plan.text import LANGUAGES, Lang, Text
from ..read.yaml import parse_yaml


class WordsError(Exception):
    """The word files cannot be used: a key stands in one language only, or a value is no text."""


class Words:
    """The words of one language as attributes, nested like the file."""

    def __init__(self, lang: Lang, tree: dict[str, Any], path: str = "") -> None:
        self._path = path
        self._lang = lang
        for key, value in tree.items():
            inner = f"{path}.{key}" if path else key
            setattr(self, key, Words(lang, value, inner) if isinstance(value, dict) else Markup(value))

    def __getattr__(self, name: str) -> Any:
        raise WordsError(f"templates/words/{self._lang}.yaml has no “{self._path}.{name}”")

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)


def counted(word: Any, count: int, **gaps: object) -> Markup:
    """The form of a counted word for `count`, with the number and other gaps filled in."""
    form: Markup = word.one if count == 1 else word.other
    return filled(form, n=count, **gaps)


def filled(word: Markup, **gaps: object) -> Markup:
    """A word with its gaps filled; plain text is escaped. Raises WordsError for a gap that nothing fills."""
    try:
        return word.format(**gaps)
    except KeyError as error:
        raise WordsError(f"nothing fills the gap {{{error.args[0]}}} of “{word}”") from None


def same(word: Markup) -> Text:
    """An interface word as a text: it is already in the language of the page."""
    return Text(zh=str(word.unescape()), en=str(word.unescape()))


def read_words(folder: Path) -> dict[Lang, Words]:
    """The words of both languages. Raises WordsError where their keys differ, or one is no text."""
    trees = {lang: _read(folder / f"{lang}.yaml") for lang in LANGUAGES}
    keys = {lang: {path for path, _ in _paths(tree)} for lang, tree in trees.items()}
    if lonely := keys["zh"] ^ keys["en"]:
        raise WordsError(f"templates/words: in one language only: {', '.join(sorted(lonely))}")
    return {lang: Words(lang, tree) for lang, tree in trees.items()}


def _read(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    try:
        outcome = parse_yaml(data.decode("utf-8"), path.name)
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        raise WordsError(f"templates/words/{path.name}:{number}: the file is not saved as UTF-8") from None
    for problem in outcome.problems:
        place = problem.anchor.position
        line = f":{place.line}:{place.column}" if place else ""
        raise WordsError(f"templates/words/{path.name}{line}: {problem.message('en')}")
    if not isinstance(outcome.value, dict):
        raise WordsError(f"templates/words/{path.name}: not a mapping")
    for word, value in _paths(outcome.value):
        if why := _why_unusable(value):
            raise WordsError(f"templates/words/{path.name}: {word}: {why}")
    return outcome.value


def _why_unusable(word: Any) -> str:
    """What keeps a word from being filled; empty where nothing does."""
    if not isinstance(word, str):
        return "not a text"
    try:
        names = [name for _, name, _, _ in Formatter().parse(word) if name is not None]
    except ValueError as error:
        return f"a brace is not paired: {error}"
    return "" if all(name.isidentifier() for name in names) else "a gap has no plain name"


def _paths(tree: dict[str, Any], path: str = "") -> list[tuple[str, Any]]:
    """Every word of a tree, with its path."""
    found: list[tuple[str, Any]] = []
    for key, value in tree.items():
        inner = f"{path}.{key}" if path else key
        found += _paths(value, inner) if isinstance(value, dict) else [(inner, value)]
    return found
