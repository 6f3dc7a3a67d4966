"""链接只能指向 https 网址、邮箱、电话、本页位置、files/ 里的文件，或用 [[种类:标识]] 指向站内记录；图片只能来自 files/。

A link leads to an https address, a mail address, a telephone number, an anchor, a file below
files/, or, as [[KIND:ID]], to a record; an image comes from files/ only.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    见[报告](https://www.gov.cn/)。

FAIL plans/demo/text/01-aims.zh.md 4:2
    ---
    title: 题
    ---
    见[报告](http://www.gov.cn/)。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="link-target",
    zh="链接的目标“{target}”不能用",
    en="the link target “{target}” cannot be used",
    fix_zh="用 https://…、mailto:、tel:、#位置、files/文件名，或 [[item:02]] 这样的站内链接",
    fix_en="use https://…, mailto:, tel:, #anchor, files/NAME, or an internal link such as [[item:02]]",
)
