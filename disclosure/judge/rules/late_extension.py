"""销号之后不再延期。

An item is not extended after its closure.

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

FAIL plans/demo/items/01.yaml 4:11
    extensions:
      - from: 2018
        to: 2019-06
        date: 2018-12-20
        approved_by: bureau
        reason:
          zh: 汛期
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
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule, Severity
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="late-extension",
    zh="延期的决定（{day}）在销号（{closed}）之后",
    en="the extension of {day} was decided after the closure of {closed}",
    fix_zh="核对日期；销号后要改期限，先撤销销号",
    fix_en="check the days; reopen the item before moving its deadline",
    severity=Severity.WARNING,
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    for closure in item.closure:
        if closure.closed is None:
            continue
        until = closure.reopened.date if closure.reopened else None
        for number, extension in enumerate(item.extensions):
            if extension.date > closure.closed.date and (until is None or extension.date < until):
                at = item.anchor.at("extensions", number, "date")
                yield RULE.at(at, day=extension.date, closed=closure.closed.date)
