"""控制字符、零宽字符、双向控制符、U+2028 等看不见的换行符不得出现：读者看不见，机器却会读成别的意思。表情符号里的 U+200D、U+FE0F 除外。

Controls, zero-width and bidirectional characters and invisible line breaks such as U+2028 are
refused: a reader does not see them, a machine reads something else. U+200D and U+FE0F inside emoji
may stay.

PASS plans/demo/items/01.yaml
    source_number: 一

FAIL plans/demo/items/01.yaml 1:17
    source_number: 一\u200b
"""

from ...ground.problems import Rule

RULE = Rule(
    id="forbidden-character",
    zh="有看不见或不允许的字符 {code}",
    en="there is an invisible or forbidden character {code}",
    fix_zh="删去它再重新输入这一处；它多半是从网页或 Word 粘贴来的",
    fix_en="delete it and type this place again; it most likely came from a web page or Word",
)
