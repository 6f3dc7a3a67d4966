"""每个键下面的内容有固定的形状：一个值、一个列表或一组键。

What stands under a key has a fixed shape: one value, a list, or a group of keys.

PASS plans/demo/items/01.yaml
    goal:
      zh: 目标

FAIL plans/demo/items/01.yaml 1:7
    goal: 目标
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-shape",
    zh="这里应当是{expected_zh}",
    en="this should be {expected}",
    fix_zh="参照 content/README.md 里的例子",
    fix_en="see the examples in content/README.md",
)
