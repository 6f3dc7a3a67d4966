"""Records that contradict each other: what is declared against what the dates and numbers say.

A contradiction is no error: both records may stand, and the reader is told.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..plan.model import Colour, Item, Pace
from ..plan.registry import Registry
from ..plan.state import Standing
from ..plan.text import Text
from .indicators import judge_indicator
from .verdicts import Verdict, verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class _Facts:
    """`pace` and `rating` are those declared last, None without one; `unmet` says that a linked indicator
    has missed its target."""

    item: Item
    standing: Standing
    pace: Pace | None
    rating: Colour | None
    unmet: bool

    @property
    def is_done(self) -> bool:
        return self.standing.facts.done_on is not None


def _went_on(facts: _Facts) -> bool:
    """Whether work was reported after completion had been."""
    declared = facts.standing.facts.declared_on
    later = (u for u in facts.item.updates if declared and u.date > declared)
    return any(u.reports in ("started", "progress") for u in later)


def _is_partly_done(item: Item) -> bool:
    """Whether some measures are marked done and some are not."""
    return 0 < sum(1 for measure in item.measures if measure.done) < len(item.measures)


CONTRADICTIONS: tuple[Verdict[_Facts], ...] = (
    verdict(
        "contradiction-done-unmet",
        "done_unmet",
        "已报告完成，而相关指标没有达到目标。",
        "Completion is reported, while a linked target was missed.",
        lambda f: f.is_done and f.unmet,
    ),
    verdict(
        "contradiction-on-schedule-overdue",
        "on_schedule_overdue",
        "单位自述达到序时进度，而按期限已经超期。",
        "The unit declares itself on schedule, while the deadline has passed.",
        lambda f: f.pace == "on_schedule" and f.standing.timeliness == "overdue",
    ),
    verdict(
        "contradiction-on-schedule-red",
        "on_schedule_red",
        "单位自述达到序时进度，而主管部门评级为红色。",
        "The unit declares itself on schedule, while an authority rates it red.",
        lambda f: f.pace == "on_schedule" and f.rating == "red",
    ),
    verdict(
        "contradiction-blue-not-done",
        "blue_not_done",
        "主管部门评级为蓝色（完成），而按记录尚未完成。",
        "An authority rates it blue (done), while the records say that it is not done.",
        lambda f: f.rating == "blue" and not f.is_done,
    ),
    verdict(
        "contradiction-done-went-on",
        "done_went_on",
        "报告完成之后，又报告工作仍在推进。",
        "Work is reported as going on after completion was reported.",
        lambda f: f.is_done and _went_on(f),
    ),
    verdict(
        "contradiction-applied-undeclared",
        "applied_undeclared",
        "已经申请销号，而没有报告完成。",
        "Closure is applied for, while completion was not reported.",
        lambda f: _applied_undeclared(f),
    ),
    verdict(
        "contradiction-closed-measure-open",
        "closed_measure_open",
        "已经销号，而措施中有的注明完成，有的没有。",
        "The item is closed, while only some of its measures are marked done.",
        lambda f: f.standing.state == "closed" and _is_partly_done(f.item),
    ),
)


def _applied_undeclared(facts: _Facts) -> bool:
    closure, inputs = facts.standing.facts.round, facts.standing.facts
    return bool(closure and closure.applied) and inputs.declared_on is None and inputs.done_on is None


def rating_of(standing: Standing) -> Colour:
    """The colour that the records themselves would give: blue when done, red when overdue, else yellow."""
    if standing.facts.done_on is not None:
        return "blue"
    return "red" if standing.timeliness == "overdue" else "yellow"


def contradictions_of(item: Item, standing: Standing, registry: Registry) -> tuple[Text, ...]:
    """What is said of the contradictions of an item, already cut to the day, in the order of the list."""
    linked = [i for i in registry.plan_folder(item.plan).indicators if item.id in i.items]
    unmet = any(judge_indicator(i, registry.as_of).standing == "not_met" for i in linked)
    paces = [u.pace for u in item.updates if u.pace]
    ratings = [u.rating.value for u in item.updates if u.rating]
    facts = _Facts(
        item=item,
        standing=standing,
        pace=paces[-1] if paces else None,
        rating=ratings[-1] if ratings else None,
        unmet=unmet,
    )
    return tuple(found.text for found in CONTRADICTIONS if found.holds(facts))
