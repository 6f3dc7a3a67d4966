"""变更说明提交以后不再改动：变更台账里记的就是它。

A change note stays as it was committed, since the ledger holds it.

WAS changes/2019-01-10-item-01.yaml
    date: 2019-01-10
    plan: demo
    items: ["01"]
    note:
      zh: 目标更正。

PASS changes/2019-01-10-item-01.yaml
    date: 2019-01-10
    plan: demo
    items: ["01"]
    note:
      zh: 目标更正。  # 一句注解

FAIL changes/2019-01-10-item-01.yaml 5:3
    date: 2019-01-10
    plan: demo
    items: ["01"]
    note:
      zh: 没有改什么。
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry
from ...plan.text import Text
from ..ledger import Ledger

RULE = Rule(
    id="changed-note",
    zh="这则变更说明已经提交，不能{what_zh}",
    en="this change note has been committed and cannot be {what}",
    fix_zh="恢复原文；要补充或更正的，另写一则说明",
    fix_en="restore it as it was; to add or correct something, write a further note",
)


def check(registry: Registry, ledger: Ledger) -> Iterator[Problem]:
    known = {change.home.file: change for change in registry.changes}
    for note in ledger.notes:
        anchor = Anchor(file=note.file)
        if ledger.first is None or note.is_tombstone or not ledger.first <= note.moment < len(ledger.days):
            continue
        change = known.get(note.file)
        if change is None:
            yield RULE.at(anchor, what_zh="删去", what="deleted")
        elif _differs(change.note, note.text) or change.minor != note.is_minor:
            yield RULE.at(anchor.at("note"), what_zh="改写", what="rewritten")


def _differs(now: Text, then: object) -> bool:
    parts = {"zh": now.zh, "en": now.en, "en_by": now.en_by}
    return {k: v for k, v in parts.items() if v is not None} != then
