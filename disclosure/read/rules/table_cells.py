"""表格各行的格数要和表头相同：多出的格会被丢掉。

Every row of a table has as many cells as its header: a further cell would be dropped.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    | 甲 | 乙 |
    | --- | --- |
    | 1 | 2 |

FAIL plans/demo/text/01-aims.zh.md 6:1
    ---
    title: 题
    ---
    | 甲 | 乙 |
    | --- | --- |
    | 1 | 2 | 3 |
"""

from ...ground.problems import Rule

RULE = Rule(
    id="table-cells",
    zh="这一行有 {found} 格，表头有 {wanted} 格",
    en="this row has {found} cells where the header has {wanted}",
    fix_zh="补齐或删去单元格；文字里的竖线写成 \\|",
    fix_en="add or remove cells; write \\| for a bar inside a text",
)
