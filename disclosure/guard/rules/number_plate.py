"""不公开私人车牌号，遮掩的写法是 浙G****5。

No number plate is published; masked, only the province, the first letter and the last sign stay.

PASS plans/demo/items/01.yaml
    goal:
      zh: 运输车辆浙G****5已查处。

FAIL plans/demo/items/01.yaml 2:11
    goal:
      zh: 运输车辆浙G12345已查处。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="number-plate",
    zh="这里有车牌号 {masked}",
    en="there is a number plate {masked} here",
    fix_zh="删去，或按“{masked}”的样子遮掩（check --fix privacy 会代劳）；确可公开的，在 site.yaml 的 privacy.allow 里写明理由",
    fix_en="remove it, or mask it as “{masked}” (check --fix privacy does so); what may be public goes into privacy.allow of site.yaml with the reason",
)
