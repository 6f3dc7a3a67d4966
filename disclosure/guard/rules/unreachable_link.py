"""外部链接要打得开；只在 check --links 时试。

Links that lead elsewhere can be opened; tried by check --links alone.
"""

from ...ground.problems import Rule, Severity

RULE = Rule(
    id="unreachable-link",
    zh="打不开 {url}（{why}）",
    en="{url} cannot be reached ({why})",
    fix_zh="核对网址；原页面已撤下的，换成存档网址，或删去链接",
    fix_en="check the address; where the page is gone, link to an archived copy or remove the link",
    severity=Severity.WARNING,
)
