"""The places of a page that an editor's Markdown stands on: which there are, and which are taken.

A page has the headings of its texts, the fragments of its records, and what its template names. Whether a
link or a heading agrees with them is a rule (`rules/unknown_anchor.py`, `rules/taken_anchor.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ground.problems import Anchor
from ..plan.model import Item
from ..plan.registry import PlanFolder, Registry
from ..plan.site_model import Document
from ..plan.text import LANGUAGES, Lang, Text
from ..read.documents import BODY
from ..read.markdown import headings_of
from .rows import anchors_of

_LAYOUT = frozenset({"main", "footer-pages", "live", "more", "differences"})
# The ids that templates give, by the kind of page; a test holds the lists to the templates.
OF_TEMPLATES: dict[str, frozenset[str]] = {
    "free": _LAYOUT,
    "notice": _LAYOUT | {"about"},
    "plan": _LAYOUT | {"catalogue", "contents", "annex"},
    "item": _LAYOUT | {
        "finding", "goal", "dates", "measures", "timeline", "glance", "why", "indicators", "notices",
        "report",
    },
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class PageTexts:
    """The Markdown texts of a page in one language. `kind` is a key of OF_TEMPLATES; `places` are the
    fragments of its records or sections."""

    kind: str
    texts: tuple[tuple[str, Anchor], ...]
    places: frozenset[str] = frozenset()

    @property
    def headings(self) -> Iterator[tuple[str, Anchor]]:
        """The anchors of headings, in order, each with its place."""
        for text, anchor in self.texts:
            for line, _, name in headings_of(text) if "{#" in text else ():
                if name:
                    yield name, anchor.inside(line, 1)

    @property
    def known(self) -> frozenset[str]:
        """All anchors that a link on the page can lead to."""
        return OF_TEMPLATES[self.kind] | self.places | {name for name, _ in self.headings}


def pages_of_item(item: Item) -> Iterator[PageTexts]:
    """The item's page in both languages; nothing where no text names a place."""
    if not any("#" in words for update in item.updates for words in (update.text.zh, update.text.en or "")):
        return
    texts = [(u.text, item.anchor.at("updates", n, "text")) for n, u in enumerate(item.updates)]
    for lang in LANGUAGES:
        own = tuple(_in_language(text, anchor, lang) for text, anchor in texts)
        yield PageTexts(kind="item", texts=own, places=frozenset(anchors_of(item)))


def pages_of(registry: Registry) -> Iterator[PageTexts]:
    """The pages of plans, notices and free pages, in both languages."""
    for folder in registry.plans:
        yield from _plan_pages(folder)
    for notice in registry.notices:
        yield from _document_pages("notice", [notice.document])
    for page in registry.pages:
        yield from _document_pages("free", [page])


def _plan_pages(folder: PlanFolder) -> Iterator[PageTexts]:
    return _document_pages("plan", folder.sections, frozenset(s.id for s in folder.sections))


def _document_pages(
    kind: str, documents: Iterable[Document], places: frozenset[str] = frozenset()
) -> Iterator[PageTexts]:
    documents = list(documents)
    for lang in LANGUAGES:
        texts = tuple(_body(document, lang) for document in documents)
        yield PageTexts(kind=kind, texts=texts, places=places)


def _body(document: Document, lang: Lang) -> tuple[str, Anchor]:
    """What stands on the page of a language: the Chinese where there is no other."""
    if lang == "en" and document.body.en is not None and document.home_en is not None:
        return document.body.en, document.home_en.anchor.at(BODY)
    return document.body.zh, document.home.anchor.at(BODY)


def _in_language(text: Text, anchor: Anchor, lang: Lang) -> tuple[str, Anchor]:
    if lang == "en" and text.en is not None:
        return text.en, anchor.at("en")
    return text.zh, anchor.at("zh")
