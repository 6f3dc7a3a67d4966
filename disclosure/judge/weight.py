"""How heavy a change is: what may happen freely, what a note on wording covers, what needs a full one.

A record that is added speaks for itself; so does a translation that is added, or made to follow its
Chinese again. Whatever else differs from what was published needs a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from ..plan.deadline_forms import DeadlineValue
from ..plan.history import RECORD, Revision
from ..plan.model import Home
from ..plan.periods import parse_day, parse_period
from ..read.schema import decode
from .revisions import Data

Weight = Literal["added", "translated", "wording", "fact"]

_RECORD = re.compile(r"(?:update|extension|supervision|value)/[^/]+\Z|closure/[^/]+/[^/]+\Z")
_INSIDE_RECORD = re.compile(r"(?:update|extension|supervision|closure|value)/")
# What a note on wording may touch, by the last part of a field outside records.
_WORDING = frozenset(
    {"title", "finding", "text", "body", "name", "scope", "topic", "inspection", "items", "anchor"}
)


def is_text(value: Any) -> bool:
    """Whether a value is a text in two languages, as typed."""
    return isinstance(value, Mapping) and isinstance(value.get("zh"), str) and "date" not in value


def weight_of(revision: Revision, is_mended: bool) -> Weight:
    """How heavy a revision is. `is_mended` says that a translation follows its Chinese again."""
    old, new, path = revision.old, revision.new, revision.field
    last = path.rpartition("/")[2]
    if old is None and (path == RECORD or _RECORD.match(path) or last in ("done", "evidence")):
        return "added"
    if last == "evidence" and isinstance(old, list) and isinstance(new, list) and new[: len(old)] == old:
        return "added"
    if is_mended or _adds_translation(old, new):
        return "translated"
    is_fact = _INSIDE_RECORD.match(path) or path == RECORD or last not in _WORDING
    if is_fact or path.startswith("target/") or (path.startswith("measure/") and last != "text"):
        return "fact"
    return "wording"


def _adds_translation(old: Any, new: Any) -> bool:
    if not (is_text(old) and is_text(new)) or old["zh"] != new["zh"]:
        return False
    return "en" not in old or (old["en"] == new.get("en") and "en_by" not in new)


def day_of(revision: Revision) -> date | None:
    """The day from which an added record is known: its own date. None for what has none, and for what is
    not an added record."""
    path, new = revision.field, revision.new
    if revision.old is not None or new is None:
        return None
    for typed in _days(path, new, revision.object):
        try:
            return parse_period(typed).last if path.startswith("value/") else parse_day(typed)
        except ValueError:
            return None
    return None


def due_of(typed: Any) -> date | None:
    """The last day that a deadline means; None where it has none."""
    if typed is None:
        return None
    kind: Any = DeadlineValue
    deadline = decode(kind, typed, Home(file="")).value
    return deadline.due if deadline else None


def _days(path: str, new: Any, name: str) -> Iterator[str]:
    if path.startswith("measure/") and path.endswith("/done"):
        yield str(new)
    elif isinstance(new, Mapping) and (
        _RECORD.match(path) or (path == RECORD and name.startswith("notice/"))
    ):
        yield from (str(new[key]) for key in ("date", "from", "period") if key in new)


def record_of(path: str) -> str:
    """The path of the record that a field belongs to; that of the object itself is empty."""
    parts = path.split("/")
    if parts[0] == "closure":
        return "/".join(parts[:3])
    return "/".join(parts[:2]) if len(parts) > 1 else ""


def with_change(record: Data, path: str, new: Any) -> dict[str, Any]:
    """A record with one of its fields changed."""
    rest = {k: v for k, v in record.items() if k != path}
    return rest if new is None else {**rest, path: new}
