"""销号各步依次：申请 ≤ 验收 ≤ 公示开始 ≤ 公示结束 < 销号 ≤ 撤销；各轮也依次。

The steps of closure follow each other: application, acceptance, first day of the notice, its
last day, closure (after that day), reopening; so do the rounds.

PASS plans/demo/items/01.yaml
    closure:
      applied: 2018-09-03
      accepted:
        date: 2018-09-10
        by: bureau
        evidence:
          - file: a.txt
            title:
              zh: 意见
      notice:
        from: 2018-09-12
        to: 2018-09-18
        length: 5
      closed:
        date: 2018-09-20
        by: bureau

FAIL plans/demo/items/01.yaml 15:11
    closure:
      applied: 2018-09-03
      accepted:
        date: 2018-09-10
        by: bureau
        evidence:
          - file: a.txt
            title:
              zh: 意见
      notice:
        from: 2018-09-12
        to: 2018-09-18
        length: 5
      closed:
        date: 2018-09-18
        by: bureau
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...ground.problems import Problem, Rule
from ...plan.model import ClosureRound, Item
from ...plan.registry import Registry

RULE = Rule(
    id="closure-order",
    zh="销号各步的日期前后颠倒：{later} 的 {day} 应在 {earlier} 的 {before} {relation_zh}",
    en="the steps of closure are out of order: {later} of {day} must be {relation_en} {earlier} of {before}",
    fix_zh="核对各步日期：申请 ≤ 验收 ≤ 公示开始 ≤ 公示结束 < 销号 ≤ 撤销",
    fix_en="check the days: applied ≤ accepted ≤ notice from ≤ notice to < closed ≤ reopened",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    last: tuple[str, date] | None = None
    for number, closure in enumerate(item.closure):
        at = item.anchor.at("closure", number)
        for name, path, day in _steps(closure):
            if last:
                earlier, before = last
                is_strict = name == "closed" and earlier == "notice.to"
                if day < before or (is_strict and day == before):
                    facts = {"later": name, "day": day, "earlier": earlier, "before": before}
                    zh, en = ("之后", "after") if is_strict else ("当日或之后", "on or after")
                    yield RULE.at(at.at(*path), **facts, relation_zh=zh, relation_en=en)
            last = (name, day)


def _steps(closure: ClosureRound) -> Iterator[tuple[str, tuple[str, ...], date]]:
    """The dated steps with the path of each date."""
    if closure.applied:
        yield "applied", ("applied",), closure.applied
    if closure.accepted:
        yield "accepted", ("accepted", "date"), closure.accepted.date
    if closure.notice:
        yield "notice.from", ("notice", "from"), closure.notice.from_
        yield "notice.to", ("notice", "to"), closure.notice.to
    if closure.closed:
        yield "closed", ("closed", "date"), closure.closed.date
    if closure.reopened:
        yield "reopened", ("reopened", "date"), closure.reopened.date
