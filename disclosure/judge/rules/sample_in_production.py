"""正式发布（--production）不收示例数据。

A production build refuses sample data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry
from ..rows import ItemRow

RULE = Rule(
    id="sample-in-production",
    zh="示例数据不能正式发布",
    en="sample data cannot be published in production",
    fix_zh="删去示例记录，或不用 --production",
    fix_en="remove the illustrative record, or build without --production",
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    site = registry.site
    if site.sample:
        yield RULE.at(site.home.anchor.at("sample"))
    for folder in registry.plans:
        for indicator in folder.indicators:
            for number, value in enumerate(indicator.values):
                if value.sample:
                    yield RULE.at(indicator.home.anchor.at("values", number, "sample"))
    for notice in registry.notices:
        if notice.head.sample:
            yield RULE.at(notice.head.home.anchor.at("sample"))
    for row in rows:
        for path in row.samples:
            yield RULE.at(Anchor(file=row.file, path=(*path, "sample")))
