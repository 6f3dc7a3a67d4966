"""数值指标要有单位；等级指标要有 classes；between 要有不小于 value 的 upper；each_year 要有 from 和 by；no_worse_than_baseline 要有 baseline 和 lower_is_better。

A number has a unit and a class its classes; `between` has an `upper` not below its value;
`each_year` has `from` and `by`; `no_worse_than_baseline` has a baseline and says whether lower is
better.

PASS plans/demo/indicators/dust.yaml
    target:
      operator: between
      value: 1
      upper: 2

FAIL plans/demo/indicators/dust.yaml 1:1
    target:
      operator: between
      value: 1
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...ground.problems import Problem, Rule
from ...plan.indicator_model import Indicator
from ...plan.registry import Registry
from ...plan.values import NUMBER

RULE = Rule(
    id="indicator-shape",
    zh="{what_zh}",
    en="{what_en}",
    fix_zh="参照 content/README.md 里的例子",
    fix_en="see the examples in content/README.md",
)


def check(registry: Registry) -> Iterator[Problem]:
    for folder in registry.plans:
        for indicator in folder.indicators:
            for steps, zh, en in _faults(indicator):
                at = indicator.home.anchor.at(*steps, on_key=True)
                yield RULE.at(at, what_zh=zh, what_en=en)


Fault = tuple[tuple[str, ...], str, str]


def _faults(indicator: Indicator) -> Iterator[Fault]:
    if indicator.type == "number" and indicator.unit is None:
        yield ("name",), "数值指标缺少 unit", "a number wants its unit"
    if (indicator.type == "class") != bool(indicator.classes):
        yield ("type",), "classes 属于且只属于等级指标", "classes belong to indicators of type class alone"
    if len(set(indicator.classes)) < len(indicator.classes):
        yield ("classes",), "classes 里有重复的等级", "a class stands twice in classes"
    if indicator.cumulative and (indicator.type != "number" or indicator.target.from_ is None):
        yield (
            ("cumulative",),
            "累计指标要是数值，并有 target.from",
            "a cumulative indicator is a number with target.from",
        )
    yield from _target_faults(indicator)


def _target_faults(indicator: Indicator) -> Iterator[Fault]:
    target, at = indicator.target, ("target",)
    is_baseline = target.operator == "no_worse_than_baseline"
    if is_baseline and indicator.baseline is None:
        yield at, "与基准值比较，要有 baseline", "a comparison with the baseline wants a baseline"
    if is_baseline and indicator.type == "number" and indicator.lower_is_better is None:
        yield (
            at,
            "与基准值比较，要写明 lower_is_better",
            "a comparison with the baseline wants lower_is_better",
        )
    if indicator.type == "class" and target.operator == "between":
        yield at, "等级指标不用 between", "a class knows no between"
    if indicator.type == "yes_no" and target.operator != "exactly":
        yield at, "是非指标只用 exactly", "a yes-or-no target is exactly one of them"
    if not is_baseline and target.value is None:
        yield at, "缺少目标值 value", "the target wants a value"
    if (target.operator == "between") != (target.upper is not None):
        yield at, "upper 属于且只属于 between", "upper belongs to between alone"
    if (
        target.upper
        and target.value
        and NUMBER.match(target.value)
        and target.upper.value < Decimal(target.value)
    ):
        yield at, "upper 小于 value", "upper is below value"
    if target.each_year and (target.from_ is None or target.by is None):
        yield at, "each_year 要有 from 和 by", "each_year wants from and by"
    if target.from_ and target.by and target.from_.first > target.by.last:
        yield at, "from 晚于 by", "from lies after by"
