"""Two states of the content on disk, object by object: the data of what differs.

As in the past that git keeps, values stay as typed and nothing is judged. An object whose file cannot be
read on either side is left out: that is no change but an error, which rules tell of. Files that are the
same byte for byte are not parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..read import versions as read
from ..read.layout import SourceFile, discover
from .lives import OBJECTS

_NONE = (None, "")
# The plan and the name of an object, such as item/02.
Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Differences:
    """The objects that differ, with their data before and now, None where there is none; and the addresses of
    the other files that differ, which no ledger tells of."""

    objects: Mapping[Key, tuple[Any, Any]]
    files: tuple[str, ...]


def differences(old: Path, new: Path) -> Differences:
    """What differs between two content folders. An object goes by its id, whatever its file is called."""
    before, after = _sources(old), _sources(new)
    changed = {
        address
        for address in before.keys() | after.keys()
        if _bytes(before.get(address)) != _bytes(after.get(address))
    }
    sides = [_objects(side, changed) for side in (before, after)]
    unread = {place for side in sides for data, place in side.values() if data is None}
    names = {key for side in sides for key, (_, place) in side.items() if place not in unread}
    known = {address for side in (before, after) for address, s in side.items() if s.kind in OBJECTS}
    return Differences(
        objects={key: (sides[0].get(key, _NONE)[0], sides[1].get(key, _NONE)[0]) for key in sorted(names)},
        files=tuple(sorted(changed - known)),
    )


def _sources(folder: Path) -> dict[str, SourceFile]:
    return {source.address: source for source in discover(folder).value or ()}


def _bytes(source: SourceFile | None) -> bytes | None:
    return source.path.read_bytes() if source else None


def _objects(sources: Mapping[str, SourceFile], changed: Iterable[str]) -> dict[Key, tuple[Any, str]]:
    """The data of the objects whose files differ, None where they cannot be read, and the address of each,
    of a text without its language."""
    found: dict[Key, tuple[Any, str]] = {}
    for address in sorted(changed):
        source = sources.get(address) or sources.get(_twin(address))
        if source is None or source.kind not in OBJECTS:
            continue
        data, ident = _document(sources, source) if source.lang else _record(source)
        name = source.kind if source.kind == "plan" else f"{source.kind}/{ident}"
        place = source.address.removesuffix(f".{source.lang}.md") if source.lang else source.address
        if data is not None or (source.plan, name) not in found:
            found[source.plan, name] = (data, place)
    return found


def _twin(address: str) -> str:
    """The Chinese text beside an English one that is there on the other side alone."""
    return address.removesuffix(".en.md") + ".zh.md" if address.endswith(".en.md") else address


def _record(source: SourceFile) -> tuple[Any, str]:
    text = read.text_of(source.path.read_bytes())
    data = read.load(text) if text is not None else None
    own = read.id_in(text) if text is not None and source.kind == "item" else None
    return (data if isinstance(data, dict) else None), own or source.id


def _document(sources: Mapping[str, SourceFile], source: SourceFile) -> tuple[Any, str]:
    stem = source.address.removesuffix(f".{source.lang}.md")
    texts = [
        read.text_of(twin.path.read_bytes()) if (twin := sources.get(f"{stem}.{lang}.md")) else None
        for lang in ("zh", "en")
    ]
    return (read.document_data(texts[0], texts[1]) if texts[0] is not None else None), source.id
