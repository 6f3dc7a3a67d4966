"""网页里的站内链接都要有目标。

Every link inside the site leads to a page or file of the site.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="dead-link",
    zh="网页 {page} 的链接“{link}”没有目标",
    en="{page} links to “{link}”, which is not on the site",
    fix_zh="改正或删去这个链接；若来自模板，改模板",
    fix_en="correct or remove the link; where a template makes it, mend the template",
)
