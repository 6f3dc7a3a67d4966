"""Files become the registry and the items: the one place that reads content from disk.

`read_registry` reads everything but the lists; `read_item` one file of a list. Both gather all
problems of all files and judge nothing but form; whether the records agree with each other is the
duty of `disclosure.judge`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from ..ground.files import sha256_of_file
from ..ground.outcome import Outcome
from ..ground.problems import Anchor, Problem
from ..plan.indicator_model import Indicator
from ..plan.model import Home, Item, Plan
from ..plan.registry import Attachment, PlanFolder, Registry
from ..plan.site_model import CalendarYear, Change, Site, Term, Tombstone, Unit
from ..plan.text import Text
from ..plan.values import GOOD_ID
from ..plan.workdays import Calendar
from .characters import decode_text
from .documents import read_documents, read_notices
from .layout import SourceFile
from .markdown import check_markdown
from .rules import not_a_mapping, wrong_holiday, wrong_id
from .schema import decode
from .yaml import parse_yaml

T = TypeVar("T")
_MAPPING = {"expected_zh": "“键: 值”", "expected": "“key: value” lines"}
_LIST = {"expected_zh": "列表，每项前面写“- ”", "expected": "a list, each entry after “- ”"}


@dataclass(slots=True)
class _Gatherer:
    """Collects the problems of many files while their values are passed on."""

    problems: list[Problem] = field(default_factory=list)

    def take(self, outcome: Outcome[T]) -> T | None:
        self.problems += outcome.problems
        return outcome.value


def read_data(data: bytes, file: str, shape: type[Any] = dict) -> Outcome[Any]:
    """The plain data of a YAML file whose root must be a `shape` (dict or list)."""
    text = decode_text(data, file)
    if text.value is None:
        return Outcome(None, text.problems)
    parsed = parse_yaml(text.value, file)
    if parsed.problems or isinstance(parsed.value, shape):
        return parsed
    facts = _MAPPING if shape is dict else _LIST
    return Outcome(None, (not_a_mapping.RULE.at(Anchor(file=file), **facts),))


def read_record(kind: type[T], data: bytes, home: Home) -> Outcome[T]:
    """The one record of a YAML file."""
    parsed = read_data(data, home.file)
    return Outcome(None, parsed.problems) if parsed.value is None else decode(kind, parsed.value, home)


def read_item(data: bytes, file: str, plan: str) -> Outcome[Item]:
    """An item of a list. Its Markdown is checked for form; the value is None unless all is well."""
    stem = file.rpartition("/")[2].removesuffix(".yaml")
    item = read_record(Item, data, Home(file=file, plan=plan, id=stem))
    if item.value is None:
        return item
    problems = [
        problem
        for number, update in enumerate(item.value.updates)
        for problem in _check_text(update.text, item.value.anchor.at("updates", number, "text"))
    ]
    return Outcome(item.value, tuple(problems))


def _check_text(text: Text, anchor: Anchor) -> Iterable[Problem]:
    yield from check_markdown(text.zh, anchor.at("zh"))
    if text.en is not None:
        yield from check_markdown(text.en, anchor.at("en"))


def read_registry(sources: Iterable[SourceFile]) -> Outcome[Registry]:
    """Everything but the items. The value is None where the site or a plan cannot be read; its
    `as_of` is the fixed day of site.yaml, or the first day of all where that says “today”."""
    by_kind: dict[str, list[SourceFile]] = {}
    for source in sources:
        by_kind.setdefault(source.kind, []).append(source)
    gather = _Gatherer()
    site = _single(gather, Site, by_kind.get("site", []))
    plans = [_read_plan(gather, s, by_kind) for s in by_kind.get("plan", [])]
    shared: dict[str, Any] = {
        "units": _keyed(gather, Unit, by_kind.get("units", [])),
        "terms": _keyed(gather, Term, by_kind.get("glossary", [])),
        "calendars": _read_calendars(gather, by_kind.get("calendar", [])),
        "notices": gather.take(read_notices(by_kind.get("notice", []))) or (),
        "pages": gather.take(read_documents(by_kind.get("page", []), plan=None)) or (),
        "changes": _each(gather, Change, by_kind.get("change", [])),
        "tombstones": _read_tombstones(gather, by_kind.get("tombstones", [])),
        "redirects": _read_redirects(gather, by_kind.get("redirects", [])),
        "attachments": {a.name: a for a in map(_attachment, by_kind.get("file", []))},
    }
    known = tuple(plan for plan in plans if plan)
    if site is None or len(known) < len(plans) or not known:
        return Outcome(None, tuple(gather.problems))
    unread = _unread(gather.problems)
    registry = Registry(site=site, plans=known, as_of=site.as_of or date.min, unread=unread, **shared)
    return Outcome(registry, tuple(gather.problems))


_KIND_OF = {"units.yaml": "unit", "glossary.yaml": "term"}


def _unread(problems: Iterable[Problem]) -> frozenset[str]:
    """The kinds of which some records could not be read."""
    return frozenset(_KIND_OF[p.anchor.file] for p in problems if p.is_error and p.anchor.file in _KIND_OF)


def _home(source: SourceFile) -> Home:
    return Home(file=source.address, plan=source.plan or None, id=source.id)


def _each(gather: _Gatherer, kind: type[T], sources: Iterable[SourceFile]) -> tuple[T, ...]:
    """The records of files that hold one each."""
    outcomes = (read_record(kind, s.path.read_bytes(), _home(s)) for s in sources)
    return tuple(r for r in map(gather.take, outcomes) if r is not None)


def _single(gather: _Gatherer, kind: type[T], sources: list[SourceFile]) -> T | None:
    return next(iter(_each(gather, kind, sources)), None)


def _keyed(gather: _Gatherer, kind: type[T], sources: Iterable[SourceFile]) -> dict[str, T]:
    """The records of a file that holds many, by id."""
    records: dict[str, T] = {}
    for source in sources:
        data = gather.take(read_data(source.path.read_bytes(), source.address)) or {}
        for key, value in data.items():
            home = Home(file=source.address, id=key)
            if not GOOD_ID.match(key):
                gather.problems.append(wrong_id.RULE.at(home.anchor.at(key, on_key=True), value=key))
            record = gather.take(decode(kind, value, home, (key,)))
            if record is not None:
                records[key] = record
    return records


def _read_plan(
    gather: _Gatherer, source: SourceFile, by_kind: dict[str, list[SourceFile]]
) -> PlanFolder | None:
    def own(kind: str) -> list[SourceFile]:
        return [s for s in by_kind.get(kind, []) if s.plan == source.plan]

    plan = _single(gather, Plan, [source])
    sections = gather.take(read_documents(own("section"), plan=source.plan)) or ()
    indicators = _each(gather, Indicator, own("indicator"))
    items = tuple(s.address for s in own("item"))
    if plan is None:
        return None
    return PlanFolder(plan=plan, sections=sections, indicators=indicators, item_files=items)


def _read_calendars(gather: _Gatherer, sources: Iterable[SourceFile]) -> dict[int, Calendar]:
    years: dict[int, Calendar] = {}
    for source in sources:
        record = gather.take(read_record(CalendarYear, source.path.read_bytes(), _home(source)))
        if record is not None:
            year = int(source.id)
            gather.problems += _check_calendar(record, year)
            days = frozenset(record.holidays), frozenset(record.workdays)
            years[year] = Calendar(year=year, holidays=days[0], workdays=days[1])
    return years


def _check_calendar(record: CalendarYear, year: int) -> Iterable[Problem]:
    """The days of a calendar that lie in another year, on the wrong days of the week, or stand twice."""
    seen: set[date] = set()
    for name, days, is_weekend in (("holidays", record.holidays, False), ("workdays", record.workdays, True)):
        for number, day in enumerate(days):
            if day in seen or day.year != year or (day.weekday() > 4) != is_weekend:
                yield wrong_holiday.RULE.at(record.home.anchor.at(name, number), day=day, year=year)
            seen.add(day)


def _read_tombstones(gather: _Gatherer, sources: Iterable[SourceFile]) -> tuple[Tombstone, ...]:
    found: list[Tombstone] = []
    for source in sources:
        data = gather.take(read_data(source.path.read_bytes(), source.address, list)) or []
        records = (decode(Tombstone, d, _home(source), (n,)) for n, d in enumerate(data))
        found += [r for r in map(gather.take, records) if r is not None]
    return tuple(found)


def _read_redirects(gather: _Gatherer, sources: Iterable[SourceFile]) -> dict[str, str]:
    redirects: dict[str, str] = {}
    for source in sources:
        data = gather.take(read_data(source.path.read_bytes(), source.address)) or {}
        redirects |= gather.take(decode(dict[str, str], data, _home(source))) or {}
    return redirects


def _attachment(source: SourceFile) -> Attachment:
    name = source.address.removeprefix("files/")
    return Attachment(name=name, size=source.path.stat().st_size, sha256=sha256_of_file(source.path))
