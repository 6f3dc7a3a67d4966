"""转向的地址不带语言、不以斜杠开头，以斜杠结尾，不连环。

Redirects have addresses without language and leading slash, ending in a slash, and form no chains.

PASS redirects.yaml
    old/: units/

FAIL redirects.yaml 1:7
    old/: new/
    new/: units/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...ground.problems import Anchor, Problem, Rule
from ...plan.registry import Registry

RULE = Rule(
    id="redirect-chain",
    zh="转向“{path}”{what_zh}",
    en="the redirect of “{path}” {what_en}",
    fix_zh="写成不带语言和开头斜杠的地址，直接指向最终地址",
    fix_en="write addresses without language and leading slash, straight to the final one",
)


def check(registry: Registry) -> Iterator[Problem]:
    anchor = Anchor(file="redirects.yaml")
    for path, target in registry.redirects.items():
        if target in registry.redirects:
            yield RULE.at(
                anchor.at(path), path=path, what_zh="又转向别处", what_en="leads to a further redirect"
            )
        for tail, is_key in ((path, True), (target, False)):
            if not _TAIL.match(tail) or tail.startswith(("zh/", "en/")):
                yield RULE.at(
                    anchor.at(path, on_key=is_key),
                    path=path,
                    what_zh="写法不对",
                    what_en="is not well formed",
                )


_TAIL = re.compile(r"([a-z0-9-]+/)+\Z")
