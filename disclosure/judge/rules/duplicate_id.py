"""同一范围内，标识只用一次；同一方案的条目编号不能重复。

An id is used once: among the items of a plan, and among the records of an item.

PASS plans/demo/items/01.yaml
    measures:
      - id: m1
        text:
          zh: 甲
      - id: m2
        text:
          zh: 乙

FAIL plans/demo/items/01.yaml 5:9
    measures:
      - id: m1
        text:
          zh: 甲
      - id: m1
        text:
          zh: 乙
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...ground.problems import Anchor, Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ..rows import ItemRow

RULE = Rule(
    id="duplicate-id",
    zh="“{id}”用了两次",
    en="“{id}” is used twice",
    fix_zh="换一个标识；标识永久有效，不能重用",
    fix_en="choose another id; ids are permanent and never used again",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    """Ids within an item: measures, updates, supervision, and extensions by their day."""
    anchor = item.anchor
    groups: tuple[tuple[str, str, list[str]], ...] = (
        ("measures", "id", [m.id for m in item.measures]),
        ("updates", "id", [u.id for u in item.updates]),
        ("supervision", "date", [s.anchor_id for s in item.supervision]),
        ("extensions", "date", [e.date.isoformat() for e in item.extensions]),
    )
    for name, key, ids in groups:
        for number, ident in enumerate(ids):
            if ident in ids[:number]:
                yield RULE.at(anchor.at(name, number, key), id=ident)


def check_shared(registry: Registry) -> Iterator[Problem]:
    """The channels by which the public reports."""
    ids = [channel.id for channel in registry.site.channels]
    for number, ident in enumerate(ids):
        if ident in ids[:number]:
            yield RULE.at(registry.site.home.anchor.at("channels", number, "id"), id=ident)


def check_whole(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    """Items of a plan with one id: an error at each of them."""
    counts = Counter((row.plan, row.id) for row in rows)
    for row in rows:
        if counts[row.plan, row.id] > 1:
            yield RULE.at(Anchor(file=row.file, path=("id",)), id=row.id)
