"""标题用 ## 写；文字下面紧跟一行 --- 或 === 会把文字变成标题。

Headings begin with ##; a line of --- or === right below a text would make it one.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    正文

    ---

FAIL plans/demo/text/01-aims.zh.md 5:1
    ---
    title: 题
    ---
    正文
    ---
"""

from ...ground.problems import Rule

RULE = Rule(
    id="setext-heading",
    zh="上一行文字会被这条线变成标题",
    en="this line would turn the text above it into a heading",
    fix_zh="分隔线前空一行，标题用 ## 开头",
    fix_en="leave a blank line before a rule; begin headings with ##",
)
