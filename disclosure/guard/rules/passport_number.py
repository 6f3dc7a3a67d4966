"""不公开护照、通行证号码。

No passport or travel permit number is published.

PASS plans/demo/items/01.yaml
    goal:
      zh: 护照号E****5678。

FAIL plans/demo/items/01.yaml 2:10
    goal:
      zh: 护照号E12345678。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="passport-number",
    zh="这里有护照或通行证号码 {masked}",
    en="there is a passport number {masked} here",
    fix_zh="删去，或按“{masked}”的样子遮掩（check --fix privacy 会代劳）；确可公开的，在 site.yaml 的 privacy.allow 里写明理由",
    fix_en="remove it, or mask it as “{masked}” (check --fix privacy does so); what may be public goes into privacy.allow of site.yaml with the reason",
)
