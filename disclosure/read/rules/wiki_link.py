"""站内链接写作 [[种类:标识]] 或 [[种类:标识|文字]]。

An internal link is [[KIND:ID]] or [[KIND:ID|words]].

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    见[[item:01]]。

FAIL plans/demo/text/01-aims.zh.md 4:2
    ---
    title: 题
    ---
    见[[itme:01]]。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wiki-link",
    zh="站内链接“{link}”的写法不对",
    en="the internal link “{link}” is not well formed",
    fix_zh="写成 [[item:02]] 或 [[term:black-odorous|黑臭水体]]；种类有 {kinds}",
    fix_en="write [[item:02]] or [[term:black-odorous|words]]; the kinds are {kinds}",
)
