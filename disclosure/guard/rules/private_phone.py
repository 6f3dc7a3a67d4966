"""不公开私人固定电话。单位的电话在 units.yaml 或 site.yaml 的 channels 里登记后可以写。

No private landline is published. Those of bodies may be, once they are registered in units.yaml or in the channels of site.yaml.

PASS plans/demo/items/01.yaml
    goal:
      zh: 拨打12369热线。

FAIL plans/demo/items/01.yaml 2:14
    goal:
      zh: 举报人家中电话0579-82345678。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="private-phone",
    zh="这里有未登记的固定电话 {masked}",
    en="there is an unregistered landline {masked} here",
    fix_zh="私人的，删去或按“{masked}”遮掩；单位的，在 units.yaml 的 phone 或 site.yaml 的 channels 里登记",
    fix_en="remove or mask a private one as “{masked}”; register that of a body under phone in units.yaml or under channels in site.yaml",
)
