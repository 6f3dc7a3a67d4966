"""已经公开的内容改动或删去，要有变更说明；添加记录、补上译文不需要。

Changing or deleting what was published needs a change note; adding a record or a translation does not.

WAS plans/demo/items/01.yaml
    goal:
      zh: 消除直排。

PASS changes/2019-01-10-item-01.yaml
    date: 2019-01-10
    plan: demo
    items: ["01"]
    note:
      zh: 目标更正。

WITH plans/demo/items/01.yaml
    goal:
      zh: 基本消除直排。

FAIL plans/demo/items/01.yaml 2:3
    goal:
      zh: 基本消除直排。
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.history import RECORD
from ...plan.registry import Registry
from ..field_words import field_words, object_words
from ..ledger import Ledger
from ..notes import naming, page_of
from ..places import place_of
from .moved_deadline import moved_deadlines

RULE = Rule(
    id="unexplained-change",
    zh="{object_zh}的“{field_zh}”已经公开，{when_zh}改动，没有变更说明",
    en="“{field}” of {object} was published and has been changed {when}, without a change note",
    fix_zh="在 changes/ 里加一则说明，写上 {naming}，写明改了什么、为什么；只改字句的加 minor: true；改错了就改回来",
    fix_en="add a note in changes/ with {naming} that says what changed and why, with minor: true for wording alone; "
    "undo a mistake",
)


def check(registry: Registry, ledger: Ledger) -> Iterator[Problem]:
    moved = {(one.revision.plan, one.revision.object) for one, _, _ in moved_deadlines(ledger)}
    for one in ledger.judged:
        revision = one.revision
        if one.note or one.weight in ("added", "translated"):
            continue
        # A deadline that moved is the matter of another rule: no note would do.
        if revision.field == "deadline" and (revision.plan, revision.object) in moved:
            continue
        # What is gone without a trace is the matter of another rule; what moved is to be explained.
        if revision.field == RECORD and page_of(revision.plan, revision.object) not in registry.redirects:
            continue
        when_zh = f"于 {one.day} " if one.day else "（尚未提交）"
        when = f"on {one.day}" if one.day else "(not committed yet)"
        words, about = field_words(revision.field), object_words(revision.object)
        facts = {"object": about.en, "object_zh": about.zh, "field": words.en, "field_zh": words.zh}
        yield RULE.at(place_of(revision), when_zh=when_zh, when=when, naming=naming(revision), **facts)
