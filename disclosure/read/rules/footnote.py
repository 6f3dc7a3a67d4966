"""脚注要有引用也有说明，说明只写一次。

A footnote has a reference and one definition.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    数据[^1]。

    [^1]: 来源。

FAIL plans/demo/text/01-aims.zh.md 4:3
    ---
    title: 题
    ---
    数据[^2]。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="footnote",
    zh="脚注“{name}”{what_zh}",
    en="the footnote “{name}” {what_en}",
    fix_zh="每个脚注写一次 [^{name}] 和一次 [^{name}]: 说明",
    fix_en="write [^{name}] in the text and [^{name}]: … once",
)
