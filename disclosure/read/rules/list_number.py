"""有序列表从 1 开始，依次加一；行首的“2018.”不是编号时要转义。

A numbered list counts up from 1; a line that begins with “2018.” and is no list is escaped.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    1. 甲
    2. 乙

FAIL plans/demo/text/01-aims.zh.md 4:1
    ---
    title: 题
    ---
    2018. 年度任务
"""

from ...ground.problems import Rule

RULE = Rule(
    id="list-number",
    zh="“{number}”会被当作列表编号改掉",
    en="“{number}” would be taken for the number of a list and changed",
    fix_zh="编号从 1 开始依次写；句子以数字和点开头时写成 {escaped}",
    fix_en="number a list from 1 upwards; write {escaped} where a sentence begins so",
)
