"""同一层里同一个键只能写一次：写了两次时，前一个值会被悄悄丢掉。

A key stands once in a mapping: of two, the first value would be lost in silence.

PASS plans/demo/items/01.yaml
    category: water

FAIL plans/demo/items/01.yaml 2:1
    category: water
    category: air
"""

from ...ground.problems import Rule

RULE = Rule(
    id="duplicate-key",
    zh="键“{key}”在同一层写了两次",
    en="the key “{key}” stands twice in the same mapping",
    fix_zh="删去其中一个；第一次写在第 {first} 行",
    fix_en="remove one of them; the first stands on line {first}",
)
