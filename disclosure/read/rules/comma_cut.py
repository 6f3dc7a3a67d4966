"""花括号里的英文逗号会截断文字：含逗号的值要加引号。

A comma inside curly brackets ends the value: put a value that holds a comma in quotation marks.

PASS plans/demo/items/01.yaml
    goal: {zh: 全部淘汰, en: "Remove all, for good"}

FAIL plans/demo/items/01.yaml 1:32
    goal: {zh: 全部淘汰, en: Remove all, for good}
"""

from ...ground.problems import Rule

RULE = Rule(
    id="comma-cut",
    zh="花括号里的逗号截断了这个值，逗号后面的“{rest}”成了没有内容的键",
    en="a comma inside curly brackets ends the value, and “{rest}” after it became a key without a value",
    fix_zh="整个值加上英文双引号",
    fix_en="put the whole value in double quotation marks",
)
