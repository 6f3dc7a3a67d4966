"""tombstones.yaml 只登记已经撤回的：仍在网站上的，不能登记为已撤回。撤回的标识不再使用。

A tombstone is for what was withdrawn: what still stands on the site has none, and an id that was withdrawn
is never used again.

PASS tombstones.yaml
    - path: plans/demo/items/09/
      date: 2018-07-01
      reason:
        zh: 与第1项重复。
      approved_by: bureau

FAIL tombstones.yaml 1:9
    - path: plans/demo/items/01/
      date: 2018-07-01
      reason:
        zh: 与第1项重复。
      approved_by: bureau
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry
from ..rows import ItemRow

RULE = Rule(
    id="living-tombstone",
    zh="“{path}”还在网站上",
    en="“{path}” still stands on the site",
    fix_zh="确已撤回的，删去内容；没有撤回的，删去这一条；撤回的标识不再使用",
    fix_en="delete what is withdrawn, or this entry; an id that was withdrawn is never used again",
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    alive = frozenset(_alive(registry, rows))
    for number, tombstone in enumerate(registry.tombstones):
        if tombstone.path in alive:
            yield RULE.at(Anchor(file="tombstones.yaml").at(number, "path"), path=tombstone.path)


def _alive(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[str]:
    for row in rows:
        page = f"plans/{row.plan}/items/{row.id}/"
        yield page
        yield from (f"{page}#{anchor}" for anchor in (*row.anchors, *row.later_anchors))
    for folder in registry.plans:
        yield f"plans/{folder.id}/"
        yield from (f"plans/{folder.id}/indicators/{i.id}/" for i in folder.indicators)
        yield from (f"plans/{folder.id}/#{s.id}" for s in folder.sections)
    yield from (f"notices/{n.id}/" for n in registry.notices)
    yield from (f"units/{unit}/" for unit in registry.units)
    yield from (f"{page.id}/" for page in registry.pages)
    yield from (f"files/{name}" for name in registry.attachments)
