"""登记过的网址要一直能用：网页没有了，要有撤回登记或转向。

A registered address goes on working: where the page is gone there is a tombstone or a redirect.
"""

from ...ground.problems import Rule

RULE = Rule(
    id="vanished-address",
    zh="公布过的网址“{address}”现在没有了",
    en="the address “{address}” was published and leads nowhere now",
    fix_zh="恢复网页；撤回的在 tombstones.yaml 里登记，搬走的在 redirects.yaml 里写新地址",
    fix_en="restore the page; register what is withdrawn in tombstones.yaml, what moved in redirects.yaml",
)
