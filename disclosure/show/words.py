"""Interface words: one YAML file a language, the same keys in each.

Templates reach a word by its path (`words.item.finding`); a missing one is an error, never empty.
Words with a count hold `one` and `other`; words with gaps have `{names}`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from ..plan.text import LANGUAGES, Lang, Text


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


def counted(word: Any, count: int) -> Markup:
    """The form of a counted word for `count`, with the number in it."""
    form: Markup = word.one if count == 1 else word.other
    return form.format(n=count)


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
    tree = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    if not isinstance(tree, dict):
        raise WordsError(f"{path}: not a mapping")
    return tree


def _paths(tree: dict[str, Any], path: str = "") -> list[str]:
    found: list[str] = []
    for key, value in tree.items():
        inner = f"{path}.{key}"
        found += _paths(value, inner) if isinstance(value, dict) else [inner]
    return found
