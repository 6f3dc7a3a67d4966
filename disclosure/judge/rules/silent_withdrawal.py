"""公开过的网页和记录不能悄悄消失：撤回的要在 tombstones.yaml 里登记，搬走的要在 redirects.yaml 里写明。

What was published does not vanish: what is withdrawn leaves a tombstone, what moves a redirect.

WAS plans/demo/items/02.yaml
    id: "02"
    source_number: 二
    category: water
    title:
      zh: 甲
    finding:
      zh: 甲
    lead: [bureau]
    deadline: 2018年底前
    goal:
      zh: 甲
    measures:
      - id: m1
        text:
          zh: 甲

PASS tombstones.yaml
    - path: plans/demo/items/02/
      date: 2018-07-01
      reason:
        zh: 与第1项重复。
      approved_by: bureau

WITH plans/demo/items/02.yaml
    (deleted)

FAIL plans/demo/items/02.yaml 1:1
    (deleted)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...ground.problems import Problem, Rule
from ...plan.history import RECORD, Revision
from ...plan.registry import Registry
from ..ledger import Ledger
from ..notes import page_of
from ..places import place_of

RULE = Rule(
    id="silent-withdrawal",
    zh="{address} 公开过，现在没有了",
    en="{address} was published and is gone",
    fix_zh="恢复它；确要撤回的，在 tombstones.yaml 里写明日期、理由、批准单位；搬走的，在 redirects.yaml 里写新地址",
    fix_en="restore it; to withdraw it, give day, reason and who approved in tombstones.yaml; if it moved, write its new address in redirects.yaml",
)
_RECORD = re.compile(r"(?:measure|update|extension|supervision)/[^/]+\Z")
_HEADING = re.compile(r"\{#([a-z0-9-]+)\}")


def check(registry: Registry, ledger: Ledger) -> Iterator[Problem]:
    gone: dict[str, Revision] = {}
    for revision in (one.revision for one in ledger.judged):
        for address in _addresses(revision, revision.new):
            gone.pop(address, None)
        for address in _addresses(revision, revision.old):
            gone.setdefault(address, revision)
        for address in _addresses(revision, revision.new):
            gone.pop(address, None)
    covered = [t.path for t in registry.tombstones] + list(registry.redirects)
    alive = _headings(registry)
    for address, revision in gone.items():
        if address not in alive and not any(address.startswith(path) for path in covered):
            yield RULE.at(place_of(revision), address=address)


def _addresses(revision: Revision, value: object) -> Iterator[str]:
    """The addresses that a value of a field stands at: a page, a record on it, or headings of a text."""
    if value is None:
        return
    page, path = page_of(revision.plan, revision.object), revision.field
    if path == RECORD:
        yield page
    elif _RECORD.match(path) and revision.object.startswith("item/"):
        yield f"{page}#{path.replace('/', '-')}"
    elif path == "body" and isinstance(value, dict):
        yield from (f"plans/{revision.plan}/#{name}" for name in _HEADING.findall(str(value.get("zh", ""))))


def _headings(registry: Registry) -> frozenset[str]:
    """The addresses of all headings that the plans have now."""
    return frozenset(
        f"plans/{folder.id}/#{name}"
        for folder in registry.plans
        for section in folder.sections
        for name in _HEADING.findall(section.body.zh)
    )
