"""calendar/ 里只写当年的日子：holidays 是落在周一至周五的放假日，workdays 是周末上班的日子，每天写一次。

A file of calendar/ holds days of its own year: holidays that fall on weekdays, workdays that fall on
weekends, each day once.

PASS calendar/2019.yaml
    holidays: [2019-01-01]
    workdays: [2019-02-02]

FAIL calendar/2019.yaml 1:24
    holidays: [2019-01-01, 2019-02-02]
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-holiday",
    zh="{day} 不属于 {year} 年，或星期几不对，或写了两次",
    en="{day} lies outside {year}, falls on the wrong day of the week, or stands twice",
    fix_zh="holidays 只写周一至周五放假的日子，workdays 只写周末上班的日子，都在 {year} 年内，每天一次",
    fix_en="holidays take weekdays off, workdays weekend days worked, all in {year}, each day once",
)
