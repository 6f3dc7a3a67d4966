"""公告点名了清单条目，就要写明是哪个方案的条目。

A notice that names items says of which plan they are.

PASS notices/2018-07-01-a.zh.md
    ---
    title: 公告
    date: 2018-07-01
    plan: demo
    items: ["01"]
    ---
    内容

FAIL notices/2018-07-01-a.zh.md 4:8
    ---
    title: 公告
    date: 2018-07-01
    items: ["01"]
    ---
    内容
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry

RULE = Rule(
    id="notice-plan",
    zh="公告写了条目，却没有写是哪个方案",
    en="the notice names items and does not say of which plan",
    fix_zh="加上一行 plan: 方案标识",
    fix_en="add a line plan: PLAN",
)


def check(registry: Registry) -> Iterator[Problem]:
    for notice in registry.notices:
        if notice.head.items and notice.head.plan is None:
            yield RULE.at(notice.head.home.anchor.at("items"))
