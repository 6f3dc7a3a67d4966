"""转向的旧网址上不能还有网页，新网址上要有网页。

Nothing stands any more at the old address of a redirect, and a page stands at its new one.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="redirect-end",
    zh="转向“{path}”{what_zh}",
    en="the redirect of “{path}” {what}",
    fix_zh="改正地址，或删去这一条",
    fix_en="correct the address, or remove the entry",
)
