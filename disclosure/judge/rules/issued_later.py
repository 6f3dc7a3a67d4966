"""方案的成文日期、发布日期晚于“数据截至”，网页上就会有一份尚未作出的方案。

A plan issued or published after the as-of day: the site shows what does not exist yet.

PASS plans/demo/plan.yaml
    issued: 2018-06-21

FAIL plans/demo/plan.yaml 1:9
    issued: 2031-06-21
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule, Severity
from ...plan.registry import Registry

RULE = Rule(
    id="issued-later",
    zh="方案的日期 {day} 晚于数据截止日 {as_of}",
    en="the plan is dated {day}, after the as-of day {as_of}",
    fix_zh="核对方案的日期；若无误，等到那一天再发布",
    fix_en="check the day of the plan; if it is right, publish on that day",
    severity=Severity.WARNING,
)


def check(registry: Registry) -> Iterator[Problem]:
    for folder in registry.plans:
        plan = folder.plan
        for name, day in (("issued", plan.issued), ("published", plan.published)):
            if day and day > registry.as_of:
                yield RULE.at(plan.home.anchor.at(name), day=day, as_of=registry.as_of)
