"""不是重述的方案，文字要与原件一致；不同之处在 plan.yaml 的 original.differences 里写明理由，并公布。

The text of a plan that is no restatement is that of its original; where it departs, original.differences of plan.yaml
gives the reason, which is published.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="unexplained-difference",
    zh="{what_zh}：“{text}”",
    en="{what_en}: “{text}”",
    fix_zh="照原件改正；确需不同的，在 plan.yaml 的 original.differences 里写明 original、here 和 reason",
    fix_en="follow the original; where it must differ, give original, here and reason in original.differences of plan.yaml",
)
