"""Change notes and tombstones as they were first committed, and what each of them explains.

A note explains what it names in the commits after the note before it, up to its own; one that is not
committed yet explains all that has no other. A note once published stands: what it said first is what the
ledger tells. A tombstone explains that what stood at its address is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..plan.history import Revision, Version

_KINDS = {"items": "item", "indicators": "indicator", "notices": "notice", "text": "section"}
_PARTS = ("measure/", "update/", "extension/", "supervision/", "closure/", "value/")
_PAGE = re.compile(
    r"(?:plans/(?P<plan>[a-z0-9-]+)/(?:(?P<kind>items|indicators)/(?P<id>[a-z0-9-]+)/)?|notices/(?P<notice>[a-z0-9-]+)/)"
    r"(?:#(?P<part>.*))?\Z"
)
_PART = re.compile(r"(?P<kind>measure|update|extension|supervision|closure)-(?P<id>.+)\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """What a note names: an object of a plan, or the part of it whose fields begin with `part`; an empty
    object is the whole plan. `plan` is empty for notices."""

    plan: str
    object: str
    part: str = ""

    def holds(self, revision: Revision) -> bool:
        """Whether a revision is of what is named."""
        return self.holds_field(revision.plan, revision.object, revision.field)

    def holds_field(self, plan: str, name: str, path: str) -> bool:
        """Whether a field of an object is of what is named."""
        if plan != self.plan or self.object not in ("", name):
            return False
        return not self.part or path == self.part or path.startswith(self.part + "/")


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """`text` is the note in its languages, as typed. `is_tombstone` marks the reason of a withdrawal;
    `english_stands` says that the English of what it names need not follow the Chinese."""

    moment: int
    file: str
    names: tuple[Named, ...]
    text: Mapping[str, str]
    is_minor: bool = False
    is_tombstone: bool = False
    english_stands: bool = False


def notes_of(versions: Iterable[Version]) -> list[Note]:
    """Every note and tombstone, as it was when it first could be read, in the order of their commits."""
    notes: list[Note] = []
    seen: set[str] = set()
    for version in versions:
        if version.file == "tombstones.yaml":
            for note in _tombstones(version):
                if (key := f"{note.file}#{note.names}") not in seen:
                    seen.add(key)
                    notes.append(note)
        elif version.file.startswith("changes/") and version.file not in seen:
            found = _note(version)
            if found:
                seen.add(version.file)
                notes.append(found)
    return notes


def _text(value: Any) -> dict[str, str] | None:
    if not isinstance(value, dict) or not isinstance(value.get("zh"), str):
        return None
    return {k: v for k, v in value.items() if isinstance(v, str)}


def _note(version: Version) -> Note | None:
    data = version.data
    text = _text(data.get("note")) if isinstance(data, dict) else None
    names = tuple(_names(data)) if isinstance(data, dict) else ()
    if text is None or not names:
        return None
    minor, stands = (str(data.get(key)) == "true" for key in ("minor", "english_stands"))
    return Note(
        moment=version.moment,
        file=version.file,
        names=names,
        text=text,
        is_minor=minor,
        english_stands=stands,
    )


def _names(data: Mapping[str, Any]) -> Iterator[Named]:
    plan = str(data.get("plan", ""))
    for key, kind in _KINDS.items():
        for ident in data.get(key, ()):
            yield Named(plan="" if kind == "notice" else plan, object=f"{kind}/{ident}")
    for record in data.get("records", ()):
        yield from named_record(plan, str(record))


def naming(revision: Revision) -> str:
    """The lines by which a note names what a revision changed, for an editor to copy."""
    kind, _, ident = revision.object.partition("/")
    part = "/".join(revision.field.split("/")[:2])
    key = next((key for key, one in _KINDS.items() if one == kind), "")
    if revision.object == "plan":
        named = "records: [plan]"
    elif part.startswith(_PARTS):
        named = f'records: ["{ident}/{part}"]'
    else:
        named = f'{key}: ["{ident}"]'
    return named if not revision.plan else f"plan: {revision.plan}, {named}"


def named_record(plan: str, record: str) -> Iterator[Named]:
    """What an entry of `records` names: `02/update/2018-09` a record of an item or of an indicator, `plan`
    what the plan says of itself."""
    ident, _, part = record.partition("/")
    if record == "plan":
        yield Named(plan=plan, object="plan")
    elif part:
        yield from (Named(plan=plan, object=f"{kind}/{ident}", part=part) for kind in ("item", "indicator"))


def _tombstones(version: Version) -> Iterator[Note]:
    for entry in version.data if isinstance(version.data, list) else ():
        named = named_address(str(entry.get("path", ""))) if isinstance(entry, dict) else None
        text = _text(entry.get("reason")) if named else None
        if named and text:
            yield Note(moment=version.moment, file=version.file, names=(named,), text=text, is_tombstone=True)


def named_address(path: str) -> Named | None:
    """What stands at an address without its language, None where that is no object with a past."""
    found = _PAGE.match(path)
    if found is None:
        return None
    part = found["part"] or ""
    if record := _PART.match(part):
        part = f"{record['kind']}/{record['id']}"
    if found["notice"]:
        return Named(plan="", object=f"notice/{found['notice']}", part=part)
    if found["kind"]:
        return Named(plan=found["plan"], object=f"{found['kind'][:-1]}/{found['id']}", part=part)
    return Named(plan=found["plan"], object=f"section/{part}" if part else "")


_FOLDERS = {"item": "items", "indicator": "indicators"}


def page_of(plan: str, name: str) -> str:
    """The address of an object without its language."""
    kind, _, ident = name.partition("/")
    if kind == "notice":
        return f"notices/{ident}/"
    if kind in _FOLDERS:
        return f"plans/{plan}/{_FOLDERS[kind]}/{ident}/"
    return f"plans/{plan}/#{ident}" if kind == "section" else f"plans/{plan}/"


# A note, and what it names of one object.
About = tuple[Note, tuple[Named, ...]]


class Notes:
    """All notes, to be asked which explains a revision."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._by_object: dict[tuple[str, str], list[About]] = {}
        self._withdrawn: set[tuple[str, str]] = set()
        for note in notes:
            named: dict[tuple[str, str], list[Named]] = {}
            for name in note.names:
                named.setdefault((name.plan, name.object), []).append(name)
            for key, names in named.items():
                self._by_object.setdefault(key, []).append((note, tuple(names)))
                if note.is_tombstone:
                    self._withdrawn.add(key)

    def _about(self, revision: Revision) -> Iterator[About]:
        for name in (revision.object, ""):
            for note, named in self._by_object.get((revision.plan, name), ()):
                if note.moment >= revision.moment and any(n.holds(revision) for n in named):
                    yield note, named

    def explaining(self, revision: Revision) -> Note | None:
        """The note that explains a revision, None where there is none yet: the first from its commit on;
        of one commit the one that names it most closely. A tombstone explains what is gone."""

        def order(about: About) -> tuple[int, bool, bool, bool, str]:
            note, named = about
            is_close = any(n.part and n.holds(revision) for n in named)
            return (note.moment, not is_close, note.is_minor, note.is_tombstone, note.file)

        found = [
            about for about in self._about(revision) if not about[0].is_tombstone or revision.new is None
        ]
        return min(found, key=order)[0] if found else None

    def beside(self, revision: Revision) -> Note | None:
        """The note of the very commit of a revision, for what needs none."""
        note = self.explaining(revision)
        return note if note and note.moment == revision.moment else None

    def sealing(self, revision: Revision) -> bool:
        """Whether what the revision is of was withdrawn later, so that its words are not repeated."""
        if self._withdrawn.isdisjoint(((revision.plan, revision.object), (revision.plan, ""))):
            return False
        return any(note.is_tombstone for note, _ in self._about(revision))
