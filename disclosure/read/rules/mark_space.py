"""作标题、引用的“#”“>”后面要有空格；作文字的“#”“>”在行首、标题末尾要写成 \\#、\\>，否则会丢失。

A “#” or “>” that makes a heading or a quotation is followed by a space; one that is text is written
\\# or \\> at the beginning of a line and at the end of a heading, where it would be lost.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    \\#3 高炉已拆除

FAIL plans/demo/text/01-aims.zh.md 4:1
    ---
    title: 题
    ---
    #3 高炉已拆除
"""

from ...ground.problems import Rule

RULE = Rule(
    id="mark-space",
    zh="{what_zh}",
    en="{what_en}",
    fix_zh="要原样显示，写成“{escaped}”；要作标题或引用，在“{mark}”后面加空格",
    fix_en="to show it as typed write “{escaped}”; for a heading or a quotation put a space after “{mark}”",
)
