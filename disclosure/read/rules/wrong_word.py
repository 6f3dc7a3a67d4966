"""分类、状态等只用规定的词。

Categories, kinds and the like use fixed words.

PASS plans/demo/items/01.yaml
    category: water

FAIL plans/demo/items/01.yaml 1:11
    category: watter
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-word",
    zh="“{value}”不是这里可用的词{near_zh}",
    en="“{value}” is not one of the words used here{near_en}",
    fix_zh="用其中之一：{allowed}",
    fix_en="use one of: {allowed}",
)
