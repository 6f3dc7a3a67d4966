"""规定必填的键必须写。

Required keys must be there.

PASS plans/demo/items/01.yaml
    goal:
      zh: 目标

FAIL plans/demo/items/01.yaml 2:3
    goal:
      en: Goal
"""

from ...ground.problems import Rule

RULE = Rule(
    id="missing-key",
    zh="缺少“{key}”",
    en="“{key}” is missing",
    fix_zh="补上 {key}",
    fix_en="add {key}",
)
