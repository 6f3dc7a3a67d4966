"""Two versions of a text with what differs marked: `del` in the old one, `ins` in the new one.

Chinese is compared by the character and the number, English by the word. Of long texts only what
stands around a difference is shown. The marks are for reading; the texts themselves come from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape

from ..judge.passages import common_ends
from ..plan.text import Lang
from .han import mark_han

# Beyond this many pieces an exact comparison takes too long: then the middle that differs is one mark.
_MOST = 1200
# Equal runs shorter than this inside a difference only make it harder to read.
_LEAST = 2
_AROUND = 40
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_CHARACTERS = re.compile(r"[0-9A-Za-z.]+|.", re.DOTALL)
_MARKUP = re.compile(
    r"\[\[(?:[a-z]+:)?(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)|\s*\{#[a-z0-9-]+\}|\*\*|^#+ +",
    re.MULTILINE,
)

Span = tuple[str, str]


def plain_words(markdown: str) -> str:
    """A Markdown text as its words: links by what they are called, no marks of emphasis or heading."""
    return re.sub(r"\n{2,}", "\n", _MARKUP.sub(lambda m: m[1] or m[2] or "", markdown).strip())


def marked(old: str, new: str, lang: Lang) -> tuple[Markup, Markup]:
    """Both versions with their differences marked."""
    before, after = _pieces(plain_words(old), lang), _pieces(plain_words(new), lang)
    first, second = _spans(before, after)
    return _shown(first, "del", lang), _shown(second, "ins", lang)


def _pieces(text: str, lang: Lang) -> Sequence[str]:
    return (_WORDS if lang == "en" else _CHARACTERS).findall(text)


def _spans(old: Sequence[str], new: Sequence[str]) -> tuple[list[Span], list[Span]]:
    """The two versions as spans of `same` and `other`."""
    start, end = common_ends(old, new)
    middles = (old[start : len(old) - end], new[start : len(new) - end])
    sides: tuple[list[Span], list[Span]] = ([], [])
    for side, middle, whole in zip(sides, _matched(*middles), (old, new), strict=True):
        side += [("same", "".join(whole[:start])), *middle, ("same", "".join(whole[len(whole) - end :]))]
    return sides


def _matched(old: Sequence[str], new: Sequence[str]) -> tuple[list[Span], list[Span]]:
    if max(len(old), len(new)) > _MOST or not old or not new:
        return [("other", "".join(old))], [("other", "".join(new))]
    first: list[Span] = []
    second: list[Span] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        name = "same" if kind == "equal" and b - a >= _LEAST else "other"
        first.append((name, "".join(old[a:b])))
        second.append((name, "".join(new[c:d])))
    return first, second


def _shown(spans: list[Span], tag: str, lang: Lang) -> Markup:
    """The spans as HTML; what is the same far from any difference is left out."""
    merged: list[Span] = []
    for name, text in spans:
        if merged and merged[-1][0] == name:
            merged[-1] = (name, merged[-1][1] + text)
        elif text:
            merged.append((name, text))
    html = Markup("")
    for number, (name, text) in enumerate(merged):
        if name == "other":
            html += Markup("<{0}>{1}</{0}>").format(Markup(tag), _words(text, lang))
        else:
            html += _words(_around(text, number == 0, number == len(merged) - 1), lang)
    return html


def _around(text: str, is_first: bool, is_last: bool) -> str:
    """An equal run without its far middle; whole where it is all that there is."""
    if (is_first and is_last) or len(text) <= 3 * _AROUND:
        return text
    head = "" if is_first else text[:_AROUND]
    tail = "" if is_last else text[-_AROUND:]
    return f"{head}…{tail}"


def _words(text: str, lang: Lang) -> Markup:
    return mark_han(text) if lang == "en" else escape(text)
