"""注释单独成行，或者在 # 前至少空两格、后面空一格。别的“ #”会截断文字。

A comment stands on a line of its own, or has at least two spaces before its # and one after. Any
other “ #” cuts the text.

PASS plans/demo/items/01.yaml
    source_number: 一  # 原编号

FAIL plans/demo/items/01.yaml 1:18
    source_number: 一 #3 问题
"""

from ...ground.problems import Rule

RULE = Rule(
    id="comment-cut",
    zh="“ #”会把后面的文字当作注释截掉",
    en="“ #” would cut off what follows as a comment",
    fix_zh="文字里的 # 要连同整个值用双引号括起来；注释前空两格、# 后空一格",
    fix_en="quote the whole value when # is part of the text; a comment has two spaces before # and one after",
)
