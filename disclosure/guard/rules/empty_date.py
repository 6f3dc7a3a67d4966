"""不写 0000-00-00 这样的空日期；不知道就不写。

No empty days such as 0000-00-00; what is not known is left out.

PASS plans/demo/items/01.yaml
    goal:
      zh: 成文日期2018-06-21。

FAIL plans/demo/items/01.yaml 2:11
    goal:
      zh: 成文日期0000-00-00。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="empty-date",
    zh="“{found}”不是日期",
    en="“{found}” is no day",
    fix_zh="删去；不知道的日期不写",
    fix_en="remove it; a day that is not known is left out",
)
