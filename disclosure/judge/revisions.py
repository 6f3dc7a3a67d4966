"""Two states of an object, field by field: what a reader of the site would find changed.

Values are as typed in the files. What the site does not show (who reviewed a record, comments, the
order of keys, how a paragraph is wrapped) is no change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..plan.history import RECORD

Data = Mapping[str, Any]
# The field, its old and its new value, and whether it belongs to an illustrative record.
Change = tuple[str, Any, Any, bool]

# Never shown, or the name of the object itself.
_HIDDEN = frozenset({"id", "review"})
_HAN = "[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2026\u2014]"
_BLOCK = re.compile(r"[ \t]*(?:[-*+>|#]|\d+[.)]|```|~~~|$)")
_WHOLE = re.compile(r"[ \t]*(?:[#|]|```|~~~|$)")
_SOFT = re.compile(f"(?<={_HAN}) +| +(?={_HAN})")


def unwrapped(text: str) -> str:
    """A text with each paragraph on one line and no more space than is seen: two that come out the same
    look the same on the page."""
    lines: list[str] = []
    for line in text.strip().split("\n"):
        joins = lines and not _BLOCK.match(line) and not _WHOLE.match(lines[-1])
        if joins:
            lines[-1] = f"{lines[-1]} {line.strip()}"
        elif line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return _SOFT.sub("", re.sub(r"(?<=\S)[ \t]+", " ", "\n".join(lines)))


def is_same(old: Any, new: Any) -> bool:
    """Whether two values show the same."""
    if isinstance(old, str) and isinstance(new, str):
        return old == new or unwrapped(old) == unwrapped(new)
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return old.keys() == new.keys() and all(is_same(old[k], new[k]) for k in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(is_same, old, new))
    return bool(old == new)


def _own_id(record: Data, number: int) -> str:
    return str(record.get("id", number))


def _supervision_id(record: Data, number: int) -> str:
    return str(record.get("id") or f"{record.get('date', number)}-{record.get('kind', '')}")


def _round_id(record: Data, number: int) -> str:
    return str(number)


# The records inside an object: the key of their list, the name of one in a field, and how it is named.
_RECORDS: dict[str, dict[str, tuple[str, Callable[[Data, int], str]]]] = {
    "item": {
        "measures": ("measure", _own_id),
        "updates": ("update", _own_id),
        "extensions": ("extension", lambda r, n: str(r.get("date", n))),
        "supervision": ("supervision", _supervision_id),
        "closure": ("closure", _round_id),
    },
    "indicator": {"values": ("value", lambda r, n: str(r.get("period", n)))},
}
# Values whose parts are told one by one.
_PARTED = frozenset({"target", "baseline"})
# The steps of a round of closure are records of their own.
_STEPS = ("applied", "accepted", "notice", "closed", "reopened")
# The body of a section is long: only the paragraphs that differ are kept of it.
_LONG = "body"


def _named(records: Any, name: str, ident: Callable[[Data, int], str]) -> dict[str, Any]:
    """The records of a list by their names; a second of one name gets its number."""
    listed = [records] if isinstance(records, Mapping) else records if isinstance(records, list) else []
    found: dict[str, Any] = {}
    for number, record in enumerate(listed, 1):
        if isinstance(record, Mapping):
            path = f"{name}/{ident(record, number)}"
            found[path if path not in found else f"{path}-{number}"] = record
    return found


def _split(kind: str, data: Data) -> tuple[dict[str, Any], dict[str, Any]]:
    """The plain fields of an object, and its records by their paths."""
    lists = _RECORDS.get(kind, {})
    records: dict[str, Any] = {}
    for key, (name, ident) in lists.items():
        if key in data:
            records |= _named(data[key], name, ident)
    return {k: v for k, v in _shown(data).items() if k not in lists}, records


def _steps(records: Mapping[str, Any]) -> dict[str, Any]:
    """The records with each round of closure taken apart into its steps, which carry its mark of a sample."""
    found: dict[str, Any] = {}
    for path, record in records.items():
        if not path.startswith("closure/"):
            found[path] = record
            continue
        mark = {"sample": record["sample"]} if "sample" in record else {}
        for step in _STEPS:
            if step in record:
                value = record[step] if isinstance(record[step], Mapping) else {"date": record[step]}
                found[f"{path}/{step}"] = {**value, **mark}
    return found


def changes_between(kind: str, old: Data, new: Data) -> Iterator[Change]:
    """What differs between two states of an object of a kind."""
    plain_old, records_old = _split(kind, old)
    plain_new, records_new = _split(kind, new)
    is_sample = _is_sample(plain_old, plain_new)
    for path, before, after, _ in _plain_changes("", plain_old, plain_new, is_sample):
        is_long = kind == "section" and path == _LONG and before and after
        kept = _passages(before, after) if is_long else (before, after)
        yield path, kept[0], kept[1], is_sample
    yield from _record_changes(_steps(records_old), _steps(records_new))
    yield from _order_change(records_old, records_new)


def _is_sample(*states: Data) -> bool:
    return any(str(state.get("sample")) == "true" for state in states)


def _plain_changes(prefix: str, old: Data, new: Data, is_sample: bool) -> Iterator[Change]:
    for key in (*old, *(k for k in new if k not in old)):
        before, after = old.get(key), new.get(key)
        if is_same(before, after):
            continue
        if key in _PARTED and isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from _plain_changes(f"{prefix}{key}/", before, after, is_sample)
        else:
            yield prefix + key, before, after, is_sample


def _record_changes(old: Data, new: Data) -> Iterator[Change]:
    for path in (*old, *(p for p in new if p not in old)):
        before, after = old.get(path), new.get(path)
        is_sample = _is_sample(before or {}, after or {})
        if before is None or after is None:
            yield path, before, after, is_sample
        else:
            yield from _plain_changes(f"{path}/", _shown(before), _shown(after), is_sample)


def _shown(data: Data) -> Data:
    return {k: v for k, v in data.items() if k not in _HIDDEN}


def _order_change(old: Data, new: Data) -> Iterator[Change]:
    """Measures are numbered by their place, so that another order is a change by itself."""
    before = [p for p in old if p.startswith("measure/") and p in new]
    after = [p for p in new if p.startswith("measure/") and p in old]
    if before != after:
        ids = [[p.partition("/")[2] for p in side] for side in (before, after)]
        yield "measures", ids[0], ids[1], False


def _passages(old: Data, new: Data) -> tuple[dict[str, str], dict[str, str]]:
    """The paragraphs of a long text that are in one state only, in each language that it has; the whole
    text where only their order differs."""
    found: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for lang in ("zh", "en"):
        sides = [[b for b in re.split(r"\n{2,}", str(t.get(lang, ""))) if b.strip()] for t in (old, new)]
        looks = [frozenset(map(unwrapped, side)) for side in sides]
        for number, side in enumerate(sides):
            if lang in (old, new)[number]:
                found[number][lang] = "\n\n".join(b for b in side if unwrapped(b) not in looks[1 - number])
    return found if any(any(side.values()) for side in found) else (dict(old), dict(new))


def whole(kind: str, data: Data) -> Iterator[Change]:
    """What an object's first appearance is made of: itself, without its dated records, and then each of
    these."""
    plain, records = _split(kind, data)
    measures = {p: r for p, r in records.items() if p.startswith("measure/")}
    base = {**plain, **({"measures": list(measures.values())} if measures else {})}
    yield RECORD, None, base, _is_sample(base)
    for path, record in _steps({p: r for p, r in records.items() if p not in measures}).items():
        yield path, None, record, _is_sample(record)
