"""How records speak in one language on one page: texts, days, names and links as safe HTML.

A `Voice` is made once a page and language. Whatever is not in the page's language is marked with its
own `lang`, so that browsers choose the right glyphs and screen readers the right voice. It decides
nothing about what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from ..plan.registry import Registry
from ..plan.site_model import Document
from ..plan.text import HTML_LANG, Lang, Text
from ..read.markdown_links import record_of
from . import urls
from .days import day_words
from .han import mark_han
from .prose import LinkTarget, Prose, WikiLink, render_prose


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link of a page: a relative address and its words, already safe."""

    href: str
    words: Markup


@cache
def time_tag(day: date, lang: Lang) -> Markup:
    """A day in words, with its machine form beside it."""
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), day_words(day, lang))


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """The language, the place (`tail` of the page) and the names that a page needs to speak.
    `rules` are the words of the rules of state and timeliness, by id; `plan` is the plan to which short
    references belong, empty outside plans. `inside` is the tail of a page whose text stands on this one
    too, so that links into it stay here: the print edition holds the plan's sections. None elsewhere."""

    lang: Lang
    tail: str
    words: Any
    registry: Registry
    rules: Mapping[str, Text]
    plan: str = ""
    inside: str | None = None

    def at(self, tail: str, plan: str = "") -> Voice:
        """The same voice on another page."""
        return replace(self, tail=tail, plan=plan)

    def say(self, text: Text) -> Markup:
        """A plain text in the page's language; in Chinese, and marked so, where it is untranslated."""
        if self.lang == "zh":
            return escape(text.zh)
        if text.en is None:
            return Markup('<span lang="zh-CN" class="untranslated">{}</span>').format(text.zh)
        return mark_han(text.en)

    def quote(self, chinese: str) -> Markup:
        """A string that exists in Chinese only, such as a document number."""
        return escape(chinese) if self.lang == "zh" else mark_han(chinese)

    def plain(self, text: Text) -> str:
        """A text for places that hold no markup, such as the title of a page."""
        return text.in_(self.lang)

    def prose(self, text: Text, level: int = 3, prefix: str = "") -> Markup:
        """A Markdown text as HTML; headings begin at `level`."""
        return self.full_prose(text, level, prefix).html

    def full_prose(self, text: Text, level: int = 3, prefix: str = "") -> Prose:
        """A Markdown text as HTML, with its headings."""
        lang = text.lang_for(self.lang)
        prose = render_prose(text.in_(self.lang), lang, self.resolve, base_level=level, prefix=prefix)
        if lang == self.lang:
            return prose
        html = Markup('<div lang="{}" class="untranslated">{}</div>').format(HTML_LANG[lang], prose.html)
        return replace(prose, html=html)

    def plan_name(self, plan: str) -> Markup:
        """How crumbs and menus call a plan: by its title only where there are several."""
        if len(self.registry.plans) == 1:
            name: Markup = self.words.nav.plan
            return name
        return self.say(self.registry.plan_folder(plan).plan.title)

    def number(self, item: str, printed: str) -> Markup:
        """The number of an item: as printed in Chinese, where English readers get its id."""
        is_readable = self.lang == "zh" or printed.isascii()
        return escape(printed if is_readable else item)

    def day(self, day: date) -> Markup:
        return time_tag(day, self.lang)

    def link(self, tail: str, words: Markup) -> Link:
        return Link(href=urls.link(self.tail, tail), words=words)

    def unit(self, unit: str) -> Link:
        """A link to an organisation, by its name."""
        return self.link(urls.unit_tail(unit), self.unit_name(unit))

    def units(self, units: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self.unit(u) for u in units)

    def unit_name(self, unit: str) -> Markup:
        return self.say(self.registry.units[unit].name)

    def resolve(self, wiki: WikiLink) -> LinkTarget:
        """Where a `[[KIND:ID]]` link leads, and its words when it has none of its own."""
        plan, ident = record_of(wiki.kind, wiki.id, self.plan)
        tail, words = _RESOLVERS[wiki.kind](self, plan, ident)
        if tail is None:
            return LinkTarget(href=None, words=words)
        fragment = f"#{wiki.part}" if wiki.part else ""
        if wiki.kind == "section" and wiki.part:
            tail = urls.plan_tail(plan)
        if wiki.kind == "section" and self.inside == urls.plan_tail(plan):
            return LinkTarget(href=fragment or f"#{ident}", words=words)
        href = urls.root(self.tail) + tail if wiki.kind == "file" else urls.link(self.tail, tail)
        return LinkTarget(href=href + fragment, words=words)

    def item_name(self, item: str) -> Markup:
        """The short name of an item that holds without reading it: 第 02 项, Item 02."""
        return Markup(self.words.link.item).format(id=item)


def _item(voice: Voice, plan: str, ident: str) -> tuple[str, Markup]:
    return urls.item_tail(plan, ident), voice.item_name(ident)


def _measure(voice: Voice, plan: str, ident: str) -> tuple[str, Markup]:
    item, _, measure = ident.partition("/")
    words = Markup(voice.words.link.measure).format(id=item, measure=measure.removeprefix("m"))
    return f"{urls.item_tail(plan, item)}#measure-{measure}", words


def _indicator(voice: Voice, plan: str, ident: str) -> tuple[str, Markup]:
    folder = voice.registry.plan_folder(plan)
    name = next(i.name for i in folder.indicators if i.id == ident)
    return urls.indicator_tail(plan, ident), voice.say(name)


def _unit(voice: Voice, plan: str, ident: str) -> tuple[str, Markup]:
    return urls.unit_tail(ident), voice.unit_name(ident)


def _term(voice: Voice, plan: str, ident: str) -> tuple[str, Markup]:
    return f"{urls.METHOD}#term-{ident}", voice.say(voice.registry.terms[ident].term)


def _notice(voice: Voice, plan: str, ident: str) -> tuple[str | None, Markup]:
    """A notice of a later day is not there yet, and its title is not told."""
    title = next((n.document.title for n in voice.registry.notices if n.id == ident), None)
    if title is None:
        return None, Markup(voice.words.link.later_notice)
    return urls.notice_tail(ident), voice.say(title)


def _section(voice: Voice, plan: str, ident: str) -> tuple[str, Markup]:
    sections: tuple[Document, ...] = voice.registry.plan_folder(plan).sections
    title = next(s.title for s in sections if s.id == ident)
    return f"{urls.plan_tail(plan)}#{ident}", voice.say(title)


def _file(voice: Voice, plan: str, ident: str) -> tuple[str, Markup]:
    return urls.file_path(ident), voice.quote(ident)


# The tail of a record's page, None where there is none as of the day, and its name.
_RESOLVERS: dict[str, Callable[[Voice, str, str], tuple[str | None, Markup]]] = {
    "item": _item,
    "measure": _measure,
    "indicator": _indicator,
    "unit": _unit,
    "term": _term,
    "notice": _notice,
    "section": _section,
    "file": _file,
}
