"""指标的值要合它的类型：数值、classes 中的一级，或 yes / no。

A value fits the type of its indicator: a number, one of its classes, or yes or no.

PASS plans/demo/indicators/dust.yaml
    values:
      - period: 2018
        value: 12

FAIL plans/demo/indicators/dust.yaml 3:12
    values:
      - period: 2018
        value: 约12
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.indicator_model import Indicator
from ...plan.registry import Registry
from ...plan.values import NUMBER

RULE = Rule(
    id="indicator-value",
    zh="“{value}”不合这个指标的类型（{type}）",
    en="“{value}” does not fit the type of this indicator ({type})",
    fix_zh='数值写数字，等级写 classes 中的一个，是否写 "yes" 或 "no"',
    fix_en='a number in digits, a class as in classes, yes_no as "yes" or "no"',
)


def check(registry: Registry) -> Iterator[Problem]:
    for folder in registry.plans:
        for indicator in folder.indicators:
            for steps, value in _values(indicator):
                if not fits(indicator, value):
                    yield RULE.at(indicator.home.anchor.at(*steps), value=value, type=indicator.type)


def fits(indicator: Indicator, value: str) -> bool:
    """Whether a value has the form of its indicator's type."""
    if indicator.type == "number":
        return bool(NUMBER.match(value))
    return value in (indicator.classes if indicator.type == "class" else ("yes", "no"))


def _values(indicator: Indicator) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if indicator.target.value is not None:
        yield ("target", "value"), indicator.target.value
    if indicator.baseline:
        yield ("baseline", "value"), indicator.baseline.value
    for number, value in enumerate(indicator.values):
        yield ("values", number, "value"), value.value
