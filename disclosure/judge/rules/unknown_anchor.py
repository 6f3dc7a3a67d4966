"""指向本页位置的链接（#标识）要指向本页确有的位置。

A link to a place of its own page (#anchor) leads to one that the page has.

PASS pages/help.zh.md
    ---
    title: 题
    ---
    ## 大气 {#air}

    见[上文](#air)。

FAIL pages/help.zh.md 6:2
    ---
    title: 题
    ---
    ## 大气 {#air}

    见[上文](#aer)。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ...read.markdown import links_of
from ...read.schema import near
from ..page_anchors import PageTexts, pages_of, pages_of_item

RULE = Rule(
    id="unknown-anchor",
    zh="本页没有位置“#{name}”{near_zh}",
    en="the page has no place “#{name}”{near_en}",
    fix_zh="改正标识，或者在标题后面加上 {{#{name}}}",
    fix_en="correct the anchor, or add {{#{name}}} to the heading that is meant",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    return _judge(pages_of_item(item))


def check_shared(registry: Registry) -> Iterator[Problem]:
    return _judge(pages_of(registry))


def _judge(pages: Iterable[PageTexts]) -> Iterator[Problem]:
    for page in pages:
        for text, anchor in page.texts:
            for link in links_of(text) if "](#" in text else ():
                name = link.target.removeprefix("#")
                if link.is_good and link.target.startswith("#") and name not in page.known:
                    at = anchor.inside(link.line, link.column)
                    yield RULE.at(at, name=name, **near(name, page.known))
