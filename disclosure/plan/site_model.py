"""The records beside the plans: the site, its organisations, terms, calendar, notices and pages."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, InstanceOf

from .model import At, Home, Review
from .record import record
from .text import Text
from .values import Count, Day, Flag, Id, WebUrl, form

UnitKind = Literal["party", "government", "bureau", "township", "area", "group", "enterprise", "other"]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError("not a time zone of the IANA list") from None


def parse_base_url(typed: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#\"<>\\]+(/[^\s?#\"<>\\]+)*", typed):
        raise ValueError("not an absolute address without a trailing slash")
    return typed


def _as_of(typed: Any) -> Any:
    return None if typed == "today" else typed


@record
class Identifiers:
    site_code: Annotated[str, Field(pattern=r"^([0-9]{10}|bm[0-9]{8})$")] | None = None
    icp: str | None = None
    police: str | None = None
    domain: str | None = None


@record
class Channel:
    """A way for the public to report."""

    id: Id
    name: Text
    kind: Literal["phone", "web", "wechat", "post", "email"]
    value: str
    hours: Text | None = None


@record
class Allowed:
    """A value that a rule would stop at and that may stand, with the reason."""

    value: str
    reason: str


@record
class Privacy:
    allow: tuple[Allowed, ...] = ()


@record
class Parity:
    """Figures that need not agree in both languages."""

    allow: tuple[Allowed, ...] = ()


@record
class Links:
    allow: tuple[str, ...] = ()


@record
class Site:
    """Who publishes. `as_of` is None for “today”; `signing_key` is a public key in the form of OpenSSH."""

    home: At
    name: Text
    base_url: Annotated[str, form("wrong-url", parse_base_url)]
    time_zone: Annotated[InstanceOf[ZoneInfo], form("wrong-zone", _zone)] = ZoneInfo("Asia/Shanghai")
    as_of: Annotated[Day | None, BeforeValidator(_as_of)] = None
    sample: Flag = False
    public: Flag | None = None
    sponsor: Id
    operator: Id | None = None
    identifiers: Identifiers = Identifiers()
    channels: tuple[Channel, ...] = ()
    profile: Literal["gov-cn", "plain"] = "gov-cn"
    quiet_after_days: Count = 90
    due_soon_days: Count = 30
    embed: Flag = False
    signing_key: Annotated[str, Field(pattern=r"^[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( [^\n]*)?$")] | None = None
    privacy: Privacy = Privacy()
    parity: Parity = Parity()
    links: Links = Links()


@record
class Unit:
    """An organisation or an area. `id` is its key in units.yaml."""

    home: At
    name: Text
    short: Text | None = None
    kind: UnitKind
    parent: Id | None = None
    phone: str | None = None
    email: str | None = None
    url: WebUrl | None = None

    @property
    def id(self) -> str:
        return self.home.id


@record
class Term:
    """A term of the glossary. `id` is its key in glossary.yaml."""

    home: At
    term: Text
    definition: Text

    @property
    def id(self) -> str:
        return self.home.id


@record
class CalendarYear:
    """The public holidays that fall on weekdays, and the weekend days worked instead."""

    home: At
    holidays: tuple[Day, ...] = ()
    workdays: tuple[Day, ...] = ()


@record
class NoticeHead:
    """Front matter of a notice in Chinese."""

    home: At
    title: str
    date: Day
    plan: Id | None = None
    items: tuple[Id, ...] = ()
    units: tuple[Id, ...] = ()
    sample: Flag = False
    review: Review | None = None


@record
class TitleHead:
    """Front matter of a section, of a translation, or of a page (where `order` places it in the menu)."""

    home: At
    title: str
    order: Count | None = None


@record
class Change:
    """The note of a change to what was published. `english_stands` says that what changed in the Chinese
    changes nothing in the English."""

    home: At
    date: Day
    plan: Id | None = None
    items: tuple[Id, ...] = ()
    indicators: tuple[Id, ...] = ()
    notices: tuple[Id, ...] = ()
    text: tuple[Id, ...] = ()
    records: tuple[str, ...] = ()
    note: Text
    minor: Flag = False
    english_stands: Flag = False

    @property
    def id(self) -> str:
        return self.home.id


@record
class Tombstone:
    """What was withdrawn: the address without its language, and why."""

    path: str
    date: Day
    reason: Text
    approved_by: Id


@record
class Document:
    """A Markdown text in both languages: a section, a notice's body or a page. The English may be
    missing. `home` is that of the Chinese file; `home_en` that of the English one."""

    home: Home
    title: Text
    body: Text
    home_en: Home | None = None
    order: int | None = None

    @property
    def id(self) -> str:
        return self.home.id


@record
class Notice:
    """A dated announcement."""

    head: NoticeHead
    document: Document

    @property
    def id(self) -> str:
        return self.head.home.id
