"""一段里未配对的括号和反引号不超过 500 个，列表不超过 20 层。

At most 500 unpaired brackets or backticks in a block, and lists at most 20 deep.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="nesting",
    zh="“{mark}”太多或嵌套太深",
    en="too many or too deeply nested “{mark}”",
    fix_zh="拆成几段",
    fix_en="break it up",
)
