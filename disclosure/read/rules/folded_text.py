"""不用 | 时，只有在西文单词之间才可以换行。

Without |, a value may run over lines only between Latin words.

PASS plans/demo/items/01.yaml
    goal:
      zh: 目标
      en: one line
        and another

FAIL plans/demo/items/01.yaml 3:5
    goal:
      zh: 第一行
        第二行
"""

from ...ground.problems import Rule

RULE = Rule(
    id="folded-text",
    zh="换行落在汉字或全角标点旁边，或者下一行以“-”开头，拼接后文字会改变",
    en="a line break beside a Chinese character, or before a line that begins with “-”, would change the text when the lines are joined",
    fix_zh="写在一行里，或者在键后面写 | 再另起一行",
    fix_en="keep the text on one line, or write | after the key and begin on the next line",
)
