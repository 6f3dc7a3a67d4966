"""链接的域名不冒充别的域名：不夹西里尔字母，不用 gov.cn 作幌子，@ 前不带别的名字。

The host of a link does not pretend to be another: no Cyrillic letters, no gov.cn as a decoy, no name before an @.

PASS plans/demo/text/01-aims.zh.md
    ---
    title: 题
    ---
    详见[公报](https://www.shifan.gov.cn/a/)。

FAIL plans/demo/text/01-aims.zh.md 4:8
    ---
    title: 题
    ---
    详见[公报](https://www.shifan.gov.cn.top/a/)。
"""

from ...ground.problems import Rule

RULE = Rule(
    id="lookalike-host",
    zh="链接的域名“{host}”在冒充别的域名",
    en="the host “{host}” of the link pretends to be another",
    fix_zh="核对网址，从原网站的地址栏重新复制",
    fix_en="check the address, and copy it again from the site itself",
)
