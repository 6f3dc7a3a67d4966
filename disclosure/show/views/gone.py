"""Pages that stand where something was: tombstones of what was withdrawn, and ways on to what moved."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...plan.site_model import Tombstone
from .. import urls
from ..frame import PageFacts
from ..voice import Link, Voice
from ..words import same


@dataclass(frozen=True, kw_only=True, slots=True)
class TombstoneView:
    """What a reader is told of what was withdrawn: never its words."""

    day: Markup
    reason: Markup
    approved_by: Link
    address: str
    ledger_href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RedirectView:
    """Where the page is now."""

    href: str
    address: str


def tombstone_facts(voice: Voice, tombstone: Tombstone) -> PageFacts:
    title = same(voice.words.gone.title)
    return PageFacts(title=title, description=title, changed_on=tombstone.date, is_gone=True)


def tombstone_view(voice: Voice, tombstone: Tombstone) -> TombstoneView:
    return TombstoneView(
        day=voice.day(tombstone.date),
        reason=voice.say(tombstone.reason),
        approved_by=voice.unit(tombstone.approved_by),
        address=voice.tail,
        ledger_href=urls.link(voice.tail, urls.CHANGES),
    )


def redirect_facts(voice: Voice, target: str) -> PageFacts:
    words = voice.words.gone
    return PageFacts(
        title=same(words.moved),
        description=same(words.moved),
        stands_for=target,
        moved_to=target,
        is_gone=True,
    )


def redirect_view(voice: Voice, target: str) -> RedirectView:
    address = urls.absolute(voice.registry.site.base_url, voice.lang, target)
    return RedirectView(href=urls.link(voice.tail, target), address=address)
