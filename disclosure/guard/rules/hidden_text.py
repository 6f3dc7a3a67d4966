"""不留隐藏文字的痕迹：display:none、字号为零、移出画面，附件里的隐藏文字和工作表。

No traces of hidden text: display:none, a size of zero, text moved off the page; no hidden text or sheets in attachments.

PASS plans/demo/items/01.yaml
    goal:
      zh: 消除直排。

FAIL plans/demo/items/01.yaml 2:24
    goal:
      zh: 消除直排<span style="display:none">。</span>
"""

from ...ground.problems import Rule

RULE = Rule(
    id="hidden-text",
    zh="这里有隐藏文字的痕迹“{found}”",
    en="there is a trace of hidden text “{found}” here",
    fix_zh="核对它藏着什么，删去",
    fix_en="see what it hides, and remove it",
)
