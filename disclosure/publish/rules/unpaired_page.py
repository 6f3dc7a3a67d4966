"""每个网页都有另一种语言的同一页。

Every page has its twin in the other language.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="unpaired-page",
    zh="没有另一种语言的对应网页“{twin}”",
    en="the page has no twin “{twin}”",
    fix_zh="这是程序的缺陷，请报告",
    fix_en="this is a defect of the program; please report it",
)
