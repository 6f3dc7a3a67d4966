"""墓碑的地址不带语言、不以斜杠开头，以斜杠结尾；单条记录后面加 # 和锚点。

A tombstone has the address of a page without language and leading slash, ending in a slash; of a
single record, with # and its anchor behind.

PASS tombstones.yaml
    - path: plans/demo/items/09/
      date: 2018-07-01
      reason:
        zh: 与第一项重复
      approved_by: bureau

FAIL tombstones.yaml 1:9
    - path: /zh/plans/demo/items/09
      date: 2018-07-01
      reason:
        zh: 与第一项重复
      approved_by: bureau
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry

RULE = Rule(
    id="tombstone-path",
    zh="“{path}”不是网页的地址",
    en="“{path}” is not the address of a page",
    fix_zh="写成 plans/方案/items/09/ 这样，不带语言和开头的斜杠",
    fix_en="write it like plans/PLAN/items/09/, without language and leading slash",
)
_PATH = re.compile(r"(?!zh/|en/)([a-z0-9-]+/)+(#[a-z0-9-]+)?\Z|files/[^\s#]+\Z")


def check(registry: Registry) -> Iterator[Problem]:
    for number, tombstone in enumerate(registry.tombstones):
        if not _PATH.match(tombstone.path):
            yield RULE.at(Anchor(file="tombstones.yaml", path=(number, "path")), path=tombstone.path)
