"""个人住址只写到乡镇、街道。

A person’s home address goes no further than the township or street office.

PASS plans/demo/items/01.yaml
    goal:
      zh: 村民张某，家住示范区白沙街道。

FAIL plans/demo/items/01.yaml 2:21
    goal:
      zh: 村民张某，家住白沙街道文昌路18号3幢201室。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="home-address",
    zh="这里有个人住址 {masked}",
    en="there is a person’s home address {masked} here",
    fix_zh="只写到乡镇、街道，或写成“{masked}”（check --fix privacy 会代劳）",
    fix_en="stop at the township or street office, or write “{masked}” (check --fix privacy does so)",
)
