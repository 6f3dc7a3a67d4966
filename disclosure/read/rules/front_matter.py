"""Markdown 文件以两行 --- 之间的 YAML 开头，至少写 title。

A Markdown file begins with YAML between two lines of ---, with at least a title.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 目标
    ---
    正文

FAIL plans/demo/text/01-aims.zh.md 1:1
    正文
"""

from ...ground.problems import Rule

RULE = Rule(
    id="front-matter",
    zh="文件开头缺少用两行 --- 围起来的说明",
    en="the file lacks a head between two lines of ---",
    fix_zh="在开头写 ---、title: 标题、---，然后是正文",
    fix_en="begin with ---, title: …, ---, then the text",
)
