"""天数和序号是 0 到 3650 的整数。

Counts of days are whole numbers from 0 to 3650.

PASS site.yaml
    due_soon_days: 30

FAIL site.yaml 1:16
    due_soon_days: 30天
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-count",
    zh="“{value}”不是 0 到 3650 的整数",
    en="“{value}” is not a whole number from 0 to 3650",
    fix_zh="写一个整数",
    fix_en="write a whole number",
)
