"""The records of an item with the places where they stand, for rules that look at all of a kind; and the
places of what a history tells of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..ground.problems import Anchor, Step
from ..plan.history import RECORD, Revision
from ..plan.model import Evidence, Item, Review

REVIEW = ("secrecy", "privacy", "legal", "by", "date")


def evidence_places(item: Item) -> Iterator[tuple[Anchor, Evidence]]:
    """All evidence of an item."""
    anchor = item.anchor
    groups: list[tuple[Anchor, tuple[Evidence, ...]]] = []
    for name, records in (
        ("measures", item.measures),
        ("updates", item.updates),
        ("extensions", item.extensions),
    ):
        groups += [(anchor.at(name, n, "evidence"), r.evidence) for n, r in enumerate(records)]  # type: ignore[attr-defined]
    for number, closure in enumerate(item.closure):
        if closure.accepted:
            groups.append((anchor.at("closure", number, "accepted", "evidence"), closure.accepted.evidence))
    for place, evidence in groups:
        yield from ((place.at(number), proof) for number, proof in enumerate(evidence))


# Where a step of closure has its date.
CLOSURE_DATES: dict[str, tuple[str, ...]] = {
    "applied": ("applied",), "accepted": ("accepted", "date"), "notice": ("notice", "from"),
    "closed": ("closed", "date"), "reopened": ("reopened", "date"),
}  # fmt: skip


def dated_places(item: Item) -> Iterator[tuple[Anchor, date]]:
    """The dates of all records of an item."""
    anchor = item.anchor
    for name, records in (
        ("updates", item.updates),
        ("extensions", item.extensions),
        ("supervision", item.supervision),
    ):
        for number, record in enumerate(records):
            yield anchor.at(name, number, "date"), record.date  # type: ignore[attr-defined]
    for number, measure in enumerate(item.measures):
        if measure.done:
            yield anchor.at("measures", number, "done"), measure.done
    for number, closure in enumerate(item.closure):
        for name, day in closure.days:
            yield anchor.at("closure", number, *CLOSURE_DATES[name]), day


def sample_paths(item: Item) -> Iterator[tuple[Step, ...]]:
    """The paths of the records that are illustrative."""
    for name in ("updates", "extensions", "supervision", "closure"):
        for number, record in enumerate(getattr(item, name)):
            if record.sample:
                yield (name, number)


_LISTS = {
    "measure": "measures",
    "update": "updates",
    "extension": "extensions",
    "supervision": "supervision",
    "closure": "closure",
    "value": "values",
}


def place_of(revision: Revision) -> Anchor:
    """Where a field that changed stands in its file now. An entry of a list goes by its id, its date or its
    period."""
    anchor = Anchor(file=revision.file)
    if revision.field == RECORD:
        return anchor
    if revision.field == "body":
        return anchor.at("@body")
    first, _, rest = revision.field.partition("/")
    if first not in _LISTS or not rest:
        return anchor.at(first)
    return anchor.at(_LISTS[first], *rest.split("/"))


def unit_places(item: Item) -> Iterator[tuple[Anchor, str]]:
    """Every unit that an item names."""
    anchor = item.anchor
    for name in ("lead", "support", "areas"):
        yield from each_place(anchor.at(name), getattr(item, name))
    for name in ("supervisor", "acceptor"):
        if unit := getattr(item, name):
            yield anchor.at(name), unit
    for number, update in enumerate(item.updates):
        yield anchor.at("updates", number, "by"), update.by
        if update.rating:
            yield anchor.at("updates", number, "rating", "by"), update.rating.by
    for number, extension in enumerate(item.extensions):
        yield anchor.at("extensions", number, "approved_by"), extension.approved_by
    for number, step in enumerate(item.supervision):
        yield anchor.at("supervision", number, "by"), step.by
    for number, closure in enumerate(item.closure):
        for name in ("accepted", "closed", "reopened"):
            if done := getattr(closure, name):
                yield anchor.at("closure", number, name, "by"), done.by


def each_place(anchor: Anchor, units: tuple[str, ...]) -> Iterator[tuple[Anchor, str]]:
    """The units of a list."""
    yield from ((anchor.at(number), unit) for number, unit in enumerate(units))


def missing_parts(review: Review | None) -> tuple[str, ...]:
    """What a record of review lacks; all of its parts where there is none."""
    return tuple(part for part in REVIEW if review is None or getattr(review, part) is None)
