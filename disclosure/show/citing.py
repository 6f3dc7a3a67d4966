"""What readers take along from a page: how to cite it, and the snippet that shows its card elsewhere.

A citation names the publisher, the page, the site, the day of the data and the permanent address; the
page's own version is put in when the page is rendered. The wording is an interface word, in the form
that each language expects. What is illustrative says so in the title that it is cited and shared by, for
the badge of the page does not travel along.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from ..plan.text import Text
from . import urls
from .voice import Voice

VERSION_LENGTH = 12
_SNIPPET = '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" style="border:0"></iframe>'


@dataclass(frozen=True, kw_only=True, slots=True)
class Embed:
    """A card for other sites: its tail and title, and the height that shows it whole, in pixels."""

    tail: str
    title: Text
    height: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """The parts of a citation. `shared_title` is the title as plain text; `day` is that of the data as
    YYYY-MM-DD; `data_version` is shortened, and empty but on the first page, whose title is the site's."""

    publisher: Markup
    title: Markup
    shared_title: str
    site: Markup
    day: str
    data_version: str


def citation_of(voice: Voice, title: Text, data_version: str, has_sample: bool) -> Citation:
    """How to cite the page on which `voice` speaks."""
    site = voice.registry.site
    mark: Markup = voice.words.cite.sample if has_sample or site.sample else Markup("{title}")
    return Citation(
        publisher=voice.unit_name(site.sponsor),
        title=mark.format(title=voice.say(title)),
        shared_title=str(mark.unescape()).replace("{title}", voice.plain(title)),
        site=voice.say(site.name),
        day=voice.registry.as_of.isoformat(),
        data_version=data_version[:VERSION_LENGTH],
    )


def snippet_of(voice: Voice, card: Embed) -> Markup:
    """The HTML to paste into another page, as text to show and copy: what is an attribute there is
    escaped twice here."""
    title = card.title
    address = urls.absolute(voice.registry.site.base_url, voice.lang, card.tail)
    shown = voice.say(Text(zh=str(escape(title.zh)), en=str(escape(title.en)) if title.en else None))
    return escape(_SNIPPET).format(address, shown, card.height)
