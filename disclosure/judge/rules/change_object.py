"""变更说明至少指明一个对象：items、indicators、notices、text 或 records。

A change note names at least one object: items, indicators, notices, text or records.

PASS changes/2018-07-01-a.yaml
    date: 2018-07-01
    plan: demo
    items: ["01"]
    note:
      zh: 更正

FAIL changes/2018-07-01-a.yaml 1:1
    date: 2018-07-01
    note:
      zh: 更正
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry

RULE = Rule(
    id="change-object",
    zh="变更说明没有指明改了什么",
    en="the change note does not say what it is about",
    fix_zh="写上 items、indicators、notices 或 text",
    fix_en="name items, indicators, notices or text",
)


def check(registry: Registry) -> Iterator[Problem]:
    for change in registry.changes:
        if not (change.items or change.indicators or change.notices or change.text or change.records):
            yield RULE.at(change.home.anchor.at("date", on_key=True))
