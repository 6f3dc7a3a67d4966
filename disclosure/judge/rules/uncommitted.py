"""正式发布时，content/ 里不得有没有提交的改动：台账只记已经提交的。

A production build refuses changes that no commit holds: the ledger knows only what is committed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry
from ..ledger import Ledger

RULE = Rule(
    id="uncommitted",
    zh="这个文件有没有提交的改动",
    en="this file has changes that no commit holds",
    fix_zh="提交以后再正式发布",
    fix_en="commit it, then publish",
)


def check(registry: Registry, ledger: Ledger) -> Iterator[Problem]:
    for file in ledger.uncommitted:
        yield RULE.at(Anchor(file=file))
