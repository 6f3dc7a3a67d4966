"""缩进以及冒号后面只用普通空格；全角空格（U+3000）和不换行空格（U+00A0）会变成值或键的一部分。

Indentation and the gap after a colon are plain spaces; U+3000 and U+00A0 would become part of the
value or key.

PASS plans/demo/items/01.yaml
    source_number: 一

FAIL plans/demo/items/01.yaml 1:16
    source_number: \u3000一
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wide-space",
    zh="这里用了全角空格或不换行空格当作 YAML 的空格",
    en="a full-width or no-break space stands where YAML wants a plain space",
    fix_zh="改成普通空格",
    fix_en="replace it with a plain space",
)
