"""条目编号不能与清单自有网页的地址相同，否则两页会抢同一个地址。

An item does not bear a name that the pages of its list have: two would claim one address.

PASS plans/demo/items/01.yaml
    id: page

FAIL plans/demo/items/01.yaml 1:5
    id: page-2

FAIL plans/demo/items/01.yaml 1:5
    id: state
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry

# Below the list stand its further pages, the lists filtered by one thing, and what may come there yet.
_RESERVED = re.compile(r"page-[0-9]+|state|timeliness|category|unit|area|embed|print")

RULE = Rule(
    id="item-name",
    zh="“{id}”是清单自有网页的地址",
    en="“{id}” is the address of a page of the list itself",
    fix_zh="换一个编号，如清单上印的序号",
    fix_en="choose another id, such as the number that is printed in the list",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    if _RESERVED.fullmatch(item.id):
        yield RULE.at(item.anchor.at("id"), id=item.id)
