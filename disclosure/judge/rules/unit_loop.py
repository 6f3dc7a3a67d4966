"""上级关系不能绕成圈。

A unit is not above itself.

PASS units.yaml
    office:
      name:
        zh: 办公室
      kind: bureau
      parent: bureau

FAIL units.yaml 5:11
    office:
      name:
        zh: 办公室
      kind: bureau
      parent: office
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry

RULE = Rule(
    id="unit-loop",
    zh="单位“{unit}”的上级又回到它自己",
    en="following its parents, the unit “{unit}” comes back to itself",
    fix_zh="改正 parent",
    fix_en="correct parent",
)


def check(registry: Registry) -> Iterator[Problem]:
    for unit in registry.units.values():
        seen, current = {unit.id}, unit.parent
        while current in registry.units and current is not None:
            if current in seen:
                yield RULE.at(unit.home.anchor.at(unit.id, "parent"), unit=unit.id)
                break
            seen.add(current)
            current = registry.units[current].parent
