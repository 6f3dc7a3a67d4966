"""不公开居民身份证号，遮掩的写法是 33*************914。十八位的核对校验码，错的不算。

No identity number of a person is published; masked it reads 33*************914. One of 18 digits counts only with the right check digit.

PASS plans/demo/items/01.yaml
    goal:
      zh: 身份证号35*************123。

FAIL plans/demo/items/01.yaml 2:11
    goal:
      zh: 身份证号330702199003072914。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="resident-id",
    zh="这里有居民身份证号 {masked}",
    en="there is an identity number {masked} here",
    fix_zh="删去，或按“{masked}”的样子遮掩（check --fix privacy 会代劳）；确可公开的，在 site.yaml 的 privacy.allow 里写明理由",
    fix_en="remove it, or mask it as “{masked}” (check --fix privacy does so); what may be public goes into privacy.allow of site.yaml with the reason",
)
