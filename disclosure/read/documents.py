"""Markdown files in two languages become documents: plan sections, notices and free pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..ground.outcome import Outcome
from ..ground.problems import Anchor, Problem
from ..plan.model import Home
from ..plan.site_model import Document, Notice, NoticeHead, TitleHead
from ..plan.text import Text
from .characters import decode_text
from .front_matter import split_front_matter
from .layout import SourceFile
from .markdown import check_markdown
from .rules import empty_value, front_matter, twin_missing
from .schema import decode
from .yaml import parse_yaml

H = TypeVar("H", NoticeHead, TitleHead)
BODY = "@body"


def read_documents(sources: Iterable[SourceFile], plan: str | None) -> Outcome[tuple[Document, ...]]:
    """The documents of a folder, in the order of their file names."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for chinese, english in _pairs(sources, problems):
        head, body = _read(TitleHead, chinese, plan, problems)
        head_en, body_en = _read(TitleHead, english, plan, problems) if english else (None, None)
        if head and body is not None:
            documents.append(_document(head, body, head_en, body_en, head.order))
    return Outcome(tuple(documents), tuple(problems))


def read_notices(sources: Iterable[SourceFile]) -> Outcome[tuple[Notice, ...]]:
    """The notices, newest first; on one day in the order of their file names."""
    notices: list[Notice] = []
    problems: list[Problem] = []
    for chinese, english in _pairs(sources, problems):
        head, body = _read(NoticeHead, chinese, None, problems)
        head_en, body_en = _read(TitleHead, english, None, problems) if english else (None, None)
        if head and body is not None:
            notices.append(Notice(head=head, document=_document(head, body, head_en, body_en, None)))
    notices.sort(key=lambda n: n.head.date, reverse=True)
    return Outcome(tuple(notices), tuple(problems))


def _document(
    head: NoticeHead | TitleHead, body: str, head_en: TitleHead | None, body_en: str | None, order: int | None
) -> Document:
    return Document(
        home=head.home,
        title=Text(zh=head.title, en=head_en.title if head_en else None),
        body=Text(zh=body, en=body_en),
        home_en=head_en.home if head_en else None,
        order=order,
    )


def _pairs(
    sources: Iterable[SourceFile], problems: list[Problem]
) -> list[tuple[SourceFile, SourceFile | None]]:
    """Each Chinese file with its English twin; an English file alone is reported."""
    files = {(s.id, s.lang): s for s in sources}
    for (stem, lang), source in files.items():
        if lang == "en" and (stem, "zh") not in files:
            name = source.address.removesuffix(".en.md") + ".zh.md"
            problems.append(twin_missing.RULE.at(Anchor(file=source.address), file=name))
    return [(s, files.get((stem, "en"))) for (stem, lang), s in files.items() if lang == "zh"]


def _read(
    kind: type[H], source: SourceFile, plan: str | None, problems: list[Problem]
) -> tuple[H | None, str | None]:
    """The head and the body of one file; None for what cannot be read."""
    anchor = Anchor(file=source.address)
    text = decode_text(source.path.read_bytes(), source.address)
    problems += text.problems
    if text.value is None:
        return None, None
    parts = split_front_matter(text.value)
    if not parts.is_closed:
        problems.append(front_matter.RULE.at(anchor))
        return None, None
    if not parts.body.strip():
        problems.append(empty_value.RULE.at(anchor.at(BODY)))
    problems += check_markdown(parts.body, anchor.at(BODY))
    parsed = parse_yaml(parts.yaml, source.address)
    problems += (_below_fence(p) for p in parsed.problems)
    if parsed.value is None:
        if not parsed.problems:  # nothing, or comments alone, between the fences
            problems.append(front_matter.RULE.at(anchor))
        return None, None
    head = decode(kind, parsed.value, Home(file=source.address, plan=plan, id=source.id))
    problems += head.problems
    return head.value, parts.body


def _below_fence(problem: Problem) -> Problem:
    """The problem one line further down: the head begins after its fence."""
    place = problem.anchor.position
    if place is None:  # pragma: no cover - the YAML walk places all it finds
        return problem
    return problem.placed(type(place)(line=place.line + 1, column=place.column))
