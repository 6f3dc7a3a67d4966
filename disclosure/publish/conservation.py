"""Text conservation: whatever an editor wrote is in what was rendered, letter by letter, or is an error.

A text that stands in the page as it was typed is found at once; only where marks came between its letters
are tags taken off, and letters and digits compared alone. Marks of Markdown are no letters, and neither is
what a link leads to. Nothing is judged but whether it is there.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from markupsafe import escape

from ..ground.problems import Anchor, Problem
from ..plan.model import Item
from ..plan.registry import Registry
from ..plan.site_model import Document
from ..plan.text import LANGUAGES, Lang, Text
from ..show import urls
from .rules import lost_text

_TAG = re.compile(r"<[^>]*>")
_OTHER = re.compile(r"[\W_]+")
_TARGET = re.compile(
    r"(?<=\])\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_WIKI = re.compile(r"\[\[[a-z]+:[^\[\]|\n]+?(?:\\?\|(?P<words>[^\[\]|]+))?\]\]")
_BRACE = re.compile(r"\s*\{#[a-z0-9-]+\}\s*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
_NUMBER = re.compile(r"^(\s*(?:>\s*)*)[0-9]+\.(?=\s)", re.MULTILINE)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_MARKS = re.compile(r"[\n|\[\]*_`\\~]+")
LONGEST_SHOWN = 24


class Shown:
    """What a file shows: as it is, and its letters alone, made when they are first wanted."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters: str | None = None

    def has(self, typed: str) -> bool:
        """Whether a text without marks is there."""
        return self._stands(typed) or letters(typed) in self.letters

    def first_lost(self, markdown: str) -> str | None:
        """The first piece of a Markdown text that is not there; None where all of it is."""
        if self._stands(markdown.strip("\n")):
            return None
        pieces = (piece.strip(" ->#!:") for piece in _MARKS.split(unmarked(markdown)))
        return next((piece for piece in pieces if piece and not self.has(piece)), None)

    def _stands(self, typed: str) -> bool:
        """Whether it is there as it was typed: in a field, or in prose, where quotation marks stay."""
        plain = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return plain in self._text or str(escape(typed)) in self._text

    @property
    def letters(self) -> str:
        if self._letters is None:
            self._letters = letters(html.unescape(_TAG.sub("", self._text)))
        return self._letters


def letters(text: str) -> str:
    """The letters and digits of a text, and nothing else."""
    return _OTHER.sub("", text)


def unmarked(markdown: str) -> str:
    """A Markdown text without what is not shown: targets of links, anchors, numbers of lists."""
    text = _WIKI.sub(lambda m: m["words"] or "|", markdown)
    text = _FENCE.sub("", _BRACE.sub("", text))
    return _NUMBER.sub(r"\1", _TARGET.sub("", _FOOTNOTE.sub("", text)))


# Fields of one language that are published as they were typed.
_AS_TYPED = frozenset(
    {"source_number", "batch", "number", "document", "document_number", "index_number", "phone"}
)


def texts_of(record: object) -> Iterator[Text]:
    """Every text of a record and of the records in it, whatever its fields are called."""
    if isinstance(record, Text):
        yield record
    elif isinstance(record, tuple):
        for entry in record:
            yield from texts_of(entry)
    elif is_dataclass(record) and not isinstance(record, type):
        for field in fields(record):
            value = getattr(record, field.name)
            if isinstance(value, str) and field.name in _AS_TYPED:
                yield Text(zh=value)
            elif field.name not in ("home", "home_en"):
                yield from texts_of(value)


def check_item(item: Item, pages: Mapping[str, bytes], records: Iterable[str]) -> Iterator[Problem]:
    """What of an item is missing from its pages, which are given by their paths, and from its published
    records (lines of JSON)."""
    marked = {update.text for update in item.updates}
    texts = tuple(texts_of(item))
    for lang in LANGUAGES:
        page = urls.page_path(lang, urls.item_tail(item.plan, item.id))
        shown = Shown(pages[page].decode())
        for text in texts:
            typed = text.in_(lang)
            lost: str | None = None
            if text in marked:
                lost = shown.first_lost(typed)
            elif not shown.has(typed):
                lost = typed
            if lost is not None:
                yield _lost(item.home.file, lost, page)
    published = "\n".join(records)
    for text in texts:
        for version in (text.zh, text.en):
            if version is not None and json.dumps(version, ensure_ascii=False) not in published:
                yield _lost(item.home.file, version, "data/")


def _lost(file: str, text: str, page: str) -> Problem:
    return lost_text.RULE.at(Anchor(file=file), text=" ".join(text.split())[:LONGEST_SHOWN], page=page)


def check_documents(folder: Path, registry: Registry) -> Iterator[Problem]:
    """What of everything but items is missing from the staged pages."""
    for plan in registry.plans:
        yield from _check_all(folder, urls.plan_tail(plan.id), plan.sections)
        yield from _check_texts(folder, urls.plan_tail(plan.id), texts_of(plan.plan), plan.plan.home.file)
        for one in plan.indicators:
            yield from _check_texts(
                folder, urls.indicator_tail(plan.id, one.id), texts_of(one), one.home.file
            )
    for unit in registry.units.values():
        yield from _check_texts(folder, urls.unit_tail(unit.id), texts_of(unit), unit.home.file)
    terms = (text for term in registry.terms.values() for text in texts_of(term))
    yield from _check_texts(folder, urls.METHOD, terms, "glossary.yaml")
    site = registry.site
    channels = (Text(zh=channel.value) for channel in site.channels)
    told = (site.name, *texts_of(site.channels), *channels)
    yield from _check_texts(folder, urls.METHOD, told, site.home.file)
    for notice in registry.notices:
        yield from _check_all(folder, urls.notice_tail(notice.id), [notice.document])
    for page in registry.pages:
        yield from _check_all(folder, urls.page_tail(page.id), [page])


def _pages(folder: Path, tail: str) -> Iterator[tuple[Lang, str, Shown]]:
    """The page of an address in each language, with its path; what was not made is left out."""
    for lang in LANGUAGES:
        path = urls.page_path(lang, tail)
        if (folder / path).is_file():
            yield lang, path, Shown((folder / path).read_text("utf-8"))


def _check_texts(folder: Path, tail: str, texts: Iterable[Text], file: str) -> Iterator[Problem]:
    texts = tuple(texts)
    for lang, path, shown in _pages(folder, tail):
        yield from (_lost(file, t.in_(lang), path) for t in texts if not shown.has(t.in_(lang)))


def _check_all(folder: Path, tail: str, documents: Iterable[Document]) -> Iterator[Problem]:
    documents = tuple(documents)
    for lang, path, shown in _pages(folder, tail):
        for document in documents:
            lost = shown.first_lost(document.body.in_(lang))
            title = document.title.in_(lang)
            lost = lost if lost is not None or shown.has(title) else title
            if lost is not None:
                yield _lost(document.home.file, lost, path)
