"""Numbers, dates, units and comparisons of a text in Chinese and in English: what one says and the other does
not.

A number in digits must come back in the other language, as digits, as a word or as the name of a month:
11万 and 110,000 are one number, 第三季度 and the third quarter are one. Whatever is only a word in both is
left alone. Nothing here knows where a text stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from .number_forms import dates_in, plain_chinese, plain_english
from .number_words import SCALE, SCALE_EN, numerals, roman, spoken_chinese, spoken_english

Kind = Literal["number", "percent", "date", "unit", "comparison"]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Mismatch:
    """Something that stands in one language alone, as it is written there."""

    kind: Kind
    only_in: Literal["zh", "en"]
    what: str


# What is written together with letters, as in PM2.5 and m3, is a name and no number.
_DIGITS = re.compile(r"(?<![A-Za-z\d.])\d[\d,]*(?:\.\d+)?")
_NUMBER_ZH = re.compile(rf"({_DIGITS.pattern})\s*(%)?([十百千万亿]*)")
_NUMBER_EN = re.compile(
    rf"({_DIGITS.pattern})(?:st|nd|rd|th)?(?:\s*(%|per ?cent\b))?"
    r"(?:[ -](hundred|thousand|million|billion)\b)?"
)
# Without any of these there is nothing to compare.
_ANY = re.compile(r"[\d%Ⅰ-Ⅹ十百千万亿]|[IVX]\b|百分之")
# A text whose figures mean more than their digits.
_SCALED = re.compile(r"\d\s*[%十百千万亿]|\d[ -](?:per|hundred|thousand|million|billion)")
_CLASS_ZH = re.compile("(?<![A-Za-z])([IVX]{1,4})(?=[类级期])")
# A unit behind a number, and what it may be called in English.
_UNITS = {
    "平方公里": "km2|square kilomet",
    "公里": r"\bkm\b|kilomet",
    "公顷": r"hectare|\bha\b",
    "亩": r"\bmu\b",
    "立方米": "m3|cubic met",
    "平方米": "m2|square met",
    "毫米": r"\bmm\b|millimet",
    "米": r"\bm\b|\bmet(?:re|er)",
    "蒸吨": "t/h|tonnes? of steam|steam tonne",
    "吨": r"\bt\b|\bt/|tonne|\btons?\b",
    "微克": "[µμ]g|microgram",
    "毫克": r"\bmg\b|milligram",
    "公斤": r"\bkg\b|kilogram",
    "千瓦": r"\bkW|kilowatt",
    "元": "CNY|RMB|yuan|¥",
    "分贝": r"\bdB|decibel",
    "个百分点": r"percentage points?|\bpp\b",
}
_UNIT = re.compile(rf"[\d十百千万亿]\s*[多余]?({'|'.join(_UNITS)})")
_NEAR = r"[\d%IVX十百千万亿][^，。；：、！？,;!?\n]{0,8}?"
_FAR = r"[^，。；,;\n]{0,12}?[\d%IVX][\d.%]*"
_NOT = "不(?:得|能|应|宜)?"
_YES = "(?<!不)(?<!不[得能应宜])"
# Chinese words beside a number, and what may stand for them; English words beside a number, and the same.
_AT_LEAST = (
    re.compile(rf"{_NEAR}[及或]?以上|(?:{_NOT}(?:低于|少于|小于)|{_YES}(?:超过|高于|大于)|至少){_FAR}"),
    re.compile(
        r"at least|or (?:more|above|better|over|higher|later)|above|over\b|more than|exceed|minimum"
        r"|greater|higher|n(?:o|ot|or) (?:be )?(?:less|fewer|lower|worse|below|under)|no worse"
        r"|and (?:above|over|more)|[≥>]",
        re.IGNORECASE,
    ),
    re.compile(r"(?:at least|no(?:t)? (?:less|fewer|lower) than)\s[^,.;\n]{0,12}?\d[\d.,]*", re.IGNORECASE),
    re.compile(f"以上|{_NOT}[低少小]于|至少|{_YES}(?:超|[高大多]于)|[多余逾满起]|达|最[低少]"),
)
_AT_MOST = (
    re.compile(
        rf"{_NEAR}[及或]?以[下内]|(?:{_NOT}(?:超过|高于|大于|多于)|{_YES}(?:低于|小于|少于)|至多){_FAR}"
    ),
    re.compile(
        r"at most|or (?:less|below|fewer|under|lower)|below|under\b|(?:less|fewer|lower|smaller) than|within"
        r"|n(?:o|ot|or) (?:be )?(?:more|higher|greater|exceed|above|over)|not exceed|up to|maximum"
        r"|down to|[≤<]",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:at most|no(?:t)? (?:more|higher|greater) than|not exceed)\s[^,.;\n]{0,12}?\d[\d.,]*",
        re.IGNORECASE,
    ),
    re.compile(
        f"以[下内]|[之天日月年]内|{_NOT}超|{_NOT}[高大多]于|至多|最[高多]|{_YES}[低小少]于|控制在|降[到至]"
    ),
)
Numbers = dict[Decimal, tuple[str, bool]]


def mismatches(chinese: str, english: str) -> Iterator[Mismatch]:
    """What only one of the two says."""
    if not _ANY.search(chinese) and not _ANY.search(english):
        return
    zh, en = plain_chinese(_folded(chinese)), plain_english(_folded(english))
    numbers: list[Mismatch] = []
    is_alike = sorted(_DIGITS.findall(zh)) == sorted(_DIGITS.findall(en))
    if not is_alike or _SCALED.search(zh) or _SCALED.search(en) or _CLASS_ZH.search(zh):
        numbers = list(_numbers(zh, en))
    yield from numbers or _dates(zh, en)
    for unit in dict.fromkeys(_UNIT.findall(zh)):
        if not re.search(_UNITS[unit], en):
            yield Mismatch(kind="unit", only_in="zh", what=unit)
    for asked_zh, given_en, asked_en, given_zh in (_AT_LEAST, _AT_MOST):
        if (found := asked_zh.search(zh)) and not given_en.search(en):
            yield Mismatch(kind="comparison", only_in="zh", what=found[0])
        elif (found := asked_en.search(en)) and not given_zh.search(zh):
            yield Mismatch(kind="comparison", only_in="en", what=found[0])


def _folded(text: str) -> str:
    """A text in compatible forms: half-width figures, plain letters for Roman numerals, m3 for m³."""
    return unicodedata.normalize("NFKC", text)


def _numbers(zh: str, en: str) -> Iterator[Mismatch]:
    ours, theirs = _chinese(zh), _english(en)
    spoken_zh, spoken_en = spoken_chinese(zh), spoken_english(en)
    for value, (typed, is_percent) in ours.items():
        if value not in theirs and value not in spoken_en:
            yield Mismatch(kind="number", only_in="zh", what=typed)
        elif is_percent and value in theirs and not theirs[value][1]:
            yield Mismatch(kind="percent", only_in="zh", what=typed)
    strange = [typed for v, (typed, _) in theirs.items() if v not in ours and v not in spoken_zh]
    if strange:  # which numeral it should have been
        for value, typed in numerals(zh):
            if value not in theirs and value not in spoken_en:
                yield Mismatch(kind="number", only_in="zh", what=typed)
    for typed in strange:
        yield Mismatch(kind="number", only_in="en", what=typed)
    for value, (typed, is_percent) in theirs.items():
        if is_percent and value in ours and not ours[value][1]:
            yield Mismatch(kind="percent", only_in="en", what=typed)


def _dates(zh: str, en: str) -> Iterator[Mismatch]:
    """Days of a month that the other language puts elsewhere, where both name as many."""
    ours = dates_in(zh, "zh")
    theirs = dates_in(en, "en") if ours else {}
    if len(ours) == len(theirs):
        yield from (Mismatch(kind="date", only_in="zh", what=ours[d]) for d in ours if d not in theirs)
        yield from (Mismatch(kind="date", only_in="en", what=theirs[d]) for d in theirs if d not in ours)


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _chinese(text: str) -> Numbers:
    """The numbers in digits, and the classes in Roman numerals, of a Chinese text."""
    found: Numbers = {}
    for m in _NUMBER_ZH.finditer(text):
        value = _value(m[1])
        for scale in m[3]:
            value *= SCALE[scale]
        _add(found, value, m[0].strip(), bool(m[2]))
    for m in _CLASS_ZH.finditer(text):
        found.setdefault(Decimal(roman(m[1])), (m[1], False))
    return found


def _english(text: str) -> Numbers:
    found: Numbers = {}
    for m in _NUMBER_EN.finditer(text):
        value = _value(m[1]) * SCALE_EN.get(m[3] or "", 1)
        _add(found, value, m[0].strip().rstrip(","), bool(m[2]))
    return found


def _add(found: Numbers, value: Decimal, typed: str, is_percent: bool) -> None:
    """Add a number; one that is a percentage anywhere counts as one."""
    if value not in found or (is_percent and not found[value][1]):
        found[value] = (typed, is_percent)
