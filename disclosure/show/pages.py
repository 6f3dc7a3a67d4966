"""Which pages exist: each decided before anything is rendered.

A `PagePlan` names a page's language and tail, its template and how its view is made. Item pages are
planned one item at a time (`plan_item`), all others from the registry and the rows (`plan_shared`),
and the page of search last (`plan_search`): it names the index of what the others say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..judge.report import PlanReport, Report
from ..judge.rows import translation_of
from ..judge.story import NO_STORY, Stories, Story
from ..judge.translation import Gap
from ..plan.model import Item
from ..plan.registry import Registry
from ..plan.site_model import Tombstone
from ..plan.state import Standing
from ..plan.state_words import rule_words
from ..plan.text import LANGUAGES, Lang, Text
from . import urls
from .frame import PageFacts, channels_of
from .views import (
    changes,
    deadlines,
    embeds,
    gone,
    indicators,
    item,
    items,
    notices,
    overview,
    pages,
    patterns,
    plan,
    print_edition,
    records,
    search,
    status,
    translation,
    units,
    verify,
)
from .voice import Voice


@dataclass(frozen=True, kw_only=True, slots=True)
class PagePlan:
    """A page that will be rendered: `facts` for its frame, `view` for its template. A card has no menu
    and no footer."""

    voice: Voice
    template: str
    facts: PageFacts
    view: Any
    is_card: bool = False

    @property
    def path(self) -> str:
        return urls.page_path(self.voice.lang, self.voice.tail)


# The ids of the items before and after one.
Neighbours = tuple[str | None, str | None]


def voices(registry: Registry, words: Mapping[Lang, Any]) -> dict[Lang, Voice]:
    """A voice in each language, at the home page."""
    rules = {rule.id: rule.text for group in rule_words().values() for rule in group}
    return {
        lang: Voice(lang=lang, tail=urls.HOME, words=words[lang], registry=registry, rules=rules)
        for lang in LANGUAGES
    }


def plan_item(
    speakers: Mapping[Lang, Voice],
    record: Item,
    standing: Standing,
    neighbours: Neighbours,
    story: Story = NO_STORY,
) -> Iterator[PagePlan]:
    """The page of one item in both languages, and its card where the site gives cards of items."""
    for speaker in speakers.values():
        voice = speaker.at(urls.item_tail(record.plan, record.id), record.plan)
        view = item.item_view(voice, record, standing, neighbours, story)
        gaps = translation_of(record, story)
        yield _page(voice, "item", item.item_facts(voice, record, story), view, gaps)
        if voice.registry.site.embed:
            voice = voice.at(urls.item_embed_tail(record.plan, record.id), record.plan)
            facts = embeds.item_embed_facts(voice, record)
            yield _card(voice, "embed-item", facts, embeds.item_embed_view(voice, record, standing))


def plan_search(speakers: Mapping[Lang, Voice], indexes: Mapping[Lang, str]) -> Iterator[PagePlan]:
    """The page of search in both languages; `indexes` are the addresses of the heads of the indexes."""
    for speaker in speakers.values():
        voice = speaker.at(urls.SEARCH)
        yield _page(voice, "search", pages.word_facts(voice, "search"), search.search_view(voice, indexes))


def plan_gone(
    speakers: Mapping[Lang, Voice], tombstones: Mapping[str, Tombstone], redirects: Mapping[str, str]
) -> Iterator[PagePlan]:
    """What stands at the addresses of pages that were withdrawn, or moved, in both languages."""
    for speaker in speakers.values():
        for tail, tombstone in tombstones.items():
            voice = speaker.at(tail)
            view = gone.tombstone_view(voice, tombstone)
            yield _page(voice, "tombstone", gone.tombstone_facts(voice, tombstone), view)
        for tail, target in redirects.items():
            voice = speaker.at(tail)
            yield _page(
                voice, "redirect", gone.redirect_facts(voice, target), gone.redirect_view(voice, target)
            )


def plan_shared(
    speakers: Mapping[Lang, Voice], report: Report, data_version: str, has_pdf: bool = False
) -> Iterator[PagePlan]:
    """All pages but those of single items and that of search, in both languages. Of these, the first page,
    the one that checks files and the print edition tell the data version; `has_pdf` says that a PDF will lie
    beside the print edition."""
    rows, stories = report.rows, Stories(report.ledger)
    for speaker in speakers.values():
        registry = speaker.registry
        yield from _site_pages(speaker, report, data_version)
        yield from _ledger_pages(speaker, report)
        for part in report.plans:
            yield from _plan_pages(speaker, report, part, has_pdf)
            yield _print_page(speaker, report, part, data_version, has_pdf)
        for unit in registry.units.values():
            voice = speaker.at(urls.unit_tail(unit.id))
            facts = units.unit_facts(voice, unit, rows)
            gaps = report.gaps_of("", f"unit/{unit.id}")
            yield _page(voice, "unit", facts, units.unit_view(voice, unit, report), gaps)
        for notice in registry.notices:
            voice = speaker.at(urls.notice_tail(notice.id), notice.head.plan or "")
            facts, story = notices.notice_facts(voice, notice), stories.of("", f"notice/{notice.id}")
            gaps = report.gaps_of("", f"notice/{notice.id}")
            yield _page(voice, "notice", facts, notices.notice_view(voice, notice, story), gaps)
        for document in registry.pages:
            voice = speaker.at(urls.page_tail(document.id))
            facts = pages.free_page_facts(voice, document)
            gaps = report.gaps_of("", f"page/{document.id}")
            yield _page(voice, "free", facts, pages.free_page_view(voice, document), gaps)


def plan_patterns(speakers: Mapping[Lang, Voice]) -> Iterator[PagePlan]:
    """The page of all visual parts, which the preview alone has."""
    for speaker in speakers.values():
        voice = speaker.at(patterns.TAIL)
        yield _page(voice, "patterns", patterns.patterns_facts(voice), patterns.patterns_view(voice))


def _page(voice: Voice, template: str, facts: PageFacts, view: Any, gaps: Iterable[Gap] = ()) -> PagePlan:
    """A page; `gaps` are the texts on it whose English wants work."""
    note = translation.translation_note(voice, gaps)
    facts = replace(facts, translation=note) if note else facts
    return PagePlan(voice=voice, template=template, facts=facts, view=view)


def _card(voice: Voice, template: str, facts: PageFacts, view: Any) -> PagePlan:
    return PagePlan(voice=voice, template=template, facts=facts, view=view, is_card=True)


def _site_pages(speaker: Voice, report: Report, data_version: str) -> Iterator[PagePlan]:
    """The pages of which there is one each."""
    rows = report.rows
    titles: list[tuple[str, str, Text]] = [(r.plan, r.id, r.title) for r in rows]
    made: tuple[tuple[str, str, Callable[[Voice], PageFacts], Callable[[Voice], Any]], ...] = (
        (
            urls.HOME,
            "overview",
            lambda v: overview.overview_facts(v, rows, data_version),
            lambda v: overview.overview_view(v, report),
        ),
        (urls.UNITS, "units", lambda v: units.units_facts(v, rows), lambda v: units.units_view(v, rows)),
        (urls.NOTICES, "notices", notices.notices_facts, notices.notices_view),
        (
            urls.VERIFY,
            "verify",
            lambda v: pages.word_facts(v, "verify"),
            lambda v: verify.verify_view(v, data_version, report.ledger.head),
        ),
        (urls.METHOD, "method", lambda v: pages.word_facts(v, "method"), pages.method_view),
        (
            urls.TRANSLATION,
            "translation",
            translation.translation_facts,
            lambda v: translation.translation_view(v, report, rows),
        ),
        (
            urls.SITEMAP,
            "sitemap",
            lambda v: pages.word_facts(v, "sitemap"),
            lambda v: pages.sitemap_view(v, titles),
        ),
    )
    for tail, template, facts, view in made:
        voice = speaker.at(tail)
        yield _page(voice, template, facts(voice), view(voice))


def _ledger_pages(speaker: Voice, report: Report) -> Iterator[PagePlan]:
    """The ledger: its latest changes, those of each kind, and the archives that hold all."""
    ledger = report.ledger
    items = {(r.plan, r.id): frozenset(r.anchors) for r in report.rows}
    voice = speaker.at(urls.CHANGES)
    view = changes.changes_view(voice, ledger, items)
    yield _page(voice, "changes", changes.changes_facts(voice, ledger), view)
    for kind in changes.kinds_of(ledger):
        voice = speaker.at(urls.changes_kind_tail(kind))
        facts = changes.kind_facts(voice, ledger, kind)
        yield _page(voice, "changes-kind", facts, changes.kind_view(voice, ledger, items, kind))
    for number in range(1, changes.archive_count(ledger) + 1):
        voice = speaker.at(urls.changes_tail(number))
        facts = changes.archive_facts(voice, ledger, number)
        yield _page(voice, "archive", facts, changes.archive_view(voice, ledger, items, number))


def _plan_pages(speaker: Voice, whole: Report, report: PlanReport, has_pdf: bool) -> Iterator[PagePlan]:
    """A plan, its list and its indicators."""
    folder, stories = report.folder, Stories(whole.ledger)
    voice = speaker.at(urls.plan_tail(folder.id), folder.id)
    names = ("plan", *(f"section/{s.id}" for s in folder.sections))
    told = plan.plan_view(voice, report, [stories.of(folder.id, name) for name in names], has_pdf)
    yield _page(voice, "plan", plan.plan_facts(voice, report), told, whole.gaps_of(folder.id, *names))
    for at, facts, view in items.list_pages(speaker, report):
        yield _page(at, "items", facts, view)
    yield from _judgement_pages(speaker, report)
    voice = speaker.at(urls.indicators_tail(folder.id), folder.id)
    yield _page(voice, "indicators", indicators.indicators_facts(voice), indicators.indicators_view(voice))
    for indicator in folder.indicators:
        voice = speaker.at(urls.indicator_tail(folder.id, indicator.id), folder.id)
        facts = indicators.indicator_facts(voice, indicator)
        name = f"indicator/{indicator.id}"
        view_of = indicators.indicator_view(voice, indicator, stories.of(folder.id, name))
        yield _page(voice, "indicator", facts, view_of, whole.gaps_of(folder.id, name))


def _print_page(
    speaker: Voice, whole: Report, report: PlanReport, data_version: str, has_pdf: bool
) -> PagePlan:
    """Plan, list and status of a plan as one document, with whatever its English lacks anywhere."""
    voice = speaker.at(urls.print_tail(report.folder.id), report.folder.id)
    view = print_edition.print_view(voice, report, data_version, whole.ledger.head, has_pdf)
    gaps = [gap for gap in whole.translation if gap.plan == report.folder.id]
    return _page(voice, "print", print_edition.print_facts(voice, report, data_version), view, gaps)


def _judgement_pages(speaker: Voice, report: PlanReport) -> Iterator[PagePlan]:
    """Status, deadlines, extensions, supervision and closures of a plan."""
    folder, rows = report.folder, report.rows
    voice = speaker.at(urls.status_tail(folder.id), folder.id)
    yield _page(voice, "status", status.status_facts(voice, rows), status.status_view(voice, report))
    voice = speaker.at(urls.plan_embed_tail(folder.id), folder.id)
    facts = embeds.plan_embed_facts(voice, rows)
    yield _card(voice, "embed-plan", facts, embeds.plan_embed_view(voice, report))
    voice = speaker.at(urls.deadlines_tail(folder.id), folder.id)
    yield _page(
        voice, "deadlines", deadlines.deadlines_facts(voice, rows), deadlines.deadlines_view(voice, report)
    )
    voice = speaker.at(urls.records_tail(folder.id, "extensions"), folder.id)
    yield _page(voice, "extensions", *records.extensions_page(voice, report))
    voice = speaker.at(urls.records_tail(folder.id, "supervision"), folder.id)
    yield _page(voice, "supervision", *records.supervision_page(voice, report))
    voice = speaker.at(urls.records_tail(folder.id, "closures"), folder.id)
    yield _page(voice, "closures", *records.closures_page(voice, report, channels_of(voice)))
