"""时段写成日、月、季、半年或年的规定形式；2018.10 不是十月。

A period is a day, month, quarter, half or year in the fixed form; 2018.10 is not October.

PASS plans/demo/items/01.yaml
    measures:
      - id: m1
        text:
          zh: 措施
        by: 2018-10

FAIL plans/demo/items/01.yaml 5:9
    measures:
      - id: m1
        text:
          zh: 措施
        by: 2018.10
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-period",
    zh="“{value}”不是日期或时段",
    en="“{value}” is not a day or period",
    fix_zh="写成 2018-06-21、2018-06、2018-Q2、2018-H1 或 2018",
    fix_en="write 2018-06-21, 2018-06, 2018-Q2, 2018-H1 or 2018",
)
