"""content/ 里的每个文件都要有用处：不认识的文件不会被悄悄忽略。说明文件 README.md 和隐藏文件除外。

Every file in content/ has a purpose: an unknown one is not ignored in silence. READMEs and hidden
files are no content.

PASS files/a.txt
    佐证

FAIL plans/demo/item/01.yaml 1:1
    id: "01"
"""

from ...ground.problems import Rule

RULE = Rule(
    id="stray-file",
    zh="不知道这个文件是做什么的",
    en="it is not known what this file is for",
    fix_zh="移到正确的文件夹、改正文件名，或者移出 content/",
    fix_en="move it to the right folder, correct its name, or take it out of content/",
)
