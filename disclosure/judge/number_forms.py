"""Ways of writing that mean the same in both languages, brought to one: times of day, shares, telephone
numbers, groups of digits, days of a month.

What goes in has compatible forms already (half-width figures); what comes out is for comparing, not for
showing.
"""

from __future__ import annotations

import re
from typing import Literal

from .number_words import HAN_NUMBER, MONTHS, han

# Addresses of links say nothing, nor what explains a unit to readers of English (1 mu is 1/15 of a hectare).
_ASIDE = re.compile(
    r"\]\([^)\n]{0,2000}\)|https?://\S+|\[\[[a-z]+:[^\]|]*\|?|\{#[^}\n]{0,200}\}|files/\S+"
    r"|\(1 [a-z]{1,40} (?:is|=|equals) [^)\n]{0,200}\)"
)
_CALLING = re.compile(r"\+86[- ]?")
_TIME = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_EVENING_ZH = re.compile(r"(?:下午|晚上?)\s*(\d{1,2})(?=[时点:])")
_EVENING_EN = re.compile(r"\b(\d{1,2})((?::\d{2})?)\s*p\.?m\b", re.IGNORECASE)
_PER_CENT = re.compile(rf"百分之(?:(\d+(?:\.\d+)?)|({HAN_NUMBER})(?:点({HAN_NUMBER}))?)")
_GROUPS = re.compile(r"(?<![\w.,])(\d{1,3})((?: \d{3})+)(?![\d.,])")
_MONTH = "|".join(MONTHS)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_JOINT = r"(?:\s*(?:[-–—~至到和、]|to|and)\s*)"
_ISO = re.compile(r"\b\d{4}-(\d{2})-(\d{2})\b")
_DATE_ZH = re.compile(rf"(?<!\d)(\d{{1,2}})月(\d{{1,2}})日?(?:{_JOINT}(\d{{1,2}}))?日")
_DATE_EN = re.compile(rf"\b{_DAY}(?:{_JOINT}{_DAY})? ({_MONTH})\b", re.IGNORECASE)
_DATE_US = re.compile(rf"\b({_MONTH}) {_DAY}(?!\d)(?:{_JOINT}{_DAY}(?!\d))?", re.IGNORECASE)
# Month and day.
Day = tuple[int, int]


def plain_chinese(text: str) -> str:
    """A Chinese text with its numbers in the plainest form."""
    text = _EVENING_ZH.sub(lambda m: str(int(m[1]) % 12 + 12), _ASIDE.sub(" ", text))
    return _TIME.sub(_time, _PER_CENT.sub(_share, _CALLING.sub("0", text)))


def plain_english(text: str) -> str:
    """An English text with its numbers in the plainest form."""
    text = _EVENING_EN.sub(lambda m: f"{int(m[1]) % 12 + 12}{m[2]}", _ASIDE.sub(" ", text))
    text = _GROUPS.sub(lambda m: m[1] + m[2].replace(" ", ""), _CALLING.sub("0", text))
    return _TIME.sub(_time, text)


def dates_in(text: str, lang: Literal["zh", "en"]) -> dict[Day, str]:
    """The days of a month that a text names, as they are written there."""
    found = {(int(m[1]), int(m[2])): m[0] for m in _ISO.finditer(text)}
    if lang == "zh":
        for m in _DATE_ZH.finditer(text):
            found |= {(int(m[1]), int(day)): m[0] for day in (m[2], m[3]) if day}
        return found
    for m in _DATE_EN.finditer(text):
        found |= {(_month(m[3]), int(day)): m[0] for day in (m[1], m[2]) if day}
    for m in _DATE_US.finditer(text):
        found |= {(_month(m[1]), int(day)): m[0] for day in (m[2], m[3]) if day}
    return found


def _month(name: str) -> int:
    return MONTHS.index(name.lower()) + 1


def _share(found: re.Match[str]) -> str:
    """百分之九十 as 90%."""
    if found[1]:
        return f"{found[1]}%"
    rest = "".join(str(han(c)) for c in found[3] or "")
    return f"{han(found[2])}{'.' if rest else ''}{rest}%"


def _time(found: re.Match[str]) -> str:
    """A time of day as its hour, and its minute where it has one: 17:00 is 17时."""
    return found[1] if found[2] == "00" else f"{found[1]} {found[2]}"
