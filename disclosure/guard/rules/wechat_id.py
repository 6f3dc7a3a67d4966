"""不公开私人微信号。公众号和登记在 channels 里的可以写。

No personal WeChat id is published. Official accounts, and those registered under channels, may be.

PASS plans/demo/items/01.yaml
    goal:
      zh: 关注微信公众号“示范环保”。

FAIL plans/demo/items/01.yaml 2:11
    goal:
      zh: 加微信：zhangsan_1988联系。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wechat-id",
    zh="这里有微信号 {masked}",
    en="there is a WeChat id {masked} here",
    fix_zh="删去，或按“{masked}”的样子遮掩（check --fix privacy 会代劳）；确可公开的，在 site.yaml 的 privacy.allow 里写明理由",
    fix_en="remove it, or mask it as “{masked}” (check --fix privacy does so); what may be public goes into privacy.allow of site.yaml with the reason",
)
