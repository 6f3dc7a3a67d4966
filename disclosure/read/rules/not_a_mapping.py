"""每种文件有固定的形式：多数是“键: 值”，tombstones.yaml 是列表。

Each file has its form: most are “key: value”, tombstones.yaml is a list.

PASS tombstones.yaml
    - path: old/
      date: 2018-07-01
      reason:
        zh: 合并
      approved_by: bureau

FAIL tombstones.yaml 1:1
    path: old/
"""

from ...ground.problems import Rule

RULE = Rule(
    id="not-a-mapping",
    zh="文件的内容应当是{expected_zh}",
    en="the file should contain {expected}",
    fix_zh="参照 content/README.md 里的例子重写",
    fix_en="rewrite it after the examples in content/README.md",
)
