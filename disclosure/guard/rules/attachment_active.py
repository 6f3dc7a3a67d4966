"""附件里没有宏、脚本、内嵌文件和外部模板。

An attachment holds no macros, scripts, embedded files or templates from elsewhere.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="attachment-active",
    zh="附件里有会运行或引向别处的内容“{found}”",
    en="the attachment holds “{found}”, which would run or lead elsewhere",
    fix_zh="另存为不带宏的格式，或打印成 PDF",
    fix_en="save it in a form without macros, or print it to PDF",
)
