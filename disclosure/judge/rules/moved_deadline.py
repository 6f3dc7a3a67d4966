"""公开过的时限不改：期限变动要写成延期，光有变更说明不行。原来没有日期、后来定了日期的，写变更说明。

A deadline that was published stays: one that moves is an extension, and no note will do instead. Only where
there was no date, a note is enough to set one.

WAS plans/demo/items/01.yaml
    deadline: 2018年底前

PASS plans/demo/items/01.yaml
    deadline: 2018年底前
    extensions:
      - from: 2018
        to: 2019-06
        date: 2018-12-20
        approved_by: bureau
        reason:
          zh: 汛期

FAIL plans/demo/items/01.yaml 1:11
    deadline: 2019年6月底前

WITH changes/2019-01-10-item-01.yaml
    date: 2019-01-10
    plan: demo
    items: ["01"]
    records: ["01/deadline"]
    note:
      zh: 时限更正。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry
from ..ledger import Judged, Ledger
from ..places import place_of
from ..weight import due_of

RULE = Rule(
    id="moved-deadline",
    zh="原定最后一日是 {old}，现在写成了 {new}，没有延期记录",
    en="the original last day is {old}, and now reads {new}, with no extension on record",
    fix_zh="把 deadline 改回来，在 extensions 里写延期；确属抄录有误的，在 tombstones.yaml 里写明并撤回这一项，以新编号重新公布",
    fix_en="restore deadline and record an extension; for an error of copying, withdraw the item in tombstones.yaml, saying so, and publish it under a new id",
)


def check(registry: Registry, ledger: Ledger) -> Iterator[Problem]:
    for one, old, new in moved_deadlines(ledger):
        yield RULE.at(place_of(one.revision), old=old, new=new or "—")


def moved_deadlines(ledger: Ledger) -> Iterator[tuple[Judged, date, date | None]]:
    """The last edit of each deadline that no longer ends on its original day: that day, and the day now,
    None where it has none."""
    moves: dict[tuple[str, str], list[Judged]] = {}
    for one in ledger.judged:
        if one.revision.field == "deadline":
            moves.setdefault((one.revision.plan, one.revision.object), []).append(one)
    for found in moves.values():
        original, last = due_of(found[0].revision.old), due_of(found[-1].revision.new)
        for one in found:
            if original is None:  # nothing that an extension could begin from
                original = due_of(one.revision.new)
        if original is not None and last != original:
            yield found[-1], original, last
