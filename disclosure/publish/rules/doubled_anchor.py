"""一个网页里，一个位置标识只出现一次。

An anchor stands once on a page.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="doubled-anchor",
    zh="标识“{name}”在网页 {page} 里出现了不止一次",
    en="the anchor “{name}” stands more than once on {page}",
    fix_zh="改掉其中一个",
    fix_en="change one of them",
)
