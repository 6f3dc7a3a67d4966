"""内容里不用符号链接：它可能把别处的文件带到网上。

No symbolic links in content: they could publish a file from elsewhere.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="symbolic-link",
    zh="这里是符号链接",
    en="this is a symbolic link",
    fix_zh="换成真正的文件",
    fix_en="replace it with the file itself",
)
