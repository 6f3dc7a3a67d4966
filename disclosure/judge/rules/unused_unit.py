"""登记了的单位要用得上：没有一处提到的，多半是写错了标识。

A registered body is used: one that is named nowhere was most likely misspelt elsewhere.

PASS units.yaml
    bureau:
      name:
        zh: 局
      kind: bureau

FAIL units.yaml 5:1
    bureau:
      name:
        zh: 局
      kind: bureau
    idle:
      name:
        zh: 闲置办
      kind: bureau
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ground.problems import Problem, Rule, Severity
from ...plan.registry import Registry
from ..references import references_of
from ..rows import ItemRow

RULE = Rule(
    id="unused-unit",
    zh="单位“{unit}”没有一处用到",
    en="the unit “{unit}” is used nowhere",
    fix_zh="核对别处的标识；确实不用的，删去",
    fix_en="check the ids elsewhere; remove one that is not needed",
    severity=Severity.WARNING,
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    """Only where every item could be read: else its own file may name the unit."""
    listed = sum(len(folder.item_files) for folder in registry.plans)
    if len(rows) < listed or registry.unread:
        return
    used = {registry.site.sponsor, registry.site.operator or ""}
    used |= {unit.parent or "" for unit in registry.units.values()}
    used |= {issuer for folder in registry.plans for issuer in folder.plan.issuers}
    used |= {unit for notice in registry.notices for unit in notice.head.units}
    used |= {tombstone.approved_by for tombstone in registry.tombstones}
    for row in rows:
        used |= row.units
        used |= {r.id for r in row.references if r.kind == "unit"}
    used |= {r.id for r in references_of(registry) if r.kind == "unit"}
    for unit in registry.units.values():
        if unit.id not in used and unit.kind != "area":
            yield RULE.at(unit.home.anchor.at(unit.id, on_key=True), unit=unit.id)
