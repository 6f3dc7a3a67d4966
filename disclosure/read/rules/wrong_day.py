"""日期写成四位年、两位月、两位日，用连字符，且确有其日。

A day is written year-month-day with hyphens, four, two and two digits, and exists.

PASS plans/demo/plan.yaml
    issued: 2018-06-21

FAIL plans/demo/plan.yaml 1:9
    issued: 2018-02-30
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-day",
    zh="“{value}”不是日期",
    en="“{value}” is not a day",
    fix_zh="写成 2018-06-21 的样子，并核对这一天确实存在",
    fix_en="write it as 2018-06-21, and make sure that the day exists",
)
