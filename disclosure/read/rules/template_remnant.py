"""形如 {{ 标题 }} 的文字会按原样显示。

Text such as {{ title }} is shown as typed.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    正文

FAIL plans/demo/text/01-aims.zh.md 4:3
    ---
    title: 题
    ---
    关于{{ 标题 }}
"""

from ...ground.problems import Rule, Severity

RULE = Rule(
    id="template-remnant",
    zh="“{found}”像是没有填好的模板，将按原样显示",
    en="“{found}” looks like an unfilled template and will be shown as typed",
    fix_zh="填上内容或删去",
    fix_en="fill it in or remove it",
    severity=Severity.WARNING,
)
