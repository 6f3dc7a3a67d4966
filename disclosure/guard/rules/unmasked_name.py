"""举报人、投诉人、村民等私人的姓名要遮掩：张某、李某某、王×。

The names of those who report, and of private persons, are masked: the surname alone stays.

PASS plans/demo/items/01.yaml
    goal:
      zh: 举报人张某反映噪声扰民。

FAIL plans/demo/items/01.yaml 2:10
    goal:
      zh: 举报人张建国反映噪声扰民。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="unmasked-name",
    zh="这里有没有遮掩的姓名 {masked}",
    en="there is an unmasked name {masked} here",
    fix_zh="写成“{masked}”（check --fix privacy 会代劳）；确可公开的，在 site.yaml 的 privacy.allow 里写明理由",
    fix_en="write “{masked}” (check --fix privacy does so); what may be public goes into privacy.allow of site.yaml with the reason",
)
