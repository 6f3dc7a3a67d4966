"""段落前不加四个空格；段首空两字由样式完成。

No four spaces before a paragraph; the style indents it.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    正文

FAIL plans/demo/text/01-aims.zh.md 6:1
    ---
    title: 题
    ---
    正文

        缩进的正文
"""

from ...ground.problems import Rule

RULE = Rule(
    id="indented-code",
    zh="缩进四格的段落会变成代码",
    en="a paragraph indented by four spaces would become code",
    fix_zh="去掉行首空格；代码用 ``` 围起来",
    fix_en="remove the leading spaces; put code between ``` lines",
)
