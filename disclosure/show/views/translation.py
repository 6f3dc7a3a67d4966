"""How far the English goes: on each page where it lags behind, and all of it on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...judge.field_words import capital, field_words
from ...judge.report import Report
from ...judge.rows import ItemRow
from ...judge.translation import STATES, Gap
from .. import urls
from ..frame import PageFacts
from ..marking import marked
from ..remarks import BehindLine, TranslationNote
from ..voice import Link, Voice
from ..words import same
from .ledger_lines import Items, name_of


@dataclass(frozen=True, kw_only=True, slots=True)
class GapLine:
    """A text whose English wants work; `behind` is what changed in its Chinese."""

    about: Link | None
    name: Markup
    field: Markup
    behind: BehindLine | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TranslationView:
    """By state, the most urgent first. `is_known` says whether stale translations could be told."""

    groups: tuple[tuple[str, tuple[GapLine, ...]], ...]
    total_count: int
    is_known: bool


def translation_note(voice: Voice, gaps: Iterable[Gap]) -> TranslationNote | None:
    """What the head of an English page says of its translation; None where there is nothing to say."""
    known = list(gaps) if voice.lang == "en" else []
    behind = tuple(
        line for g in known if g.state == "stale" and (line := _behind(voice, g, _field_here(voice, g)))
    )
    machine = tuple(_field_here(voice, g) for g in known if g.state == "machine")
    if not behind and not machine:
        return None
    is_open = bool(voice.plan) and voice.tail == urls.print_tail(voice.plan)
    return TranslationNote(behind=behind, machine=machine, is_open=is_open)


def _field(voice: Voice, gap: Gap) -> Markup:
    return voice.say(capital(field_words(gap.field)))


def _field_here(voice: Voice, gap: Gap) -> Markup:
    """The name of a field on this page: with that of its object, where the page is about others too."""
    is_part = gap.object.startswith("section/")
    is_guest = gap.object.startswith("item/") and voice.tail != urls.item_tail(gap.plan, gap.object[5:])
    if not is_part and not is_guest:
        return _field(voice, gap)
    name = name_of(voice, gap.plan, gap.object, gap.field, {})[1]
    return Markup("{}{}{}").format(name, voice.words.punctuation.colon, _field(voice, gap))


def _behind(voice: Voice, gap: Gap, field: Markup) -> BehindLine | None:
    if not gap.left:
        return None
    old, new = marked(gap.left[0].old, gap.left[-1].new, "zh")
    day = gap.left[-1].day
    return BehindLine(field=field, day=voice.day(day) if day else None, old=old, new=new)


def translation_facts(voice: Voice) -> PageFacts:
    words = voice.words.translation
    return PageFacts(title=same(words.title), description=same(words.description), menu="translation")


def translation_view(voice: Voice, report: Report, rows: Sequence[ItemRow]) -> TranslationView:
    items: Items = {(r.plan, r.id): frozenset(r.anchors) for r in rows}
    groups: list[tuple[str, tuple[GapLine, ...]]] = []
    for state in STATES:
        lines = tuple(_line(voice, g, items) for g in report.translation if g.state == state)
        if lines:
            groups.append((state, lines))
    return TranslationView(
        groups=tuple(groups), total_count=len(report.translation), is_known=report.ledger.state == "known"
    )


def _line(voice: Voice, gap: Gap, items: Items) -> GapLine:
    tail, name = name_of(voice, gap.plan, gap.object, gap.field, items)
    about = voice.link(tail, name) if tail is not None else None
    return GapLine(
        about=about, name=name, field=_field(voice, gap), behind=_behind(voice, gap, _field(voice, gap))
    )
