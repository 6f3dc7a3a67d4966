"""附件要有网页链接到它：没有链接的，读者看不到，却已经公开。

An attachment is linked to: without a link nobody sees it, and yet it is public.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ground.problems import Anchor, Problem, Rule, Severity
from ...plan.registry import Registry
from ..references import references_of
from ..rows import ItemRow

RULE = Rule(
    id="unused-attachment",
    zh="附件没有一处链接到它",
    en="nothing links to the attachment",
    fix_zh="在 evidence 或正文里引用它；不该公开的，移出 content/files/",
    fix_en="refer to it in evidence or a text; take what is not to be public out of content/files/",
    severity=Severity.WARNING,
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    """Only where every item could be read."""
    if len(rows) < sum(len(folder.item_files) for folder in registry.plans):
        return
    used = {r.id for r in references_of(registry) if r.kind == "file"}
    used |= {folder.plan.original.file or "" for folder in registry.plans if folder.plan.original}
    for row in rows:
        used |= {*row.attachments}
        used |= {r.id for r in row.references if r.kind == "file"}
    for name in registry.attachments:
        if name not in used:
            yield RULE.at(Anchor(file=f"files/{name}"))
