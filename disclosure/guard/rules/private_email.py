"""不公开没有登记的电子邮箱。gov.cn 的、本站域名的和登记在册的可以写。

No unregistered e-mail address is published. Those of gov.cn, of the site’s own domain and registered ones may be.

PASS plans/demo/items/01.yaml
    goal:
      zh: 发至12369@shifan.gov.cn。

FAIL plans/demo/items/01.yaml 2:9
    goal:
      zh: 发至zhangsan@qq.com。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="private-email",
    zh="这里有未登记的电子邮箱 {masked}",
    en="there is an unregistered e-mail address {masked} here",
    fix_zh="私人的，删去或按“{masked}”遮掩；单位的，在 units.yaml 的 email 或 site.yaml 的 channels 里登记",
    fix_en="remove or mask a private one as “{masked}”; register that of a body under email in units.yaml or under channels in site.yaml",
)
