"""数字或字母之间的星号会消失，要转义。

A star between digits or letters would vanish; escape it.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    长 3×4×5 米

FAIL plans/demo/text/01-aims.zh.md 4:4
    ---
    title: 题
    ---
    长 3*4*5 米
"""

from ...ground.problems import Rule

RULE = Rule(
    id="emphasis-cut",
    zh="这里的“{mark}”会被当作强调记号吃掉",
    en="this “{mark}” would be taken for emphasis and vanish",
    fix_zh="乘号写 ×，星号写 \\*",
    fix_en="write × for a product, or \\*",
)
