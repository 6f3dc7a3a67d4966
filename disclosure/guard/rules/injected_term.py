"""内容里没有赌博、色情、私彩的词语；它们多半是被人植入的。“彩票公益金”这样的正当用语不算。

No gambling, pornography or lottery terms, which are mostly injected by others. Honest ones such as those of lottery funds for public welfare do not count.

PASS plans/demo/items/01.yaml
    goal:
      zh: 使用彩票公益金支持治理。

FAIL plans/demo/items/01.yaml 2:7
    goal:
      zh: 时时彩走势图。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="injected-term",
    zh="这里有赌博、色情或私彩词语“{found}”",
    en="there is a gambling, pornography or lottery term “{found}” here",
    fix_zh="多半是抓取网页时带进来的：整行删去，并检查文件的其他部分",
    fix_en="it was most likely carried in from a web page: remove the whole line, and look at the rest of the file",
)
