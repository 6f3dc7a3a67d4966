"""外部链接的域名宜在 site.yaml 的 links.allow 里登记；本站和 gov.cn 的不必。

Hosts that are linked to are best listed in links.allow of site.yaml; our own and those of gov.cn need not be.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    详见[公报](https://www.shifan.gov.cn/a/)。

FAIL plans/demo/text/01-aims.zh.md 4:8
    ---
    title: 题
    ---
    详见[公报](https://news.example.com/a/)。
"""

from ...ground.problems import Rule, Severity

RULE = Rule(
    id="unlisted-link",
    zh="外部链接“{host}”没有登记",
    en="the host “{host}” is not on the list of those that may be linked to",
    fix_zh="核对网址；可信的，在 site.yaml 的 links.allow 里登记",
    fix_en="check the address; list a trusted host in links.allow of site.yaml",
    severity=Severity.WARNING,
)
