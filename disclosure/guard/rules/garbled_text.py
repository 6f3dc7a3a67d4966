"""不留乱码：锟斤拷、被当作西文或 GBK 读出的字、繁体夹注音。

No garbled text: Chinese read as Latin letters or as GBK, traditional characters mixed with phonetic letters.

PASS plans/demo/items/01.yaml
    goal:
      zh: 消除直排。

FAIL plans/demo/items/01.yaml 2:9
    goal:
      zh: 消除锟斤拷直排。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="garbled-text",
    zh="这里有乱码“{found}”",
    en="there is garbled text “{found}” here",
    fix_zh="对照原件重新录入",
    fix_en="type it again from the original",
)
