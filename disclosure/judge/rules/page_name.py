"""说明网页的名字不能与本站自有的网页相同，否则两页会抢同一个地址。

A free page does not bear the name of a page that the site makes itself: two would claim one address.

PASS pages/faq.zh.md
    ---
    title: 问答
    ---
    内容

FAIL pages/units.zh.md 1:1
    ---
    title: 单位
    ---
    内容
"""

from __future__ import annotations

from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry

# The first steps of all addresses that the site gives itself (`show/urls.py`); a test holds the list to them.
RESERVED = frozenset(
    {
        "changes", "data", "embed", "method", "notices", "patterns", "plans", "search", "sitemap",
        "translation", "units", "verify",
    }
)  # fmt: skip

RULE = Rule(
    id="page-name",
    zh="“{name}”是本站自有网页的名字",
    en="“{name}” is the name of a page that the site makes itself",
    fix_zh="换一个文件名",
    fix_en="choose another file name",
)


def check(registry: Registry) -> Iterator[Problem]:
    for page in registry.pages:
        if page.id in RESERVED:
            yield RULE.at(page.home.anchor, name=page.id)
