"""写着 public: false 的网站还在起草，不能正式发布。

A site that says public: false is a draft and is refused by a production build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry
from ..rows import ItemRow

RULE = Rule(
    id="draft-in-production",
    zh="网站写着 public: false，仍在起草",
    en="the site says public: false, so it is still a draft",
    fix_zh="写成 public: true；从那次提交起，改动已公开的内容都要有变更说明",
    fix_en="write public: true; from that commit on, changes of what is published need change notes",
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    if registry.site.public is False:
        yield RULE.at(Anchor(file="site.yaml").at("public"))
