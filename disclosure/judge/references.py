"""What records point at: `[[KIND:ID]]` links in Markdown, and fields that name other records.

Whether a target exists is a rule (`rules/unknown_reference.py`); here it is only gathered. A measure
is named through its item: `[[measure:02/m1]]`, or `[[measure:PLAN/02/m1]]` from outside its plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ground.problems import Anchor
from ..plan.model import Item
from ..plan.registry import PlanFolder, Registry
from ..plan.site_model import Document
from ..plan.text import Text
from ..read.documents import BODY
from ..read.markdown import links_of
from ..read.markdown_links import record_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """A pointer to a record. `plan` is empty where the kind stands outside plans, or where a link
    outside plans failed to name one; `part` is the fragment after `#`, empty without one."""

    kind: str
    plan: str
    id: str
    part: str
    anchor: Anchor


def references_in(item: Item) -> Iterator[Reference]:
    """What an item points at."""
    for number, update in enumerate(item.updates):
        yield from _in_text(update.text, item.anchor.at("updates", number, "text"), item.plan)


def references_of(registry: Registry) -> Iterator[Reference]:
    """What everything but the items points at."""
    for folder in registry.plans:
        for section in folder.sections:
            yield from _in_document(section, folder.id)
        yield from _of_indicators(folder)
    for notice in registry.notices:
        head = notice.head
        yield from _in_document(notice.document, "")
        yield from _plan_named(head.plan, head.home.anchor)
        if head.plan:
            yield from _named("item", head.plan, head.items, head.home.anchor.at("items"))
    for page in registry.pages:
        yield from _in_document(page, "")
    for change in registry.changes:
        anchor, plan = change.home.anchor, change.plan or ""
        yield from _plan_named(change.plan, anchor)
        yield from _named("item", plan, change.items, anchor.at("items"))
        yield from _named("indicator", plan, change.indicators, anchor.at("indicators"))
        yield from _named("notice", "", change.notices, anchor.at("notices"))
        yield from _named("section", plan, change.text, anchor.at("text"))
        yield from _named("record", plan, change.records, anchor.at("records"))


def _plan_named(plan: str | None, anchor: Anchor) -> Iterator[Reference]:
    if plan:
        yield Reference(kind="plan", plan="", id=plan, part="", anchor=anchor.at("plan"))


def _of_indicators(folder: PlanFolder) -> Iterator[Reference]:
    for indicator in folder.indicators:
        anchor = indicator.home.anchor
        yield from _named("item", folder.id, indicator.items, anchor.at("items"))
        if indicator.anchor:
            section, _, part = indicator.anchor.partition("#")
            at = anchor.at("anchor")
            yield Reference(kind="section", plan=folder.id, id=section, part=part, anchor=at)


def _named(kind: str, plan: str, ids: Iterable[str], anchor: Anchor) -> Iterator[Reference]:
    for number, ident in enumerate(ids):
        yield Reference(kind=kind, plan=plan, id=ident, part="", anchor=anchor.at(number))


def _in_document(document: Document, plan: str) -> Iterator[Reference]:
    yield from _in_markdown(document.body.zh, document.home.anchor.at(BODY), plan)
    if document.body.en is not None and document.home_en is not None:
        yield from _in_markdown(document.body.en, document.home_en.anchor.at(BODY), plan)


def _in_text(text: Text, anchor: Anchor, plan: str) -> Iterator[Reference]:
    yield from _in_markdown(text.zh, anchor.at("zh"), plan)
    if text.en is not None:
        yield from _in_markdown(text.en, anchor.at("en"), plan)


def _in_markdown(text: str, anchor: Anchor, plan: str) -> Iterator[Reference]:
    for link in links_of(text):
        if not link.is_good or link.kind == "web":
            continue
        place, ident = record_of(link.kind, link.target, plan)
        at = anchor.inside(link.line, link.column)
        yield Reference(kind=link.kind, plan=place, id=ident, part=link.part, anchor=at)
