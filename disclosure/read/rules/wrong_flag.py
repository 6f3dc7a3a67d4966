"""是与否只写 true 或 false。

Yes and no are written true and false.

PASS site.yaml
    sample: true

FAIL site.yaml 1:9
    sample: yes
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-flag",
    zh="“{value}”既不是 true 也不是 false",
    en="“{value}” is neither true nor false",
    fix_zh="写 true 或 false",
    fix_en="write true or false",
)
