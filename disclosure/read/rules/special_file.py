"""内容里只放普通文件：管道、套接字、设备文件读起来会停住。

Content holds regular files only: reading a pipe, a socket or a device would wait for ever.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="special-file",
    zh="这里不是普通文件",
    en="this is no regular file",
    fix_zh="移出 content/，或者换成普通文件",
    fix_en="move it out of content/, or put a regular file in its place",
)
