"""Two versions of a content file, as the data in which they differ.

The past is read leniently, as what it was: rules that came later, or that another version of this program
had, must not change what happened. So values stay as typed, nothing is judged, and a file that is no
YAML at all counts as never having been published, since no build accepted it. Only the top-level
keys whose lines differ are parsed; that is most of the speed.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from .front_matter import split_front_matter

_TOP = re.compile(r"(?m)^(?=[^\s#-])")
_ID = re.compile(r"""(?m)^id:[ \t]*["']?([A-Za-z0-9-]+)""")
_DEEPEST = 30

Data = dict[str, Any]


def text_of(data: bytes) -> str | None:
    """The text of a file, None where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def id_in(text: str) -> str | None:
    """The id that a record names itself, None where it does not."""
    found = _ID.search(text)
    return found[1] if found else None


class _Unreadable(Exception):
    """Leaves a text that is not of the plain subset."""


def load(text: str) -> Any:
    """The data of a YAML text, every scalar as text; None where it cannot be read."""
    try:
        parser = yaml.CBaseLoader(text)
        parser.get_event()
        start = parser.get_event()
        return _node(parser, parser.get_event(), 0) if isinstance(start, yaml.DocumentStartEvent) else {}
    except (yaml.YAMLError, _Unreadable):
        return None


def _node(parser: Any, event: Any, depth: int) -> Any:
    kind: type = event.__class__
    if kind is yaml.ScalarEvent:
        return event.value
    if depth > _DEEPEST or kind is yaml.AliasEvent:
        raise _Unreadable
    if kind is yaml.MappingStartEvent:
        data: Data = {}
        while (key := parser.get_event()).__class__ is not yaml.MappingEndEvent:
            if key.__class__ is not yaml.ScalarEvent or key.value in data:
                raise _Unreadable
            data[key.value] = _node(parser, parser.get_event(), depth + 1)
        return data
    entries: list[Any] = []
    while (entry := parser.get_event()).__class__ is not yaml.SequenceEndEvent:
        entries.append(_node(parser, entry, depth + 1))
    return entries


def changed_data(old: str, new: str) -> tuple[Data, Data] | None:
    """The top-level keys that may differ, with their data in each of two YAML texts; None where either
    cannot be read as keys and values. Keys whose lines are the same are left out."""
    before, after = _TOP.split(old), _TOP.split(new)
    same = frozenset(before) & frozenset(after)
    parts = [load("".join(p for p in side if p not in same)) for side in (before, after)]
    if not all(isinstance(part, dict) for part in parts):
        parts = [load(text) for text in (old, new)]
    first, second = parts
    return (first, second) if isinstance(first, dict) and isinstance(second, dict) else None


def document_data(chinese: str, english: str | None) -> Data | None:
    """A Markdown text in both languages as one record: what its Chinese head says, with `title` and
    `body` as texts; None where the Chinese cannot be read."""
    parts = split_front_matter(chinese)
    head = load(parts.yaml) if parts.is_closed else None
    if not isinstance(head, dict) or not isinstance(head.get("title"), str):
        return None
    title, body = {"zh": head["title"]}, {"zh": parts.body.strip("\n")}
    twin = split_front_matter(english) if english is not None else None
    head_en = load(twin.yaml) if twin and twin.is_closed else None
    if twin and isinstance(head_en, dict):
        title |= {"en": head_en["title"]} if isinstance(head_en.get("title"), str) else {}
        body |= {"en": twin.body.strip("\n")}
    return {**head, "title": title, "body": body}
