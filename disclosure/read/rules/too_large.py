"""一个内容文件最多 1 MB。

A content file has at most 1 MB.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="too-large",
    zh="文件有 {size} 字节，超过 {most} 字节的上限",
    en="the file has {size} bytes, more than the {most} allowed",
    fix_zh="把它拆成几个文件",
    fix_en="split it into several files",
)
