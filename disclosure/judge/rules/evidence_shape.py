"""一件佐证材料，要么是 content/files/ 里的文件，要么是一个网址。

A piece of evidence is either a file below content/files/ or an address.

PASS plans/demo/items/01.yaml
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展
        evidence:
          - file: a.txt
            title:
              zh: 材料

FAIL plans/demo/items/01.yaml 9:9
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展
        evidence:
          - title:
              zh: 材料
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ..places import evidence_places

RULE = Rule(
    id="evidence-shape",
    zh="佐证材料要有 file 或 url 其中之一",
    en="evidence has exactly one of file and url",
    fix_zh="写 file（在 content/files/ 下）或 url 其中一个",
    fix_en="give either file (below content/files/) or url",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for anchor, evidence in evidence_places(item):
        if bool(evidence.file) == bool(evidence.url):
            yield RULE.at(anchor)
