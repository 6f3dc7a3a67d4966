"""凡是写到单位的地方，都用 units.yaml 里的标识。

Wherever a unit is named, its id stands in units.yaml.

PASS plans/demo/items/01.yaml
    lead: [bureau]

FAIL plans/demo/items/01.yaml 1:8
    lead: [burea]
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Anchor, Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ...read.schema import near
from ..places import each_place, unit_places

RULE = Rule(
    id="unknown-unit",
    zh="没有单位“{unit}”{near_zh}",
    en="there is no unit “{unit}”{near_en}",
    fix_zh="在 units.yaml 里登记，或改正拼写",
    fix_en="register it in units.yaml, or correct the spelling",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    """Every unit that an item names."""
    known = registry.units
    for anchor, unit in unit_places(item):
        if unit not in known and "unit" not in registry.unread:
            yield RULE.at(anchor, unit=unit, **near(unit, known))


def check_shared(registry: Registry) -> Iterator[Problem]:
    """Every unit that the rest of the content names."""
    for anchor, unit in _named_elsewhere(registry):
        if unit not in registry.units and "unit" not in registry.unread:
            yield RULE.at(anchor, unit=unit, **near(unit, registry.units))


def _named_elsewhere(registry: Registry) -> Iterator[tuple[Anchor, str]]:
    site = registry.site
    yield site.home.anchor.at("sponsor"), site.sponsor
    if site.operator:
        yield site.home.anchor.at("operator"), site.operator
    for unit in registry.units.values():
        if unit.parent:
            yield unit.home.anchor.at(unit.id, "parent"), unit.parent
    for folder in registry.plans:
        yield from each_place(folder.plan.home.anchor.at("issuers"), folder.plan.issuers)
    for notice in registry.notices:
        yield from each_place(notice.head.home.anchor.at("units"), notice.head.units)
    for number, tombstone in enumerate(registry.tombstones):
        yield Anchor(file="tombstones.yaml", path=(number, "approved_by")), tombstone.approved_by
