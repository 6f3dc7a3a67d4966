"""分开写明的时限：kind: by 要有 by，staged 要有 stages，其他都不带。

A deadline spelt out: by needs by, staged needs stages, other kinds have neither.

PASS plans/demo/items/01.yaml
    deadline:
      text:
        zh: 年底前
      kind: by
      by: 2018

FAIL plans/demo/items/01.yaml 2:3
    deadline:
      text:
        zh: 年底前
      kind: by
"""

from ...ground.problems import Rule

RULE = Rule(
    id="deadline-shape",
    zh="kind 为 {kind} 时应有：{wants}；现在有：{has}",
    en="kind {kind} wants: {wants}; it has: {has}",
    fix_zh="by 只配 kind: by，stages 只配 kind: staged",
    fix_en="by goes with kind: by alone, stages with kind: staged alone",
)
