"""时区用 IANA 名称。

Time zones have their IANA names.

PASS site.yaml
    time_zone: Asia/Shanghai

FAIL site.yaml 1:12
    time_zone: Beijing
"""

from ...ground.problems import Rule

RULE = Rule(
    id="wrong-zone",
    zh="没有“{value}”这个时区",
    en="there is no time zone “{value}”",
    fix_zh="用 IANA 时区名，例如 Asia/Shanghai",
    fix_en="use a name of the IANA list, such as Asia/Shanghai",
)
