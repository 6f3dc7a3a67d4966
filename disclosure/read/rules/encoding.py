"""内容文件一律用 UTF-8 编码；别的编码会把汉字变成乱码。

Content files are UTF-8; another encoding would turn Chinese into garbage.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="encoding",
    zh="文件不是 UTF-8 编码（这里的字节是 {byte}）",
    en="the file is not UTF-8 (the byte here is {byte})",
    fix_zh="在编辑器里另存为 UTF-8；多半是 GBK（GB18030）文件",
    fix_en="save the file as UTF-8 in your editor; it is most likely GBK (GB18030)",
)
