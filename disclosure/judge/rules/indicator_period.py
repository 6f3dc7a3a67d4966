"""一个指标每个时期只有一个值。

An indicator has one value a period.

PASS plans/demo/indicators/dust.yaml
    values:
      - period: 2018
        value: 12

FAIL plans/demo/indicators/dust.yaml 4:13
    values:
      - period: 2018
        value: 12
      - period: 2018
        value: 13
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry

RULE = Rule(
    id="indicator-period",
    zh="时期 {period} 写了两次",
    en="the period {period} stands twice",
    fix_zh="合并或改正",
    fix_en="join the two or correct one",
)


def check(registry: Registry) -> Iterator[Problem]:
    for folder in registry.plans:
        for indicator in folder.indicators:
            seen: set[tuple[date, date]] = set()
            for number, value in enumerate(indicator.values):
                span = (value.period.first, value.period.last)
                if span in seen:
                    at = indicator.home.anchor.at("values", number, "period")
                    yield RULE.at(at, period=value.period.text)
                seen.add(span)
