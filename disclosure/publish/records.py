"""Records as plain data, with the field names of the content contract: what is published as JSON.

What was left out in content is left out here; what is derived stands beside what was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from ..ground.files import sha256
from ..judge.indicators import judge_indicator
from ..judge.report import Report
from ..judge.totals import Total
from ..plan.model import Item
from ..plan.periods import Period
from ..plan.registry import Registry
from ..plan.state import Standing
from ..plan.values import Number

Data = dict[str, Any]
# The kinds that belong to items; each has its file even while it is empty.
KINDS = ("items", "measures", "updates", "extensions", "supervision", "closures")


@cache
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a record class as (attribute, key)."""
    return tuple((f.name, f.name.rstrip("_")) for f in fields(kind) if f.name not in ("home", "review"))


def plain(value: Any) -> Any:
    """A record, or a part of one, as data that JSON can hold."""
    if isinstance(value, (str, bool, int)) or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, Period):
        return value.text
    if isinstance(value, Number):
        return value.typed
    if is_dataclass(value):
        kind: Any = type(value)
        pairs = ((key, plain(getattr(value, name))) for name, key in _names(kind))
        return {key: part for key, part in pairs if part is not None and part != []}
    raise TypeError(f"no plain form of {type(value).__name__}")


def _under(item: Item, records: Iterable[Any], **more: str) -> list[Data]:
    return [{"plan": item.plan, "item": item.id, **more, **plain(record)} for record in records]


def item_records(item: Item, standing: Standing) -> dict[str, list[Data]]:
    """The records of an item by kind: itself with what follows from it, and its parts."""
    facts = standing.facts
    whole = plain(item)
    for part in ("measures", "updates", "extensions", "supervision", "closure"):
        whole.pop(part, None)
    derived = {
        "state": standing.state,
        "timeliness": standing.timeliness,
        "due": plain(facts.due),
        "original_due": plain(facts.original_due),
        "slip_days": standing.slip_days,
        "done": plain(facts.done_on),
    }
    return {
        "items": [{"plan": item.plan, **whole, **derived}],
        "measures": _under(item, item.measures),
        "updates": _under(item, item.updates),
        "extensions": _under(item, item.extensions),
        "supervision": _under(item, item.supervision),
        "closures": [
            {"plan": item.plan, "item": item.id, "round": number, **plain(closure)}
            for number, closure in enumerate(item.closure, 1)
        ],
    }


def shared_records(registry: Registry, report: Report) -> dict[str, list[Data]]:
    """The records that do not belong to one item: indicators and their values, units, totals."""
    indicators: list[Data] = []
    values: list[Data] = []
    for folder in registry.plans:
        for indicator in folder.indicators:
            whole = plain(indicator)
            for value in whole.pop("values", []):
                values.append({"plan": folder.id, "indicator": indicator.id, **value})
            judged = judge_indicator(indicator, registry.as_of)
            standing = {"standing": judged.standing, "current": judged.value}
            indicators.append({"plan": folder.id, "id": indicator.id, **whole, **standing})
    return {
        "indicators": indicators,
        "indicator-values": values,
        "units": [{"id": unit.id, **plain(unit)} for unit in registry.units.values()],
        "punctuality": [
            {**plain(line), "period": line.period.text} for plan in report.plans for line in plan.punctuality
        ],
        "totals": [_total(total) for plan in report.plans for total in plan.totals],
    }


def _total(total: Total) -> Data:
    data: Data = {"plan": total.plan, "by": total.by, "key": total.key, "count": total.count}
    return data | {"states": dict(total.states), "timeliness": dict(total.timeliness)}


def as_json(data: Any) -> str:
    """Data as JSON on one line, the same bytes each time."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def version_of(lines: Mapping[str, Sequence[str]]) -> str:
    """The data version: a digest of all published records, the same while no fact changes."""
    return sha256("\n".join(f"{kind}:{line}" for kind in sorted(lines) for line in lines[kind]).encode())


def data_files(lines: Mapping[str, Sequence[str]], as_of: date, version: str) -> Iterator[tuple[str, bytes]]:
    """The files below /data/ from the JSON lines of each kind and their version."""
    for kind in sorted(lines):
        head = f'{{"as_of":"{as_of}","data_version":"{version}","records":[\n'
        yield f"data/{kind}.json", (head + ",\n".join(lines[kind]) + "\n]}\n").encode()
