"""The state of every translation: missing, made by a machine, left behind by its Chinese; all others are
current.

What is missing and what a machine made stands in the records; what is stale follows from the order in
which both languages changed (`stale.py`), so that it is known only where the past is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal

from ..ground.problems import Anchor
from ..plan.registry import Registry
from ..plan.site_model import Document
from ..plan.text import Text
from .story import NO_STORY, LeftBehind, Stories, Story

State = Literal["missing", "machine", "stale"]
STATES: tuple[State, ...] = ("stale", "machine", "missing")
# The lists of an object: how their entries are called in the path of a field, and what names one.
_LISTS = {
    "measures": ("measure", "id"),
    "updates": ("update", "id"),
    "extensions": ("extension", "date"),
    "supervision": ("supervision", "anchor_id"),
    "values": ("value", "period"),
    "channels": ("channel", "id"),
}
_HIDDEN = frozenset({"home", "review"})
Place = tuple[str, Anchor, Text]


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """A text whose English is not what it should be. `object` and `field` as in the ledger; `anchor` is its
    place in the files; `left` are the changes of the Chinese that a stale translation has not followed."""

    state: State
    plan: str
    object: str
    field: str
    anchor: Anchor
    left: tuple[LeftBehind, ...] = ()


def text_places(value: Any, anchor: Anchor, path: str = "") -> Iterator[Place]:
    """Every text of a record with the path of its field and its place in the file."""
    if isinstance(value, Text):
        yield path, anchor, value
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            if isinstance(part, str):
                return  # ids, which no one translates
            yield from text_places(part, anchor.at(number), _entry_path(path, part, number))
    elif is_dataclass(value):
        kind: Any = type(value)
        for name in _names(kind):
            part = getattr(value, name)
            if part and (isinstance(part, tuple) or is_dataclass(part)):
                key = name.rstrip("_")
                yield from text_places(part, anchor.at(key), f"{path}/{key}" if path else key)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a record that can hold a text."""
    return tuple(f.name for f in fields(kind) if f.name not in _HIDDEN)


def _entry_path(path: str, part: Any, number: int) -> str:
    """The path of an entry of a list."""
    above, _, key = path.rpartition("/")
    if key in _LISTS:
        name, ident = _LISTS[key]
        own = getattr(part, ident)
        return f"{above}/{name}/{getattr(own, 'text', own)}".lstrip("/")
    if key == "closure":
        return f"{path}/{number + 1}"
    return f"{path}/{getattr(part, 'file', None) or getattr(part, 'url', None) or number}"


def record_gaps(record: Any, anchor: Anchor, plan: str, name: str, story: Story) -> tuple[Gap, ...]:
    """The gaps of a record such as an item."""
    return tuple(_gaps(text_places(record, anchor), plan, name, story.stale))


def document_gaps(document: Document, plan: str, name: str, stories: Stories) -> Iterator[Gap]:
    """The gaps of a text in two files. Where there is an English one, that is where they are."""
    at = (document.home_en or document.home).anchor
    places = (("title", at.at("title"), document.title), ("body", at.at("@body"), document.body))
    yield from _gaps(places, plan, name, stories.of(plan, name).stale)


def _gaps(
    places: Iterable[Place], plan: str, name: str, stale: Mapping[str, tuple[LeftBehind, ...]]
) -> Iterator[Gap]:
    for path, anchor, text in places:
        left = stale.get(path, ())
        state: State | None = "missing" if text.en is None else "stale" if left else text.en_by
        if state is not None:
            is_whole = state == "missing" or anchor.file.endswith(".md")
            at = anchor if is_whole else anchor.at("en")
            yield Gap(state=state, plan=plan, object=name, field=path, anchor=at, left=left)


def shared_gaps(registry: Registry, stories: Stories) -> Iterator[Gap]:
    """The gaps of everything but the items."""
    yield from record_gaps(registry.site, registry.site.home.anchor, "", "site", NO_STORY)
    for folder in registry.plans:
        plan = folder.plan
        yield from record_gaps(plan, plan.home.anchor, folder.id, "plan", stories.of(folder.id, "plan"))
        for section in folder.sections:
            yield from document_gaps(section, folder.id, f"section/{section.id}", stories)
        for indicator in folder.indicators:
            name = f"indicator/{indicator.id}"
            story = stories.of(folder.id, name)
            yield from record_gaps(indicator, indicator.home.anchor, folder.id, name, story)
    for notice in registry.notices:
        yield from document_gaps(notice.document, "", f"notice/{notice.id}", stories)
    for page in registry.pages:
        yield from document_gaps(page, "", f"page/{page.id}", stories)
    for change in registry.changes:
        yield from record_gaps(change, change.home.anchor, "", f"change/{change.id}", NO_STORY)
    for number, stone in enumerate(registry.tombstones):
        anchor = Anchor(file="tombstones.yaml").at(number)
        yield from record_gaps(stone, anchor, "", f"tombstone/{stone.path}", NO_STORY)
    for kind, records in (("unit", registry.units), ("term", registry.terms)):
        for ident, record in records.items():
            anchor = record.home.anchor.at(ident)
            yield from record_gaps(record, anchor, "", f"{kind}/{ident}", NO_STORY)
