"""gov-cn 规范下正式发布，要有网站标识码、ICP备案号和公安备案号。

In production the gov-cn profile asks for the site code, the ICP licence and the public security
record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry
from ..rows import ItemRow

RULE = Rule(
    id="identifier-missing",
    zh="政府网站应有{name_zh}",
    en="a government site shows its {name}",
    fix_zh="在 site.yaml 的 identifiers 里填写；没有就不能正式发布",
    fix_en="fill in identifiers in site.yaml",
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    found = registry.site.identifiers
    if registry.site.profile != "gov-cn":
        return
    for value, zh, en in (
        (found.site_code, "网站标识码 site_code", "site code (site_code)"),
        (found.icp, "ICP备案号 icp", "ICP licence (icp)"),
        (found.police, "公安备案号 police", "public security record (police)"),
    ):
        if not value:
            yield RULE.at(registry.site.home.anchor.at("identifiers"), name_zh=zh, name=en)
