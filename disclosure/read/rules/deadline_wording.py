"""整改时限按原文照录，由语法读出最后一日；读不懂的不猜。

A deadline is carried over as printed and read by a grammar; what it cannot read is not guessed.

PASS plans/demo/items/01.yaml
    deadline: 2018年2月底前

FAIL plans/demo/items/01.yaml 1:11
    deadline: 尽快
"""

from ...ground.problems import Rule

RULE = Rule(
    id="deadline-wording",
    zh="看不懂整改时限“{value}”",
    en="the deadline “{value}” is not understood",
    fix_zh="能看懂的写法有：{forms}；别的写法请用 text、kind、by 分开写明",
    fix_en="forms understood: {forms}; spell others out with text, kind and by",
)
