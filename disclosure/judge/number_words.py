"""Numbers as words: Chinese numerals, English words and months, Roman numerals. What a word may mean, never
what it must."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from itertools import pairwise

SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
SCALE_EN = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_HAN_DIGITS = dict(zip("〇○零一二两三四五六七八九", (0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
HAN_NUMBER = "[〇○零一二两三四五六七八九十百千万亿]+"
_HAN_NUMBER = re.compile(HAN_NUMBER)
# A count that no one takes for part of a name.
_COUNT = re.compile(
    "[一二两三四五六七八九][十百千万亿][〇零一二两三四五六七八九十百千万亿]*|十[一二三四五六七八九](?![〇零一二三四五六七八九十])"
)
_ROMAN = re.compile("(?<![A-Za-z])[IVX]{1,4}(?![A-Za-z])")
_LONGEST = 10
_WORD = re.compile("[A-Za-z]+")
# From nought, the words of each number.
_SMALL = (
    "zero no none nought",
    "one first once single a an each",
    "two second twice both pair double half halves",
    "three third thirds thrice",
    "four fourth quarter",
    *(f"{word} {word}th" for word in ("five", "six", "seven", "eight", "nine", "ten", "eleven")),
    "twelve twelfth dozen",
    *(f"{word}teen {word}teenth" for word in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ENGLISH = {
    **{word: number for number, words in enumerate(_SMALL) for word in words.split()},
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twentieth": 20,
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{month: number for number, month in enumerate(MONTHS, 1)},
    **SCALE_EN,
}


def spoken_chinese(text: str) -> set[Decimal]:
    """The numbers that the numerals of a Chinese text may mean."""
    found: set[Decimal] = set()
    for m in _HAN_NUMBER.finditer(text):
        # 十三五 is the 13th and the fifth: every part of a run may be a number of its own.
        run = m[0][:_LONGEST]
        found |= {Decimal(han(run[a:b])) for a in range(len(run)) for b in range(a + 1, len(run) + 1)}
        if all(c in _HAN_DIGITS for c in m[0]):
            found.add(Decimal("".join(str(_HAN_DIGITS[c]) for c in m[0])))
    if "半年" in text:
        found.add(Decimal(6))
    return found | _romans(text)


def numerals(text: str) -> list[tuple[Decimal, str]]:
    """The numerals of a Chinese text that are counts, as they are written."""
    return [(Decimal(han(m[0])), m[0]) for m in _COUNT.finditer(text)]


def spoken_english(text: str) -> set[Decimal]:
    """The numbers that the words of an English text may mean."""
    words = [w for w in (m[0].lower() for m in _WORD.finditer(text)) if w in _ENGLISH]
    found = {Decimal(_ENGLISH[w]) for w in words}
    for tens, ones in pairwise(words):
        if 20 <= _ENGLISH[tens] < 100 and _ENGLISH[ones] < 10:
            found.add(Decimal(_ENGLISH[tens] + _ENGLISH[ones]))
    return found | _romans(text)


def roman(numeral: str) -> int:
    """A Roman numeral of I, V and X as a number."""
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in unicodedata.normalize("NFKC", numeral)]
    return sum(-v if n + 1 < len(values) and v < values[n + 1] else v for n, v in enumerate(values))


def _romans(text: str) -> set[Decimal]:
    return {Decimal(roman(m[0])) for m in _ROMAN.finditer(text)}


def han(numeral: str) -> int:
    """A Chinese numeral as a number."""
    total = section = number = 0
    for c in numeral:
        if c in _HAN_DIGITS:
            number = _HAN_DIGITS[c]
        elif SCALE[c] >= 10**4:
            total += (section + number or 1) * SCALE[c]
            section = number = 0
        else:
            section += (number or 1) * SCALE[c]
            number = 0
    return total + section + number
