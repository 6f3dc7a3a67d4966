"""标题的位置标识写在行末花括号里，用小写英文字母、数字和连字符，不重复。

The anchor of a heading stands in braces at its end: lower-case letters, digits and hyphens, each
once.

PASS pages/help.zh.md
    ---
    title: 题
    ---
    ## 大气 {#air}

FAIL pages/help.zh.md 4:7
    ---
    title: 题
    ---
    ## 大气 {#大气}
"""

from ...ground.problems import Rule

RULE = Rule(
    id="heading-anchor",
    zh="标题的位置标识“{name}”{what_zh}",
    en="the anchor “{name}” of the heading {what_en}",
    fix_zh="写成 {{#air}}：小写英文字母、数字、连字符，一处一个",
    fix_en="write {{#air}}: lower-case letters, digits and hyphens, each once",
)
