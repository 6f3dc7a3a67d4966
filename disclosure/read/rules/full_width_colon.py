"""键和值之间用英文冒号加一个空格，不用全角冒号。

Between key and value stand an ASCII colon and a space, not a full-width colon.

PASS plans/demo/items/01.yaml
    source_number: 一

FAIL plans/demo/items/01.yaml 1:14
    source_number：一
"""

from ...ground.problems import Rule

RULE = Rule(
    id="full-width-colon",
    zh="键“{key}”后面用了全角冒号",
    en="the key “{key}” is followed by a full-width colon",
    fix_zh="改成英文冒号加一个空格：{key}: ",
    fix_en="write an ASCII colon and a space: {key}: ",
)
