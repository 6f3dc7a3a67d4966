"""附件要能打开：加密的、损坏的无法检查，不收。

An attachment can be opened: what is encrypted or damaged cannot be looked at and is refused.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="attachment-locked",
    zh="附件打不开（{reason}）",
    en="the attachment cannot be opened ({reason})",
    fix_zh="去掉密码，或重新导出",
    fix_en="remove the password, or export it again",
)
