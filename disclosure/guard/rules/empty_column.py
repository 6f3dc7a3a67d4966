"""表格里不留整列的空白。

No table has a column without content.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    | 点位 | 情况 |
    | --- | --- |
    | 一号 | 正常 |

FAIL plans/demo/text/01-aims.zh.md 4:1
    ---
    title: 题
    ---
    | 点位 | 情况 |
    | --- | --- |
    | 一号 |  |
"""

from ...ground.problems import Rule, Severity

RULE = Rule(
    id="empty-column",
    zh="表格的第 {number} 列“{head}”是空的",
    en="column {number} “{head}” of the table is empty",
    fix_zh="填上内容，或删去这一列",
    fix_en="fill it in, or remove the column",
    severity=Severity.WARNING,
)
