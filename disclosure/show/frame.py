"""What stands around every page: title, crumbs, menu, twin, dates, footer.
One `Frame` a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ..plan.registry import Registry
from ..plan.text import HTML_LANG, Lang, Text, other
from . import urls
from .citing import Citation, Embed, citation_of, snippet_of
from .live import Live, live_facts
from .remarks import EditionNote, TranslationNote, edition_note
from .voice import Link, Voice

OG_LOCALE = {"zh": "zh_CN", "en": "en_GB"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Crumb:
    """One step of the way to a page. `words` are plain in the page's language."""

    tail: str
    words: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class MenuEntry:
    """`current` is the value of aria-current: `page` on the page itself, `true` below it, else None."""

    link: Link
    current: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Channel:
    name: Markup
    kind: str
    value: Markup
    href: str | None
    hours: Markup | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """Menu and footer: the same on all pages of a language, a depth and a part of the site. `live` holds what
    scripts count days from, None where the day of the data is fixed."""

    menu: tuple[MenuEntry, ...]
    footer_pages: tuple[Link, ...]
    sponsor: Link
    operator: Link | None
    identifiers: tuple[tuple[str, str], ...]
    channels: tuple[Channel, ...]
    is_sample_site: bool
    as_of: Markup
    live: Live | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What stands around the view of one page. `title` is plain text in `title_lang`; `changed_on` the day on
    which a fact of the page last changed, None where it has no dated facts; `search_href` leads to search,
    None on the page of search itself; `version` is filled in when the page has been rendered. `og_type` and
    `og_locales` (this language, the other) are for those who share the page; `embed` is the snippet that
    shows its card elsewhere, None where it has none."""

    lang: str
    twin_lang: str
    title: str
    title_lang: str
    site_name: str
    site_name_lang: str
    description: str
    description_lang: str
    up: str
    root: str
    canonical: str
    twin_href: str
    search_href: str | None
    alternates: tuple[tuple[str, str], ...]
    refresh: str | None
    is_gone: bool
    edition: EditionNote | None
    translation: TranslationNote | None
    crumbs: tuple[Link, ...]
    crumb_here: Markup
    channels: tuple[Channel, ...]
    as_of: Markup
    changed_on: Markup | None
    is_sample_site: bool
    has_sample: bool
    og_type: str
    og_locales: tuple[str, str]
    citation: Citation
    embed: Markup | None
    assets: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class PageFacts:
    """What a view tells its frame. `crumbs` are the steps between the home page and this page. `embed` is
    the card of the page's facts. A card has no frame but says in `stands_for` whose tail it stands for.
    `is_gone` marks what stands in place of a page, `moved_to` is the tail that it leads on to.
    `data_version` is given by the first page alone: the others must stay the same while it changes."""

    title: Text
    description: Text | None = None
    crumbs: tuple[Crumb, ...] = ()
    changed_on: date | None = None
    has_sample: bool = False
    menu: str = ""
    embed: Embed | None = None
    stands_for: str | None = None
    moved_to: str | None = None
    is_gone: bool = False
    translation: TranslationNote | None = None
    data_version: str = ""


def surround(voice: Voice, menu: str) -> Surroundings:
    """Menu and footer of the page on which `voice` speaks; `menu` names its part of the site."""
    site = voice.registry.site
    return Surroundings(
        menu=_menu(voice, menu),
        footer_pages=_footer_pages(voice),
        sponsor=voice.unit(site.sponsor),
        operator=voice.unit(site.operator) if site.operator else None,
        identifiers=_identifiers(voice.registry),
        channels=channels_of(voice),
        is_sample_site=site.sample,
        as_of=voice.day(voice.registry.as_of),
        live=live_facts(voice.registry),
    )


def frame_page(
    voice: Voice, facts: PageFacts, assets: Mapping[str, str], channels: tuple[Channel, ...]
) -> Frame:
    """The frame of the page on which `voice` speaks."""
    site, lang, tail = voice.registry.site, voice.lang, voice.tail
    base, twin = site.base_url, other(lang)
    home = Crumb(tail=urls.HOME, words=voice.words.nav.home)
    return Frame(
        lang=HTML_LANG[lang],
        twin_lang=HTML_LANG[twin],
        title=voice.plain(facts.title),
        title_lang=HTML_LANG[facts.title.lang_for(lang)],
        site_name=voice.plain(site.name),
        site_name_lang=HTML_LANG[site.name.lang_for(lang)],
        description=voice.plain(facts.description) if facts.description else "",
        description_lang=HTML_LANG[facts.description.lang_for(lang)] if facts.description else "",
        up=urls.up(tail),
        root=urls.root(tail),
        canonical=urls.absolute(base, lang, tail if facts.stands_for is None else facts.stands_for),
        twin_href=f"{urls.root(tail)}{twin}/{tail}",
        search_href=urls.link(tail, urls.SEARCH) if tail != urls.SEARCH else None,
        alternates=_alternates(base, tail),
        # With the name of the file, so that it works from a disk; a script takes the name away elsewhere.
        refresh=f"{urls.link(tail, facts.moved_to)}index.html" if facts.moved_to is not None else None,
        is_gone=facts.is_gone,
        edition=edition_note(voice),
        translation=facts.translation,
        crumbs=tuple(voice.link(c.tail, c.words) for c in (home, *facts.crumbs)) if tail else (),
        crumb_here=voice.say(facts.title),
        channels=channels,
        as_of=voice.day(voice.registry.as_of),
        changed_on=voice.day(facts.changed_on) if facts.changed_on else None,
        is_sample_site=site.sample,
        has_sample=facts.has_sample,
        og_type="article" if tail else "website",
        og_locales=(OG_LOCALE[lang], OG_LOCALE[twin]),
        citation=citation_of(voice, facts.title, facts.data_version, facts.has_sample),
        embed=snippet_of(voice, facts.embed) if facts.embed else None,
        assets=assets,
    )


def _alternates(base: str, tail: str) -> tuple[tuple[str, str], ...]:
    """The page in each language, and in that which stands for all others."""
    codes: tuple[tuple[str, Lang], ...] = (("zh-CN", "zh"), ("en", "en"), ("x-default", "zh"))
    return tuple((code, urls.absolute(base, lang, tail)) for code, lang in codes)


def menu_tails(voice: Voice) -> dict[str, str]:
    """The pages of the main menu: tail to the name of its word. Those of a plan are the plan's own;
    outside of plans they are the only plan's, and with several plans left out, for the first page
    leads to each."""
    plans = voice.registry.plans
    plan = voice.plan or (plans[0].id if len(plans) == 1 else "")
    inside = {
        urls.plan_tail(plan): "plan",
        urls.items_tail(plan): "items",
        urls.status_tail(plan): "status",
        urls.indicators_tail(plan): "indicators",
    }
    outside = {urls.UNITS: "units", urls.NOTICES: "notices", urls.CHANGES: "changes", urls.METHOD: "method"}
    return {urls.HOME: "home", **(inside if plan else {}), **outside}


def _menu(voice: Voice, current: str) -> tuple[MenuEntry, ...]:
    return tuple(
        MenuEntry(
            link=voice.link(tail, voice.words.nav[name]),
            current=None if name != current else "page" if tail == voice.tail else "true",
        )
        for tail, name in menu_tails(voice).items()
    )


def _footer_pages(voice: Voice) -> tuple[Link, ...]:
    pages = sorted(voice.registry.pages, key=lambda p: (p.order if p.order is not None else 9999, p.id))
    links = [voice.link(urls.page_tail(p.id), voice.say(p.title)) for p in pages]
    nav = voice.words.nav
    own = (
        (urls.SEARCH, nav.search),
        (urls.VERIFY, nav.verify),
        (urls.TRANSLATION, nav.translation),
        (urls.SITEMAP, nav.sitemap),
    )
    return (*links, *(voice.link(tail, words) for tail, words in own))


def _identifiers(registry: Registry) -> tuple[tuple[str, str], ...]:
    """The identifiers that are set, by the name of their word."""
    found = registry.site.identifiers
    named = (
        ("site_code", found.site_code),
        ("icp", found.icp),
        ("police", found.police),
        ("domain", found.domain),
    )
    return tuple((name, value) for name, value in named if value)


def channels_of(voice: Voice) -> tuple[Channel, ...]:
    """The ways to report, ready to show."""
    return tuple(
        Channel(
            name=voice.say(c.name),
            kind=c.kind,
            value=voice.quote(c.value),
            href=_channel_href(c.kind, c.value),
            hours=voice.say(c.hours) if c.hours else None,
        )
        for c in voice.registry.site.channels
    )


def _channel_href(kind: str, value: str) -> str | None:
    if kind == "phone":
        return "tel:" + "".join(ch for ch in value if ch.isdigit() or ch == "+")
    if kind == "email":
        return f"mailto:{value}"
    return value if kind == "web" and value.startswith("https://") else None
