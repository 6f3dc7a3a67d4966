"""提到的文件要在 content/files/ 里。

A file that is named lies in content/files/.

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

FAIL plans/demo/items/01.yaml 9:15
    updates:
      - id: a
        date: 2018-07-31
        by: bureau
        reports: progress
        text:
          zh: 进展
        evidence:
          - file: b.txt
            title:
              zh: 材料
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ...read.schema import near
from ..places import evidence_places

RULE = Rule(
    id="missing-attachment",
    zh="content/files/ 里没有“{file}”{near_zh}",
    en="there is no “{file}” in content/files/{near_en}",
    fix_zh="把文件放进 content/files/，或改正名称",
    fix_en="put the file into content/files/, or correct its name",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for anchor, evidence in evidence_places(item):
        if evidence.file and evidence.file not in registry.attachments:
            yield RULE.at(anchor.at("file"), file=evidence.file, **near(evidence.file, registry.attachments))


def check_shared(registry: Registry) -> Iterator[Problem]:
    """The original of a plan."""
    for folder in registry.plans:
        original = folder.plan.original
        if original and original.file and original.file not in registry.attachments:
            at = folder.plan.home.anchor.at("original", "file")
            yield RULE.at(at, file=original.file, **near(original.file, registry.attachments))
