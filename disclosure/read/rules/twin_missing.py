"""中文是正本，英文是译文：有英文必须有中文。

Chinese is the text of record and English its translation: where there is English there is Chinese.

PASS pages/help.zh.md
    ---
    title: 帮助
    ---
    正文

FAIL pages/help.en.md 1:1
    ---
    title: Help
    ---
    Text
"""

from ...ground.problems import Rule

RULE = Rule(
    id="twin-missing",
    zh="只有英文，没有中文“{file}”",
    en="there is English here but no Chinese “{file}”",
    fix_zh="先写中文，英文是它的译文",
    fix_en="write the Chinese first; the English is its translation",
)
