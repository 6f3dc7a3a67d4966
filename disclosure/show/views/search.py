"""The page of search: the index that its script reads, the kinds of what can be found, and the pages
that list everything for readers without script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...plan.text import Lang, other
from .. import urls
from ..voice import Link, Voice

# What can be found, in the order of the groups of results. Each has its word in `words.search.kind`.
KINDS = ("item", "plan", "indicator", "notice", "unit", "term", "page", "list")


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchView:
    """`index` and `other_index` are the addresses of the heads of the two indexes below the root of the
    site, without the suffix; `other_href` is the page in the other language. `lists` lead to everything
    without script."""

    index: str
    other_index: str
    other_href: str
    kinds: tuple[str, ...]
    lists: tuple[Link, ...]


def search_view(voice: Voice, indexes: Mapping[Lang, str]) -> SearchView:
    """`indexes` are the addresses of the heads below the root of the site, by language."""
    twin = other(voice.lang)
    return SearchView(
        index=indexes[voice.lang],
        other_index=indexes[twin],
        other_href=f"{urls.root(voice.tail)}{twin}/{voice.tail}",
        kinds=KINDS,
        lists=tuple(_lists(voice)),
    )


def _lists(voice: Voice) -> list[Link]:
    """The site map first, then the lists of each plan, and what stands beside the plans."""
    nav, words = voice.words.nav, voice.words
    links = [voice.link(urls.SITEMAP, nav.sitemap)]
    for folder in voice.registry.plans:
        plan = folder.id
        if len(voice.registry.plans) > 1:
            links.append(voice.link(urls.plan_tail(plan), voice.say(folder.plan.title)))
        links.append(voice.link(urls.items_tail(plan), nav.items))
        links.append(voice.link(urls.deadlines_tail(plan), words.deadlines.title))
        links.append(voice.link(urls.status_tail(plan), nav.status))
        links.append(voice.link(urls.indicators_tail(plan), nav.indicators))
    links += [voice.link(urls.UNITS, nav.units), voice.link(urls.NOTICES, nav.notices)]
    return [*links, voice.link(urls.METHOD, nav.method)]
