"""A meaning as text for a terminal, as Markdown for a review, and as data for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..judge.comparison import FieldChange
from ..plan.text import LANGUAGES, Lang, Text
from .meaning import Meaning, ObjectMeaning

FORMS = ("text", "markdown", "json")
# What Markdown would take for its own.
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"})
Langs = Sequence[Lang]


def form_meaning(meaning: Meaning, form: str, langs: Langs, commits: tuple[str, str | None]) -> str:
    """A meaning in one of FORMS, in the languages asked for. `commits` are the full ids of both sides."""
    if form == "json":
        return json.dumps(_data(meaning, commits), ensure_ascii=False, indent=1) + "\n"
    return "".join(f"{line}\n" for line in (_markdown if form == "markdown" else _text)(meaning, langs))


def _said(text: Text, langs: Langs) -> list[str]:
    """A text in each language, once where they are the same."""
    return list(dict.fromkeys(_printable(text.in_(lang)) for lang in langs))


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _text(meaning: Meaning, langs: Langs) -> list[str]:
    lines = [*_said(meaning.between, langs)]
    for one in meaning.objects:
        lines += ["", *_said(one.name, langs)]
        for sentence in (*one.changes, *one.effects):
            first, *rest = _said(sentence, langs)
            lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    if meaning.files:
        lines += ["", *_said(meaning.files, langs)]
    return [*lines, "", *_said(meaning.summary, langs)]


def _markdown(meaning: Meaning, langs: Langs) -> list[str]:
    def said(text: Text) -> list[str]:
        return [line.translate(_SIGNS) for line in _said(text, langs)]

    lines = [f"**{line}**  " for line in said(meaning.summary)]
    for one in meaning.objects:
        lines += ["", f"### {' · '.join(said(one.name))}", ""]
        for sentence in (*one.changes, *one.effects):
            lines.append("- " + "<br>".join(said(sentence)))
    if meaning.files:
        lines += ["", *(f"{line}  " for line in said(meaning.files))]
    return [*lines, "", *(f"{line}  " for line in said(meaning.between))]


def _data(meaning: Meaning, commits: tuple[str, str | None]) -> dict[str, Any]:
    source = meaning.source
    return {
        "base": commits[0],
        "head": commits[1],
        "summary": _pair(meaning.summary),
        "objects": [_object(one) for one in meaning.objects],
        "translation": {gap.state: {"now": gap.now_count, "mended": gap.mended_count} for gap in source.gaps},
        "ledger": {"added": source.added_count, "pending": source.pending_count},
        "lacking": source.lack_count,
        "files": list(source.files),
    }


def _object(one: ObjectMeaning) -> dict[str, Any]:
    source = one.source
    return {
        "plan": source.plan or None,
        "object": source.object,
        "name": _pair(one.name),
        "changes": [_change(change, said) for change, said in zip(source.changes, one.changes, strict=True)],
        "effects": [
            {"what": e.what, "old": _value(e.old), "new": _value(e.new), "meaning": _pair(said)}
            for e, said in zip(source.effects, one.effects, strict=True)
        ],
    }


def _change(change: FieldChange, said: Text) -> dict[str, Any]:
    return {
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "sample": change.is_sample,
        "note": dict(change.note) if change.note else None,
        "lacks": change.lacks or None,
        "english_behind": change.is_behind,
        "meaning": _pair(said),
    }


def _value(value: object) -> str | None:
    return None if value is None else str(value)


def _pair(text: Text) -> dict[str, str]:
    return {lang: text.in_(lang) for lang in LANGUAGES}
