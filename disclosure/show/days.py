"""Days and periods in words: 2018年6月21日, 21 June 2018; 2018年第三季度, the third quarter of 2018."""

from __future__ import annotations

from datetime import date
from functools import cache

from ..plan.periods import Period
from ..plan.text import Lang

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_QUARTERS = {"zh": "一二三四", "en": ("first", "second", "third", "fourth")}
_HALVES = {"zh": "上下", "en": ("first", "second")}


@cache
def day_words(day: date, lang: Lang) -> str:
    """A day as people of the language write it."""
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@cache
def period_label(period: Period, lang: Lang) -> str:
    """A period as short as a column's head needs it: 2018年三季度, 2018 Q3, Jun 2018."""
    year, _, rest = period.text.partition("-")
    if lang == "en":
        if len(rest) == 2 and rest.isdigit():
            return f"{MONTHS[int(rest) - 1][:3]} {year}"
        return period.text.replace("-", " ") if rest[:1] in ("Q", "H") else period_words(period, lang)
    if rest[:1] == "Q":
        return f"{year}年{_QUARTERS['zh'][int(rest[1]) - 1]}季度"
    return period_words(period, lang)


@cache
def period_words(period: Period, lang: Lang) -> str:
    """A day, month, quarter, half or year as people of the language write it."""
    year, _, rest = period.text.partition("-")
    if not rest:
        return f"{year}年" if lang == "zh" else year
    if rest[0] == "Q":
        word = _QUARTERS[lang][int(rest[1]) - 1]
        return f"{year}年第{word}季度" if lang == "zh" else f"the {word} quarter of {year}"
    if rest[0] == "H":
        word = _HALVES[lang][int(rest[1]) - 1]
        return f"{year}年{word}半年" if lang == "zh" else f"the {word} half of {year}"
    if "-" in rest:
        return day_words(period.first, lang)
    month = period.first.month
    return f"{year}年{month}月" if lang == "zh" else f"{MONTHS[month - 1]} {year}"
