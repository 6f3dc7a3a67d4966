"""一行最多 100,000 个字符。

A line has at most 100,000 characters.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="long-line",
    zh="这一行有 {length} 个字符，超过 {most} 个的上限",
    en="this line has {length} characters, more than the {most} allowed",
    fix_zh="把它分成几行或几段",
    fix_en="break it into several lines or paragraphs",
)
