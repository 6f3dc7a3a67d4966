"""附件名用汉字、字母、数字、连字符、下划线和句点，不用空格和别的符号，不超过 120 字节。

The name of an attachment has Han characters, letters, digits, hyphens, underscores and full stops, no spaces or other signs, and at most 120 bytes.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="attachment-name",
    zh="附件名“{name}”不能用作网址",
    en="the name “{name}” cannot be part of an address",
    fix_zh="改名，如 acceptance-02.pdf、验收意见-02.pdf",
    fix_en="rename it, for example to acceptance-02.pdf",
)
