"""Interface words: one YAML file a language, the same keys in each.

Templates reach a word by its path (`words.item.finding`); a missing one is an error, never empty.
Words with a count hold `one` and `other`; words with gaps have `{names}`.
"""

from __future__ import annotations

from pathlib import Path
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
    return form.format(n=count, **gaps)


def filled(word: Markup, **gaps: object) -> Markup:
    """A word with its gaps filled; plain text is escaped."""
    return word.format(**gaps)


def same(word: Markup) -> Text:
    """An interface word as a text: it is already in the language of the page."""
    return Text(zh=str(word.unescape()), en=str(word.unescape()))


def read_words(folder: Path) -> dict[Lang, Words]:
    """The words of both languages. Raises WordsError where their keys differ."""
    trees = {lang: _read(folder / f"{lang}.yaml") for lang in LANGUAGES}
    keys = {lang: set(_paths(tree)) for lang, tree in trees.items()}
    if lonely := keys["zh"] ^ keys["en"]:
        raise WordsError(f"templates/words: in one language only: {', '.join(sorted(lonely))}")
    return {lang: Words(lang, tree) for lang, tree in trees.items()}


def _read(path: Path) -> dict[str, Any]:
    outcome = parse_yaml(path.read_text("utf-8"), path.name)
    for problem in outcome.problems:
        place = problem.anchor.position
        line = f":{place.line}:{place.column}" if place else ""
        raise WordsError(f"templates/words/{path.name}{line}: {problem.message('en')}")
    if not isinstance(outcome.value, dict):
        raise WordsError(f"templates/words/{path.name}: not a mapping")
    return outcome.value


def _paths(tree: dict[str, Any], path: str = "") -> list[str]:
    found: list[str] = []
    for key, value in tree.items():
        inner = f"{path}.{key}"
        found += _paths(value, inner) if isinstance(value, dict) else [inner]
    return found
