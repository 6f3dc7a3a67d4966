"""链接和字段里提到的条目、指标、章节、公告、名词、文件都要存在。

Items, indicators, sections, notices, terms and files that links and fields name must exist.

PASS plans/demo/indicators/dust.yaml
    items: ["01"]

FAIL plans/demo/indicators/dust.yaml 1:9
    items: ["09"]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from ...ground.problems import Problem, Rule
from ...plan.model import Item
from ...plan.registry import PlanFolder, Registry
from ...read.markdown import headings_of
from ...read.schema import near
from ..note_names import is_note, may_be_named
from ..references import Reference, references_in, references_of
from ..rows import ItemRow

RULE = Rule(
    id="unknown-reference",
    zh="没有{kind_zh}“{id}”{near_zh}",
    en="there is no {kind} “{id}”{near_en}",
    fix_zh="改正标识；方案以外的地方要写成 方案/标识",
    fix_en="correct the id; outside a plan write PLAN/ID",
)
_KINDS = {
    "plan": "方案", "item": "条目", "measure": "措施", "indicator": "指标", "section": "章节", "notice": "公告",
    "unit": "单位", "term": "名词", "file": "文件", "record": "记录",
}  # fmt: skip
# What only the rows of all items can tell.
_IN_LISTS = frozenset({"item", "measure", "record"})
Names = Mapping[tuple[str, str], frozenset[str]]


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    """What an item points at outside the lists."""
    return _judge(references_in(item), registry)


def check_shared(registry: Registry) -> Iterator[Problem]:
    """What everything else points at outside the lists."""
    return _judge(references_of(registry), registry)


def check_whole(registry: Registry, rows: Sequence[ItemRow]) -> Iterator[Problem]:
    """What points at an item or a measure. Of items whose files have errors nothing is said."""
    names = _listed(registry, rows)
    broken = _unread_items(registry, rows)
    for reference in chain(references_of(registry), *(row.references for row in rows)):
        if reference.kind not in _IN_LISTS or not _has_good_plan(reference, registry):
            continue
        if is_note(reference) and may_be_named(reference, registry):
            continue
        if (reference.plan, reference.id.partition("/")[0]) not in broken:
            yield from _missing(reference, names.get((reference.kind, reference.plan), frozenset()))


def _judge(references: Iterable[Reference], registry: Registry) -> Iterator[Problem]:
    for reference in references:
        if reference.kind in registry.unread:
            continue
        if not _has_good_plan(reference, registry):
            plans = frozenset(folder.id for folder in registry.plans)
            yield _problem(reference, "plan", reference.plan, plans)
        elif is_note(reference) and may_be_named(reference, registry):
            continue
        elif reference.kind not in _IN_LISTS and not _exists(reference, registry):
            yield from _missing(reference, _known(reference, registry))


def _has_good_plan(reference: Reference, registry: Registry) -> bool:
    """Whether the plan that a reference names exists; it need not name one."""
    return not reference.plan or any(folder.id == reference.plan for folder in registry.plans)


def _missing(reference: Reference, known: frozenset[str]) -> Iterator[Problem]:
    name = f"{reference.id}#{reference.part}" if reference.part else reference.id
    if name not in known:
        yield _problem(reference, reference.kind, name, known)


def _problem(reference: Reference, kind: str, name: str, known: frozenset[str]) -> Problem:
    facts = {"kind": kind, "kind_zh": _KINDS[kind], "id": name}
    return RULE.at(reference.anchor, **facts, **near(name, known))


def _exists(reference: Reference, registry: Registry) -> bool:
    """Whether the commonest kinds of targets exist, without listing all of the kind."""
    found = {"unit": registry.units, "term": registry.terms, "file": registry.attachments}
    return not reference.part and reference.id in found.get(reference.kind, ())


def _known(reference: Reference, registry: Registry) -> frozenset[str]:
    """The names of the reference's kind that there are, in its plan where it has one."""
    kind = reference.kind
    beside: dict[str, Iterable[str]] = {
        "plan": (folder.id for folder in registry.plans),
        "unit": registry.units,
        "term": registry.terms,
        "notice": (n.id for n in registry.notices),
        "file": registry.attachments,
    }
    if kind in beside:
        return frozenset(beside[kind])
    if not reference.plan:
        return frozenset()
    folder = registry.plan_folder(reference.plan)
    return frozenset(_sections(folder) if kind == "section" else (i.id for i in folder.indicators))


def _sections(folder: PlanFolder) -> Iterator[str]:
    for section in folder.sections:
        yield from _with_parts(section.id, _anchors(section.body.zh))


@lru_cache(maxsize=256)
def _anchors(text: str) -> tuple[str, ...]:
    return tuple(anchor for _, _, anchor in headings_of(text) if anchor)


def _unread_items(registry: Registry, rows: Sequence[ItemRow]) -> set[tuple[str, str]]:
    """Items whose files have errors of their own: what points at them is not judged."""
    read = {row.file for row in rows}
    files = ((folder.id, file) for folder in registry.plans for file in folder.item_files if file not in read)
    return {(plan, file.rpartition("/")[2].removesuffix(".yaml")) for plan, file in files}


def _listed(registry: Registry, rows: Sequence[ItemRow]) -> Names:
    """The items and measures of each plan, with the records that can be pointed at."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for folder in registry.plans:
        own = [row for row in rows if row.plan == folder.id]
        items = chain.from_iterable(_with_parts(r.id, (*r.anchors, *r.later_anchors)) for r in own)
        measures = (
            f"{r.id}/{a.removeprefix('measure-')}" for r in own for a in r.anchors if a.startswith("measure-")
        )
        found["item", folder.id] = frozenset(items)
        found["measure", folder.id] = frozenset(measures)
        records = (_record_name(r.id, a) for r in own for a in (*r.anchors, *r.later_anchors))
        found["record", folder.id] = frozenset(records)
    return found


def _record_name(item: str, anchor: str) -> str:
    """How a change note names a record: `02/update/2018-09` for the anchor `update-2018-09`."""
    kind, _, ident = anchor.partition("-")
    return f"{item}/{kind}/{ident}"


def _with_parts(ident: str, anchors: Iterable[str]) -> Iterator[str]:
    yield ident
    yield from (f"{ident}#{anchor}" for anchor in anchors)
