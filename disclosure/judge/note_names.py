"""What a change note may name beside what exists: what was withdrawn, single fields, the plan itself."""

from __future__ import annotations

from dataclasses import fields

from ..plan.indicator_model import Indicator
from ..plan.model import Item
from ..plan.registry import Registry
from .notes import named_address
from .references import Reference

_FIELDS = {
    kind: frozenset(f.name for f in fields(record)) - {"home", "id", "review"}
    for kind, record in (("item", Item), ("indicator", Indicator))
}


def is_note(reference: Reference) -> bool:
    """Whether a reference stands in a change note."""
    return reference.anchor.file.startswith("changes/")


def may_be_named(reference: Reference, registry: Registry) -> bool:
    """Whether a change note may name this, although no record of the name exists."""
    return _is_withdrawn(reference, registry) or (
        reference.kind == "record" and _is_field(reference, registry)
    )


def _is_withdrawn(reference: Reference, registry: Registry) -> bool:
    """Whether there is a tombstone of it, or of what it was part of, or it moved."""
    kind = "item" if reference.kind == "record" else reference.kind
    ident, _, part = reference.id.partition("/")
    for path in (*(t.path for t in registry.tombstones), *registry.redirects):
        named = named_address(path)
        if named is None or named.plan != reference.plan:
            continue
        is_object = named.object in ("", f"{kind}/{ident}")
        if is_object and (not named.part or named.part == part):
            return True
    return False


def _is_field(reference: Reference, registry: Registry) -> bool:
    """Whether it is `plan`, a field of an item or an indicator, or a value of an indicator."""
    if reference.id == "plan":
        return True
    ident, _, path = reference.id.partition("/")
    folder = next((f for f in registry.plans if f.id == reference.plan), None)
    if folder is None:
        return False
    indicator = next((i for i in folder.indicators if i.id == ident), None)
    if indicator:
        values = {f"value/{v.period.text}" for v in indicator.values}
        return path in _FIELDS["indicator"] | values
    return path in _FIELDS["item"] and any(f"/{ident}.yaml" in file for file in folder.item_files)
