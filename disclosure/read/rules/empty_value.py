"""空值是错误：没有内容的键不要写。

An empty value is an error: leave the key out.

PASS plans/demo/items/01.yaml
    source_number: 一

FAIL plans/demo/items/01.yaml 1:15
    source_number:
    category: water
"""

from ...ground.problems import Rule

RULE = Rule(
    id="empty-value",
    zh="这里是空的",
    en="there is nothing here",
    fix_zh="没有内容就把这个键整行删去",
    fix_en="leave the key out when there is nothing to say",
)
