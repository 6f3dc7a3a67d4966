"""Announcements: the index by year, and each notice."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ...judge.story import Story
from ...plan.site_model import Notice
from .. import urls
from ..frame import Crumb, PageFacts
from ..voice import Link, Voice
from ..words import same
from .ledger_lines import PageLedger, page_ledger


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticeLine:
    day: Markup
    link: Link
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticesView:
    years: tuple[tuple[int, tuple[NoticeLine, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticeView:
    title: Markup
    day: Markup
    publisher: Link
    html: Markup
    plan: Link | None
    items: tuple[Link, ...]
    units: tuple[Link, ...]
    is_sample: bool
    ledger: PageLedger


def notices_facts(voice: Voice) -> PageFacts:
    notices, words = voice.registry.notices, voice.words.notices
    return PageFacts(
        title=same(words.title),
        description=same(words.description),
        changed_on=max((n.head.date for n in notices), default=None),
        has_sample=any(n.head.sample for n in notices),
        menu="notices",
    )


def notices_view(voice: Voice) -> NoticesView:
    by_year = groupby(voice.registry.notices, key=lambda n: n.head.date.year)
    return NoticesView(years=tuple((year, tuple(_line(voice, n) for n in group)) for year, group in by_year))


def _line(voice: Voice, notice: Notice) -> NoticeLine:
    link = voice.link(urls.notice_tail(notice.id), voice.say(notice.document.title))
    return NoticeLine(day=voice.day(notice.head.date), link=link, is_sample=notice.head.sample)


def notice_facts(voice: Voice, notice: Notice) -> PageFacts:
    document = notice.document
    return PageFacts(
        title=document.title,
        description=document.title,
        crumbs=(Crumb(tail=urls.NOTICES, words=voice.words.notices.title),),
        changed_on=notice.head.date,
        has_sample=notice.head.sample,
        menu="notices",
    )


def notice_view(voice: Voice, notice: Notice, story: Story) -> NoticeView:
    head, registry = notice.head, voice.registry
    plan = head.plan or ""
    title = registry.plan_folder(plan).plan.title if plan else None
    return NoticeView(
        title=voice.say(notice.document.title),
        day=voice.day(head.date),
        publisher=voice.unit(registry.site.sponsor),
        html=voice.prose(notice.document.body, level=2),
        plan=voice.link(urls.plan_tail(plan), voice.say(title)) if title else None,
        items=tuple(voice.link(urls.item_tail(plan, i), voice.item_name(i)) for i in head.items),
        units=voice.units(head.units),
        is_sample=head.sample,
        ledger=page_ledger(voice, [story]),
    )
