"""One rule a file: whether records agree with each other and with the world.

The lists are the table of contents. A rule looks at one item (`ITEM_RULES`), at everything but the
items (`SHARED_RULES`), at everything with the rows of all items (`WHOLE_RULES`), or at what was published
before (`HISTORY_RULES`); some look from more than one side. Items come as written, before they are cut to the day of judgement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ...plan.text import Text
from ..ledger import Ledger
from ..rows import ItemRow
from . import (
    after_as_of,
    before_issued,
    calendar_doubt,
    calendar_missing,
    change_object,
    changed_note,
    closure_acceptance,
    closure_evidence,
    closure_order,
    closure_rounds,
    contradiction,
    draft_in_production,
    duplicate_id,
    evidence_shape,
    extension_chain,
    file_name,
    identifier_missing,
    indicator_period,
    indicator_shape,
    indicator_value,
    issued_later,
    item_name,
    late_extension,
    living_tombstone,
    minor_change,
    missing_attachment,
    moved_deadline,
    notice_length,
    notice_plan,
    number_parity,
    objections_handling,
    page_name,
    published_late,
    redirect_chain,
    reopened_open,
    review_missing,
    sample_in_production,
    silent_withdrawal,
    stranger_update,
    taken_anchor,
    tombstone_path,
    twin_anchors,
    uncommitted,
    unexplained_change,
    unit_loop,
    unknown_anchor,
    unknown_measure,
    unknown_reference,
    unknown_unit,
    unused_attachment,
    unused_unit,
    update_order,
)

ItemCheck = Callable[[Item, Registry], Iterator[Problem]]
SharedCheck = Callable[[Registry], Iterator[Problem]]
HistoryCheck = Callable[[Registry, Ledger], Iterator[Problem]]
WholeCheck = Callable[[Registry, Sequence[ItemRow]], Iterator[Problem]]

ITEM_RULES: tuple[ItemCheck, ...] = (
    unknown_unit.check,
    duplicate_id.check,
    unknown_measure.check,
    update_order.check,
    extension_chain.check,
    closure_order.check,
    closure_acceptance.check,
    closure_evidence.check,
    closure_rounds.check,
    reopened_open.check,
    notice_length.check,
    calendar_missing.check,
    objections_handling.check,
    evidence_shape.check,
    missing_attachment.check,
    before_issued.check,
    stranger_update.check,
    late_extension.check,
    after_as_of.check,
    file_name.check,
    item_name.check,
    unknown_reference.check,
    unknown_anchor.check,
    taken_anchor.check,
    number_parity.check,
)

SHARED_RULES: tuple[SharedCheck, ...] = (
    unknown_unit.check_shared,
    unknown_reference.check_shared,
    notice_plan.check,
    page_name.check,
    missing_attachment.check_shared,
    duplicate_id.check_shared,
    after_as_of.check_shared,
    issued_later.check,
    unit_loop.check,
    indicator_shape.check,
    indicator_value.check,
    indicator_period.check,
    twin_anchors.check,
    unknown_anchor.check_shared,
    taken_anchor.check_shared,
    redirect_chain.check,
    tombstone_path.check,
    change_object.check,
    number_parity.check_shared,
)

WHOLE_RULES: tuple[WholeCheck, ...] = (
    duplicate_id.check_whole,
    unknown_reference.check_whole,
    contradiction.check,
    living_tombstone.check,
    published_late.check,
    unused_unit.check,
    unused_attachment.check,
)

# What was published stays, or its change is explained.
HISTORY_RULES: tuple[HistoryCheck, ...] = (
    unexplained_change.check,
    minor_change.check,
    moved_deadline.check,
    changed_note.check,
    silent_withdrawal.check,
    published_late.check_history,
)

# Second opinions, which only `check` asks for.
DOUBTS: tuple[SharedCheck, ...] = (calendar_doubt.check,)

PRODUCTION_RULES: tuple[WholeCheck, ...] = (
    sample_in_production.check,
    identifier_missing.check,
    draft_in_production.check,
    review_missing.check,
)

PRODUCTION_HISTORY_RULES: tuple[HistoryCheck, ...] = (uncommitted.check,)


def check_history(
    registry: Registry, ledger: Ledger, is_production: bool, is_preview: bool
) -> Iterator[Problem]:
    """What the past forbids. In a preview it is only a warning: the note comes when the change is done."""
    wanted = (*HISTORY_RULES, *(PRODUCTION_HISTORY_RULES if is_production else ()))
    for problem in (p for check in wanted for p in check(registry, ledger)):
        yield problem.softened() if is_preview else problem


# The rules of reports, deadlines and closure, which the public is told of.
_STATED: tuple[Any, ...] = (
    update_order,
    extension_chain,
    closure_order,
    closure_acceptance,
    closure_evidence,
    objections_handling,
    notice_length,
    calendar_missing,
    reopened_open,
    closure_rounds,
)


def stated_rules() -> tuple[tuple[Rule, Text], ...]:
    """What records must keep to, in the words of each rule's own docstring: the first paragraph is
    Chinese, the second English."""
    found: list[tuple[Rule, Text]] = []
    for module in _STATED:
        zh, en, *_ = (module.__doc__ or "").split("\n\n")
        found.append((module.RULE, Text(zh=zh.strip(), en=" ".join(en.split()))))
    return tuple(found)
