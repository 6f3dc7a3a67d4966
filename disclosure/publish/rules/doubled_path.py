"""一个地址只有一个网页或文件。

An address belongs to one page or file.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="doubled-path",
    zh="有两处内容要占用同一个地址 {page}",
    en="two things claim the one address {page}",
    fix_zh="把其中一个改名",
    fix_en="give one of them another name",
)
