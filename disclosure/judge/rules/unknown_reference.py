"""链接和字段里提到的条目、指标、章节、公告、名词、文件都要存在。

Items, indicators, sections, notices, terms and files that links and fields name must exist.

PASS plans/demo/indicators/dust.yaml
    items: ["01"]

FAIL plans/demo/indicators/dust.yaml 1:9
    items: ["09"]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ...ground.problems import Problem, Rule
from ...plan.registry import Registry
from ...read.markdown import headings_of
from ...read.schema import near
from ..references import references_of
from ..rows import ItemRow

RULE = Rule(
    id="unknown-reference",
    zh="没有{kind_zh}“{id}”{near_zh}",
    en="there is no {kind} “{id}”{near_en}",
    fix_zh="改正标识；方案以外的地方要写成 方案/标识",
    fix_en="correct the id; outside a plan write PLAN/ID",
)


def check(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    directory = _directory(registry, rows)
    broken = _unread_items(registry, rows)
    references = chain(references_of(registry), *(row.references for row in rows))
    for reference in references:
        if reference.kind in registry.unread:
            continue
        if (
            reference.kind in ("item", "measure")
            and (reference.plan, reference.id.partition("/")[0]) in broken
        ):
            continue
        known = directory.get((reference.kind, reference.plan), frozenset())
        name = f"{reference.id}#{reference.part}" if reference.part else reference.id
        if name not in known:
            facts = {"kind": reference.kind, "kind_zh": _KINDS[reference.kind], "id": name}
            yield RULE.at(reference.anchor, **facts, **near(name, known))


_KINDS = {
    "item": "条目", "measure": "措施", "indicator": "指标", "section": "章节", "notice": "公告", "unit": "单位",
    "term": "名词", "file": "文件",
}  # fmt: skip


def _unread_items(registry: Registry, rows: Sequence[ItemRow]) -> set[tuple[str, str]]:
    """Items whose files have errors of their own: what points at them is not judged."""
    read = {row.file for row in rows}
    files = ((folder.id, file) for folder in registry.plans for file in folder.item_files if file not in read)
    return {(plan, file.rpartition("/")[2].removesuffix(".yaml")) for plan, file in files}


def _directory(registry: Registry, rows: Sequence[ItemRow]) -> dict[tuple[str, str], frozenset[str]]:
    """The names that can be referred to, by kind and plan."""
    found: dict[tuple[str, str], frozenset[str]] = {
        ("unit", ""): frozenset(registry.units),
        ("term", ""): frozenset(registry.terms),
        ("notice", ""): frozenset(n.id for n in registry.notices),
        ("file", ""): frozenset(registry.attachments),
    }
    for folder in registry.plans:
        own = [row for row in rows if row.plan == folder.id]
        found["item", folder.id] = frozenset(chain.from_iterable(_with_parts(r.id, r.anchors) for r in own))
        measures = (
            f"{r.id}/{a.removeprefix('measure-')}" for r in own for a in r.anchors if a.startswith("measure-")
        )
        found["measure", folder.id] = frozenset(measures)
        found["indicator", folder.id] = frozenset(i.id for i in folder.indicators)
        sections = ((s.id, [a for _, _, a in headings_of(s.body.zh) if a]) for s in folder.sections)
        found["section", folder.id] = frozenset(chain.from_iterable(_with_parts(i, a) for i, a in sections))
    return found


def _with_parts(ident: str, anchors: Iterable[str]) -> Iterator[str]:
    yield ident
    yield from (f"{ident}#{anchor}" for anchor in anchors)
