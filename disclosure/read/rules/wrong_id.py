"""标识和文件名只用小写英文字母、数字和连字符。

Ids and file names are lower-case ASCII letters, digits and hyphens.

PASS plans/demo/items/01.yaml
    lead: [bureau]

FAIL plans/demo/items/01.yaml 1:8
    lead: [环保局]
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-id",
    zh="“{value}”不能作标识",
    en="“{value}” cannot be an id",
    fix_zh="标识只用小写英文字母、数字和连字符，最多 100 个，例如 pipe-network",
    fix_en="ids are at most 100 lower-case ASCII letters, digits and hyphens, such as pipe-network",
)
