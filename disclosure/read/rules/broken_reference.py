"""链接直接写网址，不用引用式写法：找不到定义的会原样露出来。

Links carry their address themselves; one by reference shows as raw brackets when its definition is
missing.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    见[报告](https://www.gov.cn/)。

FAIL plans/demo/text/01-aims.zh.md 4:2
    ---
    title: 题
    ---
    见[报告][1]。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="broken-reference",
    zh="不支持“{found}”这种引用式链接",
    en="a link by reference such as “{found}” is not supported",
    fix_zh="写成 [文字](网址)；不是链接的方括号写成 \\[ \\]",
    fix_en="write [words](address); write \\[ \\] for brackets that are no link",
)
