"""只有图像、没有文字的 PDF 无法由程序检查，读屏软件也读不了。

A PDF of pictures without text cannot be looked at by this program, nor read by a screen reader.
"""

from ...ground.problems import Rule, Severity

RULE = Rule(
    id="attachment-unread",
    zh="这份 PDF 没有文字，程序查不了",
    en="this PDF has no text, so that it could not be checked",
    fix_zh="换成带文字的版本；只有扫描件的，请人逐页看过有没有个人信息",
    fix_en="use a version with text; with a scan alone, have a person look at every page for private data",
    severity=Severity.WARNING,
)
