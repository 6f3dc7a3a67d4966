"""State and timeliness of an item: derived from its dated records and a day, never typed.

Two lists of rules are the whole of it. The first rule that holds decides; each has an id, and its
words in both languages stand in `state_table.yaml` beside this module, with the cases that the tests
run and the method page shows. The item must already be cut to the day (`disclosure.plan.as_of`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .model import ClosureRound, Item

State = Literal["not_started", "in_progress", "completed", "accepted", "in_notice", "closed"]
Timeliness = Literal["not_due", "due_soon", "overdue", "done_on_time", "done_late", "no_fixed_date", "silent"]
STATES: tuple[State, ...] = ("not_started", "in_progress", "completed", "accepted", "in_notice", "closed")
TIMELINESS: tuple[Timeliness, ...] = (
    "overdue", "due_soon", "not_due", "done_on_time", "done_late", "no_fixed_date", "silent",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What the site and the plan lay down: `quiet_after` and `due_soon` are spans of days;
    `begins_on` is the day from which silence counts (publication, else issue, of the plan)."""

    quiet_after: timedelta
    due_soon: timedelta
    begins_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """The inputs of the rules, all as of one day.

    `round` is the last closure round that no reopening ended, None without one. `reopened_on` is the
    day of the last reopening. `declared_on` is the first day of a report of completion that still
    counts, `done_on` the day on which the item became done (declared, accepted or closed, whichever
    came first), `last_report_on` the day of the newest report of any kind.
    """

    day: date
    due: date | None
    original_due: date | None
    is_standing: bool
    round: ClosureRound | None
    reopened_on: date | None
    declared_on: date | None
    done_on: date | None
    is_started: bool
    last_report_on: date | None
    limits: Limits


@dataclass(frozen=True, kw_only=True, slots=True)
class StateRule:
    id: str
    state: State
    holds: Callable[[Facts], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelinessRule:
    id: str
    timeliness: Timeliness
    holds: Callable[[Facts], bool]


STATE_RULES: tuple[StateRule, ...] = (
    StateRule(id="state-closed", state="closed", holds=lambda f: bool(f.round and f.round.closed)),
    StateRule(id="state-in-notice", state="in_notice", holds=lambda f: bool(f.round and f.round.notice)),
    StateRule(id="state-accepted", state="accepted", holds=lambda f: bool(f.round and f.round.accepted)),
    StateRule(id="state-applied", state="completed", holds=lambda f: bool(f.round and f.round.applied)),
    StateRule(id="state-declared", state="completed", holds=lambda f: f.declared_on is not None),
    StateRule(id="state-reopened", state="in_progress", holds=lambda f: f.reopened_on is not None),
    StateRule(id="state-started", state="in_progress", holds=lambda f: f.is_started),
    StateRule(id="state-nothing", state="not_started", holds=lambda f: True),
)


def _is_silent(facts: Facts) -> bool:
    since = max(facts.last_report_on or facts.limits.begins_on, facts.limits.begins_on)
    return facts.done_on is None and facts.day - since > facts.limits.quiet_after


TIMELINESS_RULES: tuple[TimelinessRule, ...] = (
    TimelinessRule(id="time-silent", timeliness="silent", holds=lambda f: f.due is None and _is_silent(f)),
    TimelinessRule(id="time-no-date", timeliness="no_fixed_date", holds=lambda f: f.due is None),
    TimelinessRule(
        id="time-done-on-time",
        timeliness="done_on_time",
        holds=lambda f: f.done_on is not None and f.due is not None and f.done_on <= f.due,
    ),
    TimelinessRule(id="time-done-late", timeliness="done_late", holds=lambda f: f.done_on is not None),
    TimelinessRule(
        id="time-overdue", timeliness="overdue", holds=lambda f: f.due is not None and f.day > f.due
    ),
    TimelinessRule(
        id="time-due-soon",
        timeliness="due_soon",
        holds=lambda f: f.due is not None and f.due - f.day <= f.limits.due_soon,
    ),
    TimelinessRule(id="time-not-due", timeliness="not_due", holds=lambda f: True),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How an item stands on a day, with the rules that decided it. `slip_days` is the distance from
    the original to the current last day, negative when it was brought forward, None without a date."""

    state: State
    state_rule: str
    timeliness: Timeliness
    timeliness_rule: str
    facts: Facts

    @property
    def slip_days(self) -> int | None:
        facts = self.facts
        return (facts.due - facts.original_due).days if facts.due and facts.original_due else None


def standing_of(item: Item, day: date, limits: Limits) -> Standing:
    """State and timeliness of an item on `day`."""
    facts = facts_of(item, day, limits)
    state = next(rule for rule in STATE_RULES if rule.holds(facts))
    time = next(rule for rule in TIMELINESS_RULES if rule.holds(facts))
    return Standing(
        state=state.state,
        state_rule=state.id,
        timeliness=time.timeliness,
        timeliness_rule=time.id,
        facts=facts,
    )


def facts_of(item: Item, day: date, limits: Limits) -> Facts:
    """What the rules look at."""
    last = item.closure[-1] if item.closure else None
    current = last if last and not last.reopened else None
    reopened = [r.reopened.date for r in item.closure if r.reopened]
    since = reopened[-1] if reopened else date.min
    declared = next((u.date for u in item.updates if u.reports == "completed" and u.date > since), None)
    due = item.extensions[-1].to.last if item.extensions else item.deadline.due
    reports = [u.date for u in item.updates]
    return Facts(
        day=day,
        due=due if item.deadline.due else None,
        original_due=item.deadline.due,
        is_standing=item.deadline.standing,
        round=current,
        reopened_on=reopened[-1] if reopened else None,
        declared_on=declared,
        done_on=_done_on(declared, current),
        is_started=any(u.reports in ("started", "progress") for u in item.updates)
        or any(m.done for m in item.measures),
        last_report_on=max(reports) if reports else None,
        limits=limits,
    )


def _done_on(declared: date | None, current: ClosureRound | None) -> date | None:
    days = [declared] if declared else []
    if current:
        days += [step.date for step in (current.accepted, current.closed) if step]
    return min(days, default=None)
