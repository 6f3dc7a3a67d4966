"""延期一环扣一环：第一次从原定最后一日算起，以后每次从上一次延到的日子算起，决定日期依次。没有期限的条目不能延期。

Extensions form a chain: the first begins at the original last day, each next at the day that
the last one gave, in order of date. An item without a date cannot be extended.

PASS plans/demo/items/01.yaml
    deadline: 2018年底前
    extensions:
      - from: 2018
        to: 2019-06
        date: 2018-12-20
        approved_by: bureau
        reason:
          zh: 汛期

FAIL plans/demo/items/01.yaml 3:11
    deadline: 2018年10月底前
    extensions:
      - from: 2018
        to: 2019-06
        date: 2018-12-20
        approved_by: bureau
        reason:
          zh: 汛期
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry

RULE = Rule(
    id="extension-chain",
    zh="{what_zh}",
    en="{what_en}",
    fix_zh="第一次延期的 from 是原定最后一日，以后每次的 from 是上一次的 to，日期依次",
    fix_en="begin with the original last day, then let each from be the last to, in order of date",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    anchor, due, decided = item.anchor, item.deadline.due, None
    for number, extension in enumerate(item.extensions):
        at = anchor.at("extensions", number)
        if due is None:
            zh, en = "没有固定期限的条目不能延期", "an item without a fixed date cannot be extended"
            yield RULE.at(at.at("from"), what_zh=zh, what_en=en)
            return
        if extension.from_.last != due:
            zh = f"延期的起点 {extension.from_.text} 不是现行的最后一日 {due}"
            en = f"the extension begins at {extension.from_.text}, and the last day so far is {due}"
            yield RULE.at(at.at("from"), what_zh=zh, what_en=en)
        if decided and extension.date < decided:
            zh, en = "延期没有按决定日期排列", "the extensions are not in order of date"
            yield RULE.at(at.at("date"), what_zh=zh, what_en=en)
        due, decided = extension.to.last, extension.date
