"""网页代码不会生效，按原样显示；多半是从网页上带来的残余。

Markup of web pages has no effect and is shown as typed; it is mostly a remnant of a page.

PASS plans/demo/items/01.yaml
    goal:
      zh: 消除直排。

FAIL plans/demo/items/01.yaml 2:12
    goal:
      zh: 消除直排。<br />
"""

from ...ground.problems import Rule, Severity

RULE = Rule(
    id="markup-remnant",
    zh="“{found}”是网页代码的残余，将按原样显示",
    en="“{found}” is a remnant of a web page and will be shown as typed",
    fix_zh="删去；要换行、加粗的，用 Markdown 写",
    fix_en="remove it; use Markdown for line breaks and emphasis",
    severity=Severity.WARNING,
)
