"""文件要是正确的 YAML。

The file must be correct YAML.

PASS plans/demo/items/01.yaml
    source_number: "一: 二"

FAIL plans/demo/items/01.yaml 1:17
    source_number: 一: 二
"""

from ...ground.problems import Rule

RULE = Rule(
    id="yaml-syntax",
    zh="YAML 读不懂：{reason_zh}",
    en="YAML cannot be read: {reason}",
    fix_zh="检查这一行和上一行的缩进、冒号和引号；值里有冒号、# 或引号时，整个值用英文双引号括起来",
    fix_en="check indentation, colons and quotes of this line and the one above; put a value that contains a colon, # or quotes into double quotes",
)
