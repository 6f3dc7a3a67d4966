"""写着“联系电话”“投诉电话”的固定电话，宜在 units.yaml 或 site.yaml 的 channels 里登记。

A landline given as an office’s or a hotline’s is best registered in units.yaml or in the channels of site.yaml.

PASS plans/demo/items/01.yaml
    goal:
      zh: 拨打12369热线。

FAIL plans/demo/items/01.yaml 2:12
    goal:
      zh: 投诉电话：0579-82345678。
"""

from ...ground.problems import Rule, Severity

RULE = Rule(
    id="unlisted-phone",
    zh="电话 {masked} 没有登记",
    en="the telephone number {masked} is not registered",
    fix_zh="是单位的，在 units.yaml 的 phone 或 site.yaml 的 channels 里登记；是私人的，删去",
    fix_en="register it under phone in units.yaml or under channels in site.yaml; remove a private one",
    severity=Severity.WARNING,
)
