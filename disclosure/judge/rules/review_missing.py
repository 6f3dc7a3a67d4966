"""gov-cn 规范下正式发布，方案、条目和公告都要有审查记录：保密、隐私、法律，谁审的，哪一天。

In production the gov-cn profile asks for a record of review on plans, items and notices: secrecy, privacy,
law, by whom and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry
from ..places import missing_parts
from ..rows import ItemRow

RULE = Rule(
    id="review-missing",
    zh="没有审查记录，或缺少 {missing}",
    en="there is no record of review, or {missing} is missing",
    fix_zh="写上 review: {{secrecy: …, privacy: …, legal: …, by: 职务, date: 日期}}",
    fix_en="add review: {{secrecy: …, privacy: …, legal: …, by: a post, date: a day}}",
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    if registry.site.profile != "gov-cn":
        return
    for folder in registry.plans:
        yield from _judge(folder.plan.home.anchor, missing_parts(folder.plan.review))
    for notice in registry.notices:
        yield from _judge(notice.head.home.anchor, missing_parts(notice.head.review))
    for row in rows:
        yield from _judge(Anchor(file=row.file), row.unreviewed)


def _judge(anchor: Anchor, missing: tuple[str, ...]) -> Iterator[Problem]:
    if missing:
        yield RULE.at(anchor.at("review"), missing="、".join(missing))
