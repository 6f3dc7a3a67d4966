"""不公开手机号码，遮掩的写法是 138****1234。全角、加空格、加连字符、断行的也算。

No mobile number is published; masked it reads 138****1234. Full-width, spaced, hyphenated and broken ones count too.

PASS plans/demo/items/01.yaml
    goal:
      zh: 电话138****1234，编号D3SX202505280018。

FAIL plans/demo/items/01.yaml 2:9
    goal:
      zh: 电话１３８ 0013 8000。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="mobile-number",
    zh="这里有手机号码 {masked}",
    en="there is a mobile number {masked} here",
    fix_zh="删去，或按“{masked}”的样子遮掩（check --fix privacy 会代劳）；确可公开的，在 site.yaml 的 privacy.allow 里写明理由",
    fix_en="remove it, or mask it as “{masked}” (check --fix privacy does so); what may be public goes into privacy.allow of site.yaml with the reason",
)
