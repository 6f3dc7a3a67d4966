"""带 # 的链接要指向目标网页里确有的位置。

A link with a fragment leads to an anchor that the target page has.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="dead-anchor",
    zh="网页 {page} 的链接“{link}”指向的位置在目标网页里不存在",
    en="the link “{link}” on {page} leads to a place that its target does not have",
    fix_zh="改正 # 后面的标识",
    fix_en="correct the part after #",
)
