"""附件名不能只有大小写或全半角之分：有的硬盘和主机分不清。

Names of attachments differ by more than case or width: some disks and hosts cannot tell them apart.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="attachment-collision",
    zh="附件名与“{other}”分不清",
    en="the name cannot be told from “{other}”",
    fix_zh="改掉其中一个的名字",
    fix_en="rename one of them",
)
