"""The list of a plan, in pages of 500 lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from markupsafe import Markup

from ...judge.report import PlanReport
from ...judge.rows import ItemRow
from ...plan.model import Category
from ...plan.state import STATES, TIMELINESS
from ...plan.text import HTML_LANG
from .. import urls
from ..frame import Crumb, PageFacts
from ..voice import Link, Voice
from ..words import same
from .parts import Gaps, RowView, gaps_of, row_view

PAGE_LENGTH = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A value to filter by, in words, with the number of lines that have it. `lang` is the language of the
    words where it is not that of the page, else None."""

    value: str
    count: int
    words: str
    lang: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """Something to filter by: its name, which is that of its label and of its key in the address."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ListView:
    """A page of the list. `axis` and `value` name the filter of a filtered list, None for the whole.
    `fields` is empty there; `file_name` is that of a table of the lines."""

    plan: Link
    axis: str | None
    value: str | None
    whole_href: str
    rows: tuple[RowView, ...]
    total_count: int
    first_number: int
    last_number: int
    page: int
    pages: tuple[tuple[int, str], ...]
    fields: tuple[Field, ...]
    file_name: str
    gaps: tuple[Gaps, ...]


def page_count(rows: Sequence[ItemRow]) -> int:
    """How many pages the list has, at least one."""
    return max(1, -(-len(rows) // PAGE_LENGTH))


Filter = tuple[str, str]
COUNTED = (("state", "closed"), ("state", "in_progress"), ("timeliness", "overdue"))
AXES = ("state", "timeliness", "category")


def filters(rows: Sequence[ItemRow]) -> list[Filter]:
    """The (axis, value) pairs that occur, for lists that need no script; and those that the first page
    counts, so that each of its figures leads to what it counts, be it nothing."""
    return sorted({*COUNTED, *((axis, str(getattr(row, axis))) for row in rows for axis in AXES)})


def list_facts(voice: Voice, rows: Sequence[ItemRow], chosen: Filter | None = None) -> PageFacts:
    plan = voice.registry.plan_folder(voice.plan).plan
    words = voice.words.list
    title: Markup = words.title
    crumbs = [Crumb(tail=urls.plan_tail(plan.id), words=voice.plan_name(plan.id))]
    if chosen:
        crumbs.append(Crumb(tail=urls.items_tail(plan.id), words=voice.words.nav.items))
        title = words.filtered.format(value=voice.words[chosen[0]][chosen[1]])
    return PageFacts(
        title=same(title),
        description=same(words.description),
        crumbs=tuple(crumbs),
        changed_on=max((e.day for r in rows for e in r.events), default=plan.published or plan.issued),
        has_sample=any(r.has_sample for r in rows),
        menu="items",
    )


def list_view(voice: Voice, report: PlanReport, page: int, chosen: Filter | None = None) -> ListView:
    plan = report.folder.plan
    rows = [r for r in report.rows if chosen is None or getattr(r, chosen[0]) == chosen[1]]
    length = len(rows) if chosen else PAGE_LENGTH
    first = (page - 1) * length
    shown = rows[first : first + length]
    numbers = range(1, 2 if chosen else page_count(rows) + 1)
    return ListView(
        plan=voice.link(urls.plan_tail(plan.id), voice.say(plan.title)),
        axis=chosen[0] if chosen else None,
        value=chosen[1] if chosen else None,
        whole_href=urls.link(voice.tail, urls.items_tail(plan.id)),
        rows=tuple(row_view(voice, r) for r in shown),
        total_count=len(rows),
        first_number=first + 1 if shown else 0,
        last_number=first + len(shown),
        page=page,
        pages=tuple((n, urls.link(voice.tail, urls.items_tail(plan.id, n))) for n in numbers),
        fields=() if chosen else tuple(_fields(voice, rows)),
        file_name=f"{plan.id}-{voice.registry.as_of}.csv",
        gaps=gaps_of(voice, [report]),
    )


def _fields(voice: Voice, rows: Sequence[ItemRow]) -> Iterator[Field]:
    """What the list can be filtered by: whatever tells at least two of its lines apart."""
    words = voice.words
    counts: dict[str, Counter[str]] = {
        "state": Counter(r.state for r in rows),
        "timeliness": Counter(r.timeliness for r in rows),
        "category": Counter(r.category for r in rows),
        "unit": Counter(u for r in rows for u in dict.fromkeys((*r.lead, *r.support))),
        "area": Counter(a for r in rows for a in r.areas),
        "year": Counter(r.due.isoformat()[:4] for r in rows if r.due),
    }
    orders: dict[str, Sequence[str]] = {
        "state": STATES,
        "timeliness": TIMELINESS,
        "category": get_args(Category),
        "year": sorted(counts["year"]),
    }
    for name, count in counts.items():
        order = orders.get(name, tuple(voice.registry.units))
        choices = tuple(_choice(voice, words, name, value, count[value]) for value in order if count[value])
        if len(choices) > 1 or any(c.count < len(rows) for c in choices):
            yield Field(name=name, choices=choices)


def _choice(voice: Voice, words: Any, name: str, value: str, count: int) -> Choice:
    if name in ("unit", "area"):
        text = voice.registry.units[value].name
        lang = text.lang_for(voice.lang)
        return Choice(
            value=value,
            count=count,
            words=voice.plain(text),
            lang=HTML_LANG[lang] if lang != voice.lang else None,
        )
    return Choice(value=value, count=count, words=value if name == "year" else str(words[name][value]))
