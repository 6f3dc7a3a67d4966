"""Free pages, the site map, and the page of rules, calendar and glossary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from ...judge.contradictions import CONTRADICTIONS
from ...judge.indicators import RULES as INDICATOR_RULES
from ...judge.punctuality import RULES as PROMPTNESS_RULES
from ...judge.rules import stated_rules
from ...judge.verdicts import Verdict
from ...plan.site_model import Document
from ...plan.state_words import RuleWords, rule_words
from ...plan.text import Text
from .. import urls
from ..frame import PageFacts
from ..voice import Link, Voice
from ..words import same


@dataclass(frozen=True, kw_only=True, slots=True)
class FreePageView:
    title: Markup
    html: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleLine:
    """A rule: its id, what it gives (a state, a standing, the severity of a fault), and its words."""

    id: str
    gives: str
    words: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class TermLine:
    id: str
    term: Markup
    other: str
    other_lang: str
    definition: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarLine:
    year: int
    holidays: tuple[Markup, ...]
    workdays: tuple[Markup, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MethodView:
    state_rules: tuple[RuleLine, ...]
    timeliness_rules: tuple[RuleLine, ...]
    indicator_rules: tuple[RuleLine, ...]
    promptness_rules: tuple[RuleLine, ...]
    contradictions: tuple[RuleLine, ...]
    record_rules: tuple[RuleLine, ...]
    quiet_after_days: int
    due_soon_days: int
    calendar: tuple[CalendarLine, ...]
    terms: tuple[TermLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SitemapView:
    """Groups of links, each with the name of its word."""

    groups: tuple[tuple[str, tuple[Link, ...]], ...]


def free_page_facts(voice: Voice, page: Document) -> PageFacts:
    return PageFacts(
        title=page.title,
        description=page.title,
        menu=page.id,
    )


def free_page_view(voice: Voice, page: Document) -> FreePageView:
    return FreePageView(title=voice.say(page.title), html=voice.prose(page.body, level=2))


def word_facts(voice: Voice, name: str) -> PageFacts:
    """The facts of a page whose title and description are interface words."""
    words = voice.words[name]
    return PageFacts(title=same(words.title), description=same(words.description), menu=name)


def method_view(voice: Voice) -> MethodView:
    registry, rules = voice.registry, rule_words()
    return MethodView(
        state_rules=tuple(_rule(voice, r) for r in rules["state"]),
        timeliness_rules=tuple(_rule(voice, r) for r in rules["timeliness"]),
        indicator_rules=tuple(_rule(voice, r) for r in INDICATOR_RULES),
        promptness_rules=tuple(_rule(voice, r) for r in PROMPTNESS_RULES),
        contradictions=tuple(_rule(voice, r) for r in CONTRADICTIONS),
        record_rules=tuple(
            RuleLine(id=rule.id, gives=rule.severity, words=voice.say(text)) for rule, text in stated_rules()
        ),
        quiet_after_days=registry.site.quiet_after_days,
        due_soon_days=registry.site.due_soon_days,
        calendar=tuple(
            CalendarLine(year=year, holidays=_days(voice, c.holidays), workdays=_days(voice, c.workdays))
            for year, c in sorted(registry.calendars.items())
        ),
        terms=_terms(voice),
    )


def _rule(voice: Voice, rule: RuleWords | Verdict[Any]) -> RuleLine:
    return RuleLine(id=rule.id, gives=rule.gives, words=voice.say(rule.text))


def _days(voice: Voice, days: frozenset[date]) -> tuple[Markup, ...]:
    return tuple(voice.day(d) for d in sorted(days))


def _terms(voice: Voice) -> tuple[TermLine, ...]:
    """The glossary, in the order of its file in Chinese, by the alphabet in English."""
    terms = list(voice.registry.terms.values())
    if voice.lang == "en":
        terms.sort(key=lambda t: voice.plain(t.term).casefold().lstrip("“"))
    return tuple(
        TermLine(
            id=t.id,
            term=voice.say(t.term),
            other=t.term.zh if voice.lang == "en" else t.term.en or "",
            other_lang="zh-CN" if voice.lang == "en" else "en",
            definition=voice.say(t.definition),
        )
        for t in terms
    )


def sitemap_view(voice: Voice, items: Sequence[tuple[str, str, Text]]) -> SitemapView:
    """`items` are (plan, id, title) of all items."""
    registry, nav = voice.registry, voice.words.nav
    groups: list[tuple[str, tuple[Link, ...]]] = []
    main = (
        (urls.HOME, nav.home),
        (urls.UNITS, nav.units),
        (urls.NOTICES, nav.notices),
        (urls.CHANGES, nav.changes),
        (urls.TRANSLATION, nav.translation),
        (urls.METHOD, nav.method),
        (urls.SEARCH, nav.search),
        (urls.VERIFY, nav.verify),
    )
    groups.append(("main", tuple(voice.link(tail, words) for tail, words in main)))
    plans: list[Link] = []
    for folder in registry.plans:
        plans.append(voice.link(urls.plan_tail(folder.id), voice.say(folder.plan.title)))
        plans.append(voice.link(urls.items_tail(folder.id), nav.items))
        plans.append(voice.link(urls.status_tail(folder.id), nav.status))
        plans.append(voice.link(urls.deadlines_tail(folder.id), voice.words.deadlines.title))
        for kind in ("extensions", "supervision", "closures"):
            plans.append(voice.link(urls.records_tail(folder.id, kind), voice.words[kind].title))
        plans.append(voice.link(urls.indicators_tail(folder.id), nav.indicators))
        plans.append(voice.link(urls.print_tail(folder.id), voice.words.print.name))
    groups.append(("plans", tuple(plans)))
    groups.append(("items", tuple(voice.link(urls.item_tail(p, i), voice.say(t)) for p, i, t in items)))
    groups.append(("indicators", tuple(_indicator_links(voice))))
    groups.append(("units", voice.units(registry.units)))
    notices = (voice.link(urls.notice_tail(n.id), voice.say(n.document.title)) for n in registry.notices)
    groups.append(("notices", tuple(notices)))
    pages = (voice.link(urls.page_tail(p.id), voice.say(p.title)) for p in registry.pages)
    groups.append(("pages", tuple(pages)))
    return SitemapView(groups=tuple((name, links) for name, links in groups if links))


def _indicator_links(voice: Voice) -> list[Link]:
    return [
        voice.link(urls.indicator_tail(f.id, i.id), voice.say(i.name))
        for f in voice.registry.plans
        for i in f.indicators
    ]
