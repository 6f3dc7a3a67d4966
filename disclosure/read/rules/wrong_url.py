"""网址要完整，佐证材料的网址用 https。

Addresses are complete; those of evidence use https.

PASS site.yaml
    base_url: https://example.org

FAIL site.yaml 1:11
    base_url: example.org/
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-url",
    zh="“{value}”不是这里可用的网址",
    en="“{value}” is not a web address that can stand here",
    fix_zh="写完整的网址，以 https:// 开头，末尾不带斜杠",
    fix_en="write the whole address beginning with https://, without a trailing slash",
)
