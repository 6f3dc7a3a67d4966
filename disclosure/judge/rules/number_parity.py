"""中文和英文里的数字、日期、百分数、计量单位、“以上”“以下”要一致：11万就是 110,000，亩仍译作 mu。

Figures, dates, percentages, units and “at least” or “at most” agree in both languages; mu stays mu.

PASS plans/demo/items/01.yaml
    goal:
      zh: 日处理能力达到11万立方米以上。
      en: Treat at least 110,000 m³ a day.

FAIL plans/demo/items/01.yaml 3:7
    goal:
      zh: PM2.5浓度降到35微克以下。
      en: PM2.5 falls below 3.5 µg.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...ground.problems import Anchor, Problem, Rule, Severity
from ...plan.model import Item
from ...plan.registry import Registry
from ...plan.site_model import Document
from ..quantities import Kind, Mismatch, mismatches
from ..translation import Place, text_places

RULE = Rule(
    id="number-parity",
    zh="{kind_zh}“{what}”只有{lang_zh}有",
    en="{kind} “{what}” stands in the {lang} alone",
    fix_zh="核对两种语言；确实不必一致的，在 site.yaml 的 parity.allow 里写明 value 和 reason",
    fix_en="check both languages; where they need not agree, give value and reason in parity.allow of site.yaml",
    severity=Severity.WARNING,
)
_KINDS: dict[Kind, tuple[str, str]] = {
    "number": ("数字", "the number"),
    "percent": ("百分号", "the percentage"),
    "date": ("日期", "the date"),
    "unit": ("单位", "the unit"),
    "comparison": ("比较词", "the comparison"),
}
_LANGS = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}


def check(item: Item, registry: Registry) -> Iterator[Problem]:
    return _check(text_places(item, item.anchor), registry)


def check_shared(registry: Registry) -> Iterator[Problem]:
    """Everything but the items."""
    yield from _check(text_places(registry.site, registry.site.home.anchor), registry)
    for folder in registry.plans:
        yield from _check(text_places(folder.plan, folder.plan.home.anchor), registry)
        for indicator in folder.indicators:
            yield from _check(text_places(indicator, indicator.home.anchor), registry)
        for section in folder.sections:
            yield from _check_document(section, registry)
    for notice in registry.notices:
        yield from _check_document(notice.document, registry)
    for page in registry.pages:
        yield from _check_document(page, registry)
    for records in (registry.units, registry.terms):
        for ident, record in records.items():
            yield from _check(text_places(record, record.home.anchor.at(ident)), registry)
    for change in registry.changes:
        yield from _check(text_places(change, change.home.anchor), registry)
    for number, stone in enumerate(registry.tombstones):
        yield from _check(text_places(stone, Anchor(file="tombstones.yaml").at(number)), registry)


def _check(places: Iterable[Place], registry: Registry) -> Iterator[Problem]:
    for _, anchor, text in places:
        if text.en is not None:
            yield from _told(text.zh, text.en, (anchor.at("zh"), anchor.at("en")), registry)


def _check_document(document: Document, registry: Registry) -> Iterator[Problem]:
    if document.home_en is None:
        return
    for key, text in (("title", document.title), ("@body", document.body)):
        places = (document.home.anchor.at(key), document.home_en.anchor.at(key))
        if text.en is not None:
            yield from _told(text.zh, text.en, places, registry)


def _told(zh: str, en: str, places: tuple[Anchor, Anchor], registry: Registry) -> Iterator[Problem]:
    """Each mismatch, at both places. Texts of as many paragraphs are compared paragraph by paragraph."""
    ours, theirs = _paragraphs(zh), _paragraphs(en)
    if len(ours) != len(theirs):
        ours, theirs = [(1, zh)], [(1, en)]
    for one, other in zip(ours, theirs, strict=True):
        for found in mismatches(one[1], other[1]):
            if all(found.what != entry.value for entry in registry.site.parity.allow):
                for place, part in zip(places, (one, other), strict=True):
                    yield _problem(found, place.inside(*_place(part, found.what)))


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """The paragraphs of a text, each with the line, counted from 1, in which it begins."""
    if "\n" not in text:
        return [(1, text)]
    found: list[tuple[int, str]] = []
    line = 1
    for part in re.split(r"(\n[ \t]*(?:\n[ \t]*)+)", text):
        if part.strip():
            found.append((line, part))
        line += part.count("\n")
    return found


def _place(paragraph: tuple[int, str], what: str) -> tuple[int, int]:
    """The line and the column of some words in a paragraph; its beginning where they stand there in another
    form, or not at all."""
    line, text = paragraph
    before, found, _ = text.partition(what)
    if not found:
        return line, 1
    return line + before.count("\n"), len(before) - before.rfind("\n")


def _problem(found: Mismatch, place: Anchor) -> Problem:
    (kind_zh, kind), (lang_zh, lang) = _KINDS[found.kind], _LANGS[found.only_in]
    return RULE.at(place, kind_zh=kind_zh, kind=kind, lang_zh=lang_zh, lang=lang, what=found.what)
