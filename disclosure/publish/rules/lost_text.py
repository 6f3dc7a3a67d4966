"""写进内容的每一个字，都要在网页和数据里找得到。

Every letter of the content is found in the pages and in the published data.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="lost-text",
    zh="“{text}”在 {page} 里找不到",
    en="“{text}” is not found in {page}",
    fix_zh="换一种写法；这是程序的缺陷，请报告",
    fix_en="write it another way; this is a defect of the program, please report it",
)
