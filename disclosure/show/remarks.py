"""What a page says of itself before anything else: that it is of an old edition, or that its English lags
behind.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..plan.history import short
from . import urls
from .voice import Voice


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionNote:
    """What every page of an old edition says first: the day it shows, the commit in short (empty for a day
    alone), and the address of the same page as it is now."""

    day: Markup
    commit: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BehindLine:
    """A text whose Chinese changed after its English was made: from what to what, in Chinese, and when; `day`
    is None while no commit holds the change."""

    field: Markup
    day: Markup | None
    old: Markup
    new: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class TranslationNote:
    """What readers are told of the English of a page: what it has not followed, and the names of the texts
    that a machine translated and nobody checked. `is_open` where there is nothing to press, as on paper."""

    behind: tuple[BehindLine, ...]
    machine: tuple[Markup, ...]
    is_open: bool


def edition_note(voice: Voice) -> EditionNote | None:
    """The remark on the edition of the page on which `voice` speaks; None on the site as it is now."""
    edition = voice.registry.edition
    if edition is None:
        return None
    return EditionNote(
        day=voice.day(voice.registry.as_of),
        commit=short(edition.commit) if edition.commit else "",
        href=urls.absolute(edition.latest, voice.lang, voice.tail),
    )
