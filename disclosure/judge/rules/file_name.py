"""条目文件以编号命名：items/编号.yaml。

The file of an item is items/ID.yaml.

PASS plans/demo/items/01.yaml
    id: "01"

FAIL plans/demo/items/01.yaml 1:5
    id: "07"
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule, Severity
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="file-name",
    zh="文件名与编号“{id}”不一致",
    en="the file is not named after its id “{id}”",
    fix_zh="改名为 {id}.yaml",
    fix_en="rename it to {id}.yaml",
    severity=Severity.WARNING,
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    if item.home.id != item.id:
        yield RULE.at(item.anchor.at("id"), id=item.id)
