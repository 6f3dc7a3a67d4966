"""不公开银行卡号，只留末四位。核对校验码，错的不算。

No bank card number is published; its last four digits may be. It counts only with the right check digit.

PASS plans/demo/items/01.yaml
    goal:
      zh: 账号末四位0128。

FAIL plans/demo/items/01.yaml 2:10
    goal:
      zh: 退款至6222021001112223331。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="bank-card",
    zh="这里有银行卡号 {masked}",
    en="there is a bank card number {masked} here",
    fix_zh="删去，或按“{masked}”的样子遮掩（check --fix privacy 会代劳）；确可公开的，在 site.yaml 的 privacy.allow 里写明理由",
    fix_en="remove it, or mask it as “{masked}” (check --fix privacy does so); what may be public goes into privacy.allow of site.yaml with the reason",
)
