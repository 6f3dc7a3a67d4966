"""嵌套最多 20 层。

At most 20 levels of nesting.

PASS plans/demo/items/01.yaml
    lead: [bureau]

FAIL plans/demo/items/01.yaml 1:26
    lead: [[[[[[[[[[[[[[[[[[[[bureau]]]]]]]]]]]]]]]]]]]]
"""

from ...ground.problems import Rule

RULE = Rule(
    id="too-deep",
    zh="嵌套超过 {most} 层",
    en="nested deeper than {most} levels",
    fix_zh="减少嵌套",
    fix_en="flatten it",
)
