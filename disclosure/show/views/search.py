"""The page of search: the index that its script reads, the kinds of what can be found, and the pages
that list everything for readers without script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    without script: those of the whole site (None), then each plan, where there are several, with its own."""

    index: str
    other_index: str
    other_href: str
    kinds: tuple[str, ...]
    lists: tuple[tuple[Link | None, tuple[Link, ...]], ...]


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


def _lists(voice: Voice) -> Iterator[tuple[Link | None, tuple[Link, ...]]]:
    """The site map and what stands beside the plans, then the lists of each plan."""
    nav = voice.words.nav
    whole = (
        voice.link(urls.SITEMAP, nav.sitemap),
        voice.link(urls.UNITS, nav.units),
        voice.link(urls.NOTICES, nav.notices),
        voice.link(urls.METHOD, nav.method),
    )
    plans = [(folder, _plan_lists(voice, folder.id)) for folder in voice.registry.plans]
    if len(plans) == 1:
        yield None, (whole[0], *plans[0][1], *whole[1:])
        return
    yield None, whole
    for folder, links in plans:
        yield voice.link(urls.plan_tail(folder.id), voice.say(folder.plan.title)), links


def _plan_lists(voice: Voice, plan: str) -> tuple[Link, ...]:
    nav = voice.words.nav
    return (
        voice.link(urls.items_tail(plan), nav.items),
        voice.link(urls.deadlines_tail(plan), voice.words.deadlines.title),
        voice.link(urls.status_tail(plan), nav.status),
        voice.link(urls.indicators_tail(plan), nav.indicators),
    )
