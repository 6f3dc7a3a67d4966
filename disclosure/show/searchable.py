"""What search knows of a page: its kind, name, number and units, and the parts of it that can be found
by themselves, such as the sections of a plan and the terms of the glossary.

Says nothing of how it is found (`publish/search.py`); the text of a page is taken when it has been
rendered (`visible.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .pages import PagePlan
from .visible import visible_text
from .voice import Link, Voice

# The kind of a page by its template; pages of further templates are free pages to search.
_KIND_OF: Mapping[str, str] = {
    **{name: name for name in ("item", "plan", "indicator", "notice", "unit")},
    **dict.fromkeys(
        (
            "items", "status", "deadlines", "extensions", "supervision", "closures", "indicators", "units",
            "notices", "sitemap", "print",
        ),
        "list",
    ),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Searchable:
    """A page, or a part of one. `kind` is one of `views.search.KINDS`, `address` the tail, with the anchor
    of a part; `path` is the file of the page; the rest is plain text. `note` is shown beside the title and
    `place` below it; `number` and `units` weigh more than `text`, which is None where it is the main part
    of the file."""

    kind: str
    address: str
    path: str
    title: str
    note: str = ""
    place: str = ""
    number: str = ""
    units: str = ""
    text: str | None = None


def searchables(page: PagePlan) -> Iterator[Searchable]:
    """The page itself, then its parts. A card for other sites stands for another page, and is none."""
    if page.facts.stands_for is not None:
        return
    voice, kind = page.voice, _KIND_OF.get(page.template, "page")
    note, number, units = _details(voice, kind, page.view)
    yield Searchable(
        kind=kind,
        address=voice.tail,
        path=page.path,
        title=voice.plain(page.facts.title),
        note=note,
        place=_place(page, kind),
        number=number,
        units=units,
    )
    yield from _parts(page)


def _place(page: PagePlan, kind: str) -> str:
    """The way to a page; of an item, its plan where there are several."""
    crumbs = [visible_text(crumb.words) for crumb in page.facts.crumbs]
    if kind != "item":
        return " / ".join(crumbs)
    return crumbs[0] if len(page.voice.registry.plans) > 1 else ""


def _details(voice: Voice, kind: str, view: Any) -> tuple[str, str, str]:
    """Note, number and units of a page."""
    words = voice.words
    if kind == "item":
        number = visible_text(view.number)
        note = f"{words.item.number} {number} · {words.state[view.state]}"
        units = (*view.leads, *view.support, view.supervisor, view.acceptor)
        return note, f"{view.id} {visible_text(view.printed_number)}", _names(units)
    if kind == "plan":
        numbers = (view.catalogue.document_number, view.catalogue.index_number)
        number = " ".join(visible_text(n) for n in numbers if n)
        return number, number, _names(view.catalogue.issuers)
    if kind == "indicator":
        return str(words.indicator_state[view.standing]), "", ""
    if kind == "notice":
        return visible_text(view.day), "", _names([view.publisher])
    if kind == "unit":
        return str(words.unit_kind[view.kind]), "", ""
    return "", "", ""


def _names(links: Iterable[Link | None]) -> str:
    return " ".join(visible_text(link.words) for link in links if link)


def _parts(page: PagePlan) -> Iterator[Searchable]:
    """The sections of a plan, the terms of the glossary."""
    tail, title = page.voice.tail, page.voice.plain(page.facts.title)
    if page.template == "plan":
        for section in page.view.sections:
            yield Searchable(
                kind="plan",
                address=f"{tail}#{section.id}",
                path=page.path,
                title=visible_text(section.title),
                place=title,
                text=visible_text(f"<h2>{section.title}</h2>{section.html}"),
            )
    if page.template == "method":
        for term in page.view.terms:
            yield Searchable(
                kind="term",
                address=f"{tail}#term-{term.id}",
                path=page.path,
                title=visible_text(term.term),
                note=term.other,
                place=title,
                text=visible_text(f"<dt>{term.term}</dt><dt>{term.other}</dt><dd>{term.definition}</dd>"),
            )
