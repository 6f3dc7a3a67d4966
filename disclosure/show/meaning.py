"""What a change means, in sentences of both languages: plain text for reviewers, no page.

A sentence tells a field by its name, its values by the names that pages use. Long texts are cut to the
passage that differs; the whole values are those of the comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from ..judge.comparison import Comparison, Effect, FieldChange, ObjectChange
from ..judge.field_words import field_words
from ..judge.passages import brief, passage
from ..judge.weight import is_text
from ..plan.history import RECORD
from ..plan.periods import parse_period
from ..plan.text import LANGUAGES, Lang, Text
from . import urls
from .values import shown
from .views.ledger_lines import name_of
from .voice import Voice
from .words import counted, filled

LONGEST = 120
Voices = Mapping[Lang, Voice]


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectMeaning:
    """An object by its name, and a sentence for each change and each effect, in their order."""

    source: ObjectChange
    name: Text
    changes: tuple[Text, ...]
    effects: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Meaning:
    """All of it. `summary` is one line, `between` says what was compared; `files` is None where no other
    file differs."""

    source: Comparison
    between: Text
    objects: tuple[ObjectMeaning, ...]
    summary: Text
    files: Text | None


def meaning_of(
    comparison: Comparison, voices: Voices, base: str, head: str | None, day: str, error_count: int
) -> Meaning:
    """The words for a comparison. `base` and `head` are the names of commits, `head` None for the working
    folder; `day` is that of judgement."""
    objects = tuple(_object(voices, change) for change in comparison.objects)
    files = ", ".join(comparison.files)
    return Meaning(
        source=comparison,
        between=_both(voices, lambda v: _between(v, base, head, day)),
        objects=objects,
        summary=_both(voices, lambda v: v.words.meaning.join.join(_summary(v, comparison, error_count))),
        files=_both(voices, lambda v: filled(v.words.meaning.files, files=files)) if files else None,
    )


def _both(voices: Voices, say: Callable[[Voice], str]) -> Text:
    zh, en = (_plain(say(voices[lang]), lang) for lang in LANGUAGES)
    return Text(zh=zh, en=en)


def _plain(html: str, lang: Lang) -> str:
    """Markup as one line of text."""
    line = Markup(html).replace("<br>", "；" if lang == "zh" else "; ")
    return Markup(line).striptags()


def _between(voice: Voice, base: str, head: str | None, day: str) -> str:
    words = voice.words.meaning
    return filled(words.between, base=base, head=words.working if head is None else head, day=day)


def _summary(voice: Voice, comparison: Comparison, error_count: int) -> Iterator[str]:
    words = voice.words.meaning
    if not comparison.objects:
        yield words.nothing
    else:
        yield counted(words.objects, len(comparison.objects))
        yield counted(words.changes, sum(len(o.changes) for o in comparison.objects))
    for gap in comparison.gaps:
        for name, count in ((gap.state, gap.now_count), (f"{gap.state}_mended", gap.mended_count)):
            if count:
                yield counted(words[name], count)
    if comparison.added_count is None:
        yield words.no_ledger
    elif comparison.pending_count:
        yield filled(words.ledger_pending, n=comparison.added_count, pending=comparison.pending_count)
    else:
        yield filled(words.ledger, n=comparison.added_count)
    for name, count in (("lacking", comparison.lack_count), ("errors", error_count)):
        if count:
            yield counted(words[name], count)


def _object(voices: Voices, change: ObjectChange) -> ObjectMeaning:
    def name(voice: Voice) -> Markup:
        known = name_of(voice.at(urls.HOME, change.plan), change.plan, change.object, RECORD, {})[1]
        title = voice.say(change.row.title) if change.row else ""
        plan = f"({change.plan})" if change.plan and len(voice.registry.plans) > 1 else ""
        return Markup(" ").join(part for part in (known, title, plan) if part)

    return ObjectMeaning(
        source=change,
        name=_both(voices, name),
        changes=tuple(_both(voices, partial(_change, change=c)) for c in change.changes),
        effects=tuple(_both(voices, partial(_effect, effect=e)) for e in change.effects),
    )


def _effect(voice: Voice, effect: Effect) -> str:
    words = voice.words
    if effect.what == "due":
        said = [words.meaning.no_day if day is None else str(day) for day in (effect.old, effect.new)]
    else:
        said = [words[effect.what][str(value)] for value in (effect.old, effect.new)]
    return filled(words.meaning[effect.what], old=said[0], new=said[1])


def _change(voice: Voice, change: FieldChange) -> str:
    """The sentence, and in brackets or behind a semicolon what explains it or is lacking."""
    words = voice.words.meaning
    parts = [_extension(voice, change) or _sentence(voice, change)]
    if change.is_sample:
        parts[0] += _aside(voice, words.sample)
    if change.note:
        parts.append(filled(words.note, note=voice.say(Text(zh=change.note["zh"], en=change.note.get("en")))))
    if change.lacks:
        parts.append(words[f"lacks_{change.lacks}"])
    return Markup(words.join).join(parts)


def _extension(voice: Voice, change: FieldChange) -> Markup | None:
    """An extension that is added, told as the move of the deadline that it is."""
    new = change.new
    if change.old is not None or not change.field.startswith("extension/") or not isinstance(new, Mapping):
        return None
    days = [_last_day(str(new.get(key, ""))) for key in ("from", "to")]
    document = new.get("document")
    reason: Any = new.get("reason")
    return filled(
        voice.words.meaning.extended_by if document else voice.words.meaning.extended,
        old=days[0],
        new=days[1],
        unit=shown(voice, "extension/x/approved_by", new.get("approved_by", "—")),
        document=document,
        reason=voice.say(Text(zh=reason["zh"], en=reason.get("en"))) if is_text(reason) else "—",
    )


def _last_day(period: str) -> str:
    try:
        return parse_period(period).last.isoformat()
    except ValueError:
        return period


def _sentence(voice: Voice, change: FieldChange) -> Markup:
    words, old, new = voice.words.meaning, change.old, change.new
    field = voice.say(field_words(change.field))
    if is_text(old) and is_text(new):
        return _text_sentence(voice, field, old, new, change.is_behind)
    before, after = (
        None if value is None else brief(_plain(shown(voice, change.field, value), voice.lang), LONGEST)
        for value in (old, new)
    )
    if change.field == RECORD:
        return filled(words.withdrawn, old=before) if new is None else filled(words.listed, new=after)
    if old is None:
        return filled(words.added, field=field, new=after)
    if new is None:
        return filled(words.removed, field=field, old=before)
    return filled(words.changed, field=field, old=before, new=after)


def _text_sentence(voice: Voice, field: Markup, old: Any, new: Any, is_behind: bool) -> Markup:
    """A text by the passage that differs in the reader's language, else in the other one."""
    words = voice.words.meaning
    is_chinese, is_english = old["zh"] != new["zh"], old.get("en") != new.get("en")
    if not is_chinese and not is_english:  # only the mark of a machine's translation
        return filled(words.marked_machine if "en_by" in new else words.marked_checked, field=field)
    lang = "en" if is_english and (voice.lang == "en" or not is_chinese) else "zh"
    before, after = passage(old.get(lang, ""), new.get(lang, ""))
    form = words.changed if before and after else words.added if after else words.removed
    told = filled(form, field=field, old=before, new=after)
    if not is_chinese:
        told += _aside(voice, words.english_only)
    elif is_behind:
        told += _aside(voice, words.english_behind)
    return told


def _aside(voice: Voice, word: Markup) -> Markup:
    """A remark in brackets, which have a space before them in English alone."""
    return word if voice.lang == "zh" else Markup(" ") + word
