"""标题的位置标识和章节的文件名，不能是网页自己已有的位置。

The anchor of a heading, and the name of a section, is no place that the page has of its own.

PASS pages/help.zh.md
    ---
    title: 题
    ---
    ## 大气 {#air}

FAIL pages/help.zh.md 4:1
    ---
    title: 题
    ---
    ## 大气 {#main}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import Registry
from ..page_anchors import OF_TEMPLATES, PageTexts, pages_of, pages_of_item

RULE = Rule(
    id="taken-anchor",
    zh="网页上已经有位置“{name}”",
    en="the page has a place “{name}” already",
    fix_zh="换一个标识；章节则换一个文件名",
    fix_en="choose another anchor or, for a section, another file name",
)


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    """Headings in the texts of updates: also those that stand in two of them."""
    for page in pages_of_item(item):
        seen = set(page.places)
        for name, at in page.headings:
            if name in seen or name in OF_TEMPLATES[page.kind]:
                yield RULE.at(at, name=name)
            seen.add(name)


def check_shared(registry: Registry) -> Iterator[Problem]:
    for folder in registry.plans:
        for section in folder.sections:
            if section.id in OF_TEMPLATES["plan"]:
                yield RULE.at(section.home.anchor, name=section.id)
    yield from _judge(pages_of(registry))


def _judge(pages: Iterable[PageTexts]) -> Iterator[Problem]:
    for page in pages:
        taken = OF_TEMPLATES[page.kind]
        yield from (RULE.at(at, name=name) for name, at in page.headings if name in taken)
