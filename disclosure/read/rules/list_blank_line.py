"""列表和前面的段落之间空一行。

A blank line stands between a paragraph and a list.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    任务：

    - 甲
    - 乙

FAIL plans/demo/text/01-aims.zh.md 5:1
    ---
    title: 题
    ---
    任务：
    - 甲
    - 乙
"""

from ...ground.problems import Rule

RULE = Rule(
    id="list-blank-line",
    zh="列表前面要空一行，否则会并入上一段",
    en="a list needs a blank line before it, or it becomes part of the paragraph",
    fix_zh="在这一行前面加一个空行",
    fix_en="add a blank line before this one",
)
