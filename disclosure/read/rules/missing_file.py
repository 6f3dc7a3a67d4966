"""site.yaml、units.yaml 和至少一个 plans/PLAN/plan.yaml 必须有。

site.yaml, units.yaml and at least one plans/PLAN/plan.yaml must exist.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="missing-file",
    zh="缺少必需的文件 {file}",
    en="the file {file} is required and missing",
    fix_zh="新建它，或者用 python build.py new plan",
    fix_en="create it",
)
