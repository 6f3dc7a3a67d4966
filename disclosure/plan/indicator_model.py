"""Indicators: what a plan promises in numbers, classes, or yes and no.

Values stay text here, since their form depends on the type of the indicator; that they have it is a
rule of its own (`disclosure.judge.rules`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .model import At
from .record import record
from .text import Text
from .values import Day, Flag, Id, NumberValue, PeriodValue

IndicatorType = Literal["number", "class", "yes_no"]
Operator = Literal["at_most", "at_least", "exactly", "between", "no_worse_than_baseline"]


@record
class Target:
    """What an indicator promises. `by` is None where the plan names no date; `from_` begins a
    cumulative count or a yearly duty."""

    operator: Operator
    value: str | None = None
    upper: NumberValue | None = None
    by: PeriodValue | None = None
    from_: Annotated[PeriodValue | None, Field(alias="from")] = None
    each_year: Flag = False
    text: Text | None = None


@record
class Baseline:
    period: PeriodValue
    value: str
    source: Text | None = None


@record
class IndicatorValue:
    period: PeriodValue
    value: str
    date: Day | None = None
    source: Text | None = None
    sample: Flag = False


@record
class Indicator:
    """A promise of the plan in numbers, classes, or yes and no. Values stay text here; their form
    depends on `type` and is a rule of its own. `lower_is_better` is None where it is not said."""

    home: At
    name: Text
    type: IndicatorType = "number"
    classes: tuple[str, ...] = ()
    unit: Text | None = None
    scope: Text | None = None
    target: Target
    cumulative: Flag = False
    lower_is_better: Flag | None = None
    baseline: Baseline | None = None
    anchor: str | None = None
    items: tuple[Id, ...] = ()
    values: tuple[IndicatorValue, ...] = ()

    @property
    def id(self) -> str:
        return self.home.id
