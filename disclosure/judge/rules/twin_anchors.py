"""标题的位置标识在整个方案里只出现一次，中英文一致。

The anchor of a heading is unique in the whole plan and the same in both languages.

PASS plans/demo/text/01-aims.en.md
    ---
    title: Aims
    ---
    Text

FAIL plans/demo/text/01-aims.en.md 4:1
    ---
    title: Aims
    ---
    ## Air {#air}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry
from ...plan.site_model import Document
from ...read.documents import BODY
from ...read.markdown import headings_of

RULE = Rule(
    id="twin-anchors",
    zh="{what_zh}",
    en="{what_en}",
    fix_zh="两种语言的标题用同样的 {{#标识}}，整个方案里不重复",
    fix_en="give the headings of both languages the same {{#anchor}}, each once in the whole plan",
)


def check(registry: Registry) -> Iterator[Problem]:
    for folder in registry.plans:
        seen = {s.id: s.id for s in folder.sections}
        for section in folder.sections:
            own = headings_of(section.body.zh)
            for line, _, anchor in own:
                if anchor and anchor in seen:
                    at = section.home.anchor.at(BODY).inside(line, 1)
                    zh, en = (
                        f"标识“{anchor}”在方案里重复了",
                        f"the anchor “{anchor}” stands twice in the plan",
                    )
                    yield RULE.at(at, what_zh=zh, what_en=en)
                seen[anchor or ""] = section.id
            yield from _compare(section, [a for _, _, a in own])


def _compare(section: Document, anchors: list[str | None]) -> Iterator[Problem]:
    """The headings of the English against those of the Chinese."""
    if section.body.en is None or section.home_en is None:
        return
    english = headings_of(section.body.en)
    for (line, _, anchor), wanted in zip_longest(english, anchors, fillvalue=(1, "", None)):
        other = wanted[2] if isinstance(wanted, tuple) else wanted
        if anchor != other:
            at = section.home_en.anchor.at(BODY).inside(line, 1)
            zh = f"英文标题的标识是“{anchor or '无'}”，中文相应的是“{other or '无'}”"
            en = f"the anchor is “{anchor or 'none'}”, that of the Chinese heading “{other or 'none'}”"
            yield RULE.at(at, what_zh=zh, what_en=en)
            return
