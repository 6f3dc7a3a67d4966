"""Values of the ledger as people read them: names for ids, days in words, texts with what changed marked.

Values come as typed in the files of any past version, so whatever has another form than expected is
shown as it stands, and never fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from ..judge.field_words import capital, part_words
from ..judge.ledger import is_sealed
from ..judge.weight import is_text
from ..plan.deadline_grammar import parse_wording
from ..plan.history import RECORD
from ..plan.periods import parse_day, parse_period
from ..plan.text import HTML_LANG, Lang, Text, other
from ..read.markdown_links import WIKI_LINK
from .days import period_words
from .marking import marked, plain_words
from .prose import WikiLink
from .voice import Voice

Pair = tuple[Markup | None, Markup | None]
_UNITS = frozenset(
    {"lead", "support", "areas", "issuers", "units", "supervisor", "acceptor", "approved_by", "by"}
)
_DAYS = frozenset({"date", "issued", "published", "done", "applied"})
_PERIODS = frozenset({"from", "to", "by", "period"})
# Fields whose values are words of the interface: the group that holds them.
_GROUPS = {
    "category": "category",
    "validity": "validity",
    "reports": "entry",
    "kind": "entry",
    "pace": "pace",
    "operator": "comparison",
    "value": "answer",
}
_SKIPPED = frozenset({"id", "sample", "review", "measures", "en_by"})


def value_pair(voice: Voice, path: str, old: Any, new: Any) -> Pair:
    """The old and the new value of a field, None for one that there is not."""
    if is_text(old) and is_text(new):
        return _text_pair(voice, old, new)
    before, after = (None if value is None else shown(voice, path, value) for value in (old, new))
    return before, after


def is_other_language(voice: Voice, old: Any, new: Any) -> bool:
    """Whether a text changed in the language alone that is not the page's."""
    lang, twin = voice.lang, other(voice.lang)
    return is_text(old) and is_text(new) and old.get(lang) == new.get(lang) and old.get(twin) != new.get(twin)


def _text_pair(voice: Voice, old: Mapping[str, str], new: Mapping[str, str]) -> Pair:
    """A text in the page's language; in the other one where only that changed."""
    lang = other(voice.lang) if is_other_language(voice, old, new) else voice.lang
    before, after = old.get(lang), new.get(lang)
    if before is None or after is None:
        return _said(before, lang, voice), _said(after, lang, voice)
    first, second = marked(_named(voice, before), _named(voice, after), lang)
    return _in(first, lang, voice), _in(second, lang, voice)


def _in(html: Markup, lang: Lang, voice: Voice) -> Markup:
    return html if lang == voice.lang else Markup('<span lang="{}">{}</span>').format(HTML_LANG[lang], html)


def _said(markdown: str | None, lang: Lang, voice: Voice) -> Markup | None:
    if markdown is None:
        return None
    text = _readable(voice, markdown)
    if lang == voice.lang:
        return voice.quote(text)
    return Markup('<span lang="{}">{}</span>').format(HTML_LANG[lang], text)


def shown(voice: Voice, path: str, value: Any) -> Markup:
    """One value of a field."""
    key = path.rpartition("/")[2]
    if is_sealed(value):
        return Markup(voice.words.ledger.sealed)
    if isinstance(value, Mapping):
        return _mapping(voice, path, value)
    if isinstance(value, list):
        joint = voice.words.punctuation.list if all(isinstance(v, str) for v in value) else Markup("<br>")
        return Markup(joint).join(shown(voice, path, part) for part in value)
    if path == "deadline":
        return _deadline(voice, str(value))
    return _scalar(voice, path, key, str(value))


def _scalar(voice: Voice, path: str, key: str, value: str) -> Markup:
    is_time = path.startswith(("measure/", "target")) and key == "by"
    if key in _UNITS and not is_time and value in voice.registry.units:
        return voice.unit_name(value)
    if key in _GROUPS:
        found = vars(voice.words[_GROUPS[key]]).get(value)
        if isinstance(found, Markup):
            return found
    if key in _DAYS or key in _PERIODS:
        return _time(voice, key, value)
    return voice.quote(value)


def _time(voice: Voice, key: str, value: str) -> Markup:
    try:
        if key in _DAYS:
            return voice.day(parse_day(value))
        period = parse_period(value)
        return voice.day(period.first) if period.kind == "day" else Markup(period_words(period, voice.lang))
    except ValueError:
        return voice.quote(value)


def _deadline(voice: Voice, wording: str) -> Markup:
    try:
        return voice.say(parse_wording(wording).text)
    except ValueError:
        return voice.quote(wording)


def _mapping(voice: Voice, path: str, value: Mapping[str, Any]) -> Markup:
    if is_text(value):
        return voice.say(Text(zh=_readable(voice, value["zh"]), en=_english(voice, value)))
    name = value.get("title") or value.get("name")
    if path == RECORD and name is not None and is_text(name):
        return voice.say(Text(zh=name["zh"], en=_english(voice, name)))
    if path == "deadline" and is_text(value.get("text")):
        return shown(voice, "deadline/text", value["text"])
    colon = voice.words.punctuation.colon
    lines = (
        voice.say(capital(part_words(path, key))) + colon + shown(voice, f"{path}/{key}", part)
        for key, part in _told(value)
    )
    return Markup("<br>").join(lines)


def _told(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from ((key, part) for key, part in value.items() if key not in _SKIPPED)


def _english(voice: Voice, value: Mapping[str, str]) -> str | None:
    english = value.get("en")
    return _readable(voice, english) if isinstance(english, str) else None


def _readable(voice: Voice, markdown: str) -> str:
    return plain_words(_named(voice, markdown))


def _named(voice: Voice, markdown: str) -> str:
    """A text with the names of what it links to, where the link has no words and what it names is still
    here."""

    def words(link: re.Match[str]) -> str:
        try:
            return (
                link["words"] or voice.resolve(WikiLink(kind=link["kind"], id=link["id"])).words.striptags()
            )
        except (LookupError, StopIteration):
            return str(link[0])

    return WIKI_LINK.sub(words, markdown)
