"""minor: true 的变更说明只管字句，不得涉及时限、目标、单位、记录和数据。

A change note with minor: true is for wording alone: it may not touch deadlines, goals, units, records or
data.

WAS plans/demo/items/01.yaml
    title:
      zh: 污水直排

PASS changes/2019-01-10-item-01.yaml
    date: 2019-01-10
    plan: demo
    items: ["01"]
    minor: true
    note:
      zh: 题目更通顺。

WITH plans/demo/items/01.yaml
    title:
      zh: 部分污水直排

FAIL changes/2019-01-10-item-01.yaml 4:1
    date: 2019-01-10
    plan: demo
    items: ["01"]
    minor: true
    note:
      zh: 目标更通顺。

WITH plans/demo/items/01.yaml
    goal:
      zh: 基本消除直排。
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry
from ..field_words import field_words, object_words
from ..ledger import Ledger

RULE = Rule(
    id="minor-change",
    zh="这则说明写了 minor: true，却涉及{object_zh}的“{field_zh}”",
    en="this note says minor: true, and covers “{field}” of {object}",
    fix_zh="删去 minor，并在 note 里说明改了什么、为什么",
    fix_en="leave out minor, and say in the note what changed and why",
)


def check(registry: Registry, ledger: Ledger) -> Iterator[Problem]:
    for one in ledger.judged:
        note = one.note
        if note and note.is_minor and one.weight == "fact":
            words = field_words(one.revision.field)
            about = object_words(one.revision.object)
            facts = {"object": about.en, "object_zh": about.zh, "field": words.en, "field_zh": words.zh}
            yield RULE.at(Anchor(file=note.file).at("minor", on_key=True), **facts)
