"""Everything of the content but the lists themselves: what each item is judged and shown against.

Items are the bulk of a portal and are read, judged and rendered one by one, in parallel; the
registry is read first and handed to each. What the rest of the site needs to know of an item is its
`ItemRow` (`disclosure.judge.rows`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from .indicator_model import Indicator
from .model import Plan
from .site_model import Change, Document, Notice, Site, Term, Tombstone, Unit
from .workdays import Calendar


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file below content/files/. `size` in bytes; `sha256` in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanFolder:
    """A plan with its sections in order, its indicators, and the files of its list."""

    plan: Plan
    sections: tuple[Document, ...]
    indicators: tuple[Indicator, ...]
    item_files: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.plan.id


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """Why a site is not the latest: it stands at an old day, or at an old commit (the full id, None for a day
    alone). `latest` is the public address of the site as it is now."""

    latest: str
    commit: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Registry:
    """The shared content, as of one day, which is the clock's where `is_current` holds. `edition` is None for
    the site as it is now. Mappings go from
    id to record. `unread` names the kinds (`unit`, `term`) of which some could not be read, so that no
    reference to them can be judged."""

    site: Site
    units: Mapping[str, Unit]
    terms: Mapping[str, Term]
    calendars: Mapping[int, Calendar]
    plans: tuple[PlanFolder, ...]
    notices: tuple[Notice, ...]
    pages: tuple[Document, ...]
    changes: tuple[Change, ...]
    tombstones: tuple[Tombstone, ...]
    redirects: Mapping[str, str]
    attachments: Mapping[str, Attachment]
    as_of: date
    is_current: bool = False
    edition: Edition | None = None
    unread: frozenset[str] = frozenset()

    def plan_folder(self, plan: str) -> PlanFolder:
        """The plan with this id; KeyError when there is none."""
        return {folder.id: folder for folder in self.plans}[plan]

    def without_indicators(self) -> Registry:
        """The same content with no indicators, for judging items while an indicator is at fault."""
        return replace(self, plans=tuple(replace(folder, indicators=()) for folder in self.plans))
