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


Filter = tuple[str, str]
AXES: dict[str, tuple[str, ...]] = {
    "state": tuple(STATES),
    "timeliness": tuple(TIMELINESS),
    "category": get_args(Category),
}


def list_pages(speaker: Voice, report: PlanReport) -> Iterator[tuple[Voice, PageFacts, ListView]]:
    """Every page of the list, and of the lists for readers without script: one for each state, timeliness
    and category there can be, whether it occurs or not, since an address that worked goes on working."""
    groups: dict[Filter, list[ItemRow]] = {(axis, value): [] for axis in AXES for value in AXES[axis]}
    for row in report.rows:
        for axis in AXES:
            groups[axis, getattr(row, axis)].append(row)
    yield from _pages(speaker, report, report.rows, None)
    for chosen in sorted(groups):
        yield from _pages(speaker, report, groups[chosen], chosen)


def _pages(
    speaker: Voice, report: PlanReport, rows: Sequence[ItemRow], chosen: Filter | None
) -> Iterator[tuple[Voice, PageFacts, ListView]]:
    """The pages of one list: at least one."""
    plan = report.folder.id
    tails = [_tail(plan, chosen, n) for n in range(1, max(1, -(-len(rows) // PAGE_LENGTH)) + 1)]
    speaker = speaker.at(tails[0], plan)
    facts = _facts(speaker, rows, chosen)
    fields = () if chosen else tuple(_fields(speaker, rows))
    for number, tail in enumerate(tails, 1):
        voice = speaker.at(tail, plan)
        yield voice, facts, _view(voice, report, rows, chosen, tails, number, fields)


def _tail(plan: str, chosen: Filter | None, page: int) -> str:
    return urls.filtered_tail(plan, *chosen, page) if chosen else urls.items_tail(plan, page)


def _facts(voice: Voice, rows: Sequence[ItemRow], chosen: Filter | None) -> PageFacts:
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


def _view(
    voice: Voice,
    report: PlanReport,
    rows: Sequence[ItemRow],
    chosen: Filter | None,
    tails: Sequence[str],
    page: int,
    fields: tuple[Field, ...],
) -> ListView:
    plan = report.folder.plan
    first = (page - 1) * PAGE_LENGTH
    shown = rows[first : first + PAGE_LENGTH]
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
        pages=tuple((n, urls.link(voice.tail, tail)) for n, tail in enumerate(tails, 1)),
        fields=fields,
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
