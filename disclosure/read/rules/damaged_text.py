"""形如 ?#20013; 的串是转码时损坏的文字。

A run such as ?#20013; is text damaged in conversion.

PASS plans/demo/items/01.yaml
    source_number: 一

FAIL plans/demo/items/01.yaml 1:17
    source_number: 持?#20013;?
"""

from ...ground.problems import Rule

RULE = Rule(
    id="damaged-text",
    zh="这里有乱码“{found}”",
    en="there is damaged text “{found}” here",
    fix_zh="对照原件补上丢失的字",
    fix_en="restore the lost characters from the original",
)
