"""What of a text can be looked up: every pair of neighbouring characters of which one is Chinese, and
every word of letters or of digits.

Any two or more Chinese characters from the middle of a sentence are thus found without knowing where
words end. Upper and lower case, full and half width are the same; white space counts for nothing beside
a Chinese character. `templates/assets/js/search/terms.js` takes a typed string apart in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# What NFKC would leave as it is, or turn into marks that are never looked up.
_UNUSUAL = re.compile("[^\x00-\x7f\u4e00-\u9fff，。、；：？！（）《》〈〉“”‘’…—–·〔〕【】「」『』]+")
_WORD = re.compile("[a-z\u00df-\u02af\u0370-\u1fff]+|[0-9]+")
_FOREIGN = re.compile("[\u00df-\u02af\u0370-\u1fff]")
_PLAIN = bytes(code if 48 <= code < 58 or 97 <= code < 123 else 32 for code in range(256))
_NONE = frozenset[int]()


def terms_of(text: str) -> tuple[set[int] | frozenset[int], set[str]]:
    """The pairs of a text, as `first | second << 16` in UTF-16 (`pair_term` tells which are terms), and
    its words."""
    if text.isascii() or not _UNUSUAL.search(text):
        folded = text.lower()
        words = _plain_words(folded)
    else:
        folded = fold(text)
        words = set(_WORD.findall(folded)) if _FOREIGN.search(folded) else _plain_words(folded)
    if folded.isascii():
        return _NONE, words
    return _pairs("".join(_kept(folded).split())), words


def _kept(folded: str) -> str:
    """Of a text mostly without Chinese, its lines with Chinese, and the ends of the others."""
    if len(folded.encode("ascii", "ignore")) < 0.8 * len(folded):
        return folded
    lines = folded.split("\n")
    return "\n".join(f"{line[:1]}{line.rstrip()[-1:]}" if line.isascii() else line for line in lines)


def fold(text: str) -> str:
    """The text with one form of each character: half width, lower case."""
    return _UNUSUAL.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text).lower()


def _plain_words(folded: str) -> set[str]:
    """The words of a text whose letters are a to z: cut by the bytes, at half the price."""
    words = set(folded.encode("ascii", "replace").translate(_PLAIN).decode().split())
    mixed = [word for word in words if not (word.isalpha() or word.isdigit())]
    words.difference_update(mixed)
    words.update(_WORD.findall(" ".join(mixed)))
    return words


def _pairs(text: str) -> set[int]:
    """All pairs of neighbours; the last character has a line end for its neighbour."""
    data = f"{text}\n".encode("utf-16-le")
    even, odd = memoryview(data)[: len(data) & ~3], memoryview(data)[2 : 2 + (len(data) - 2 & ~3)]
    found = set(even.cast("I"))
    found.update(odd.cast("I"))
    return found


@cache
def pair_term(pair: int) -> str:
    """The term that a pair stands for: both characters; the first alone where a Chinese character ends a
    run; empty where it is none."""
    first, second = pair & 0xFFFF, pair >> 16
    if 0xD800 <= first < 0xDC00:
        return chr(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF))
    if _is_wide(first):
        return chr(first) + (chr(second) if _is_wide(second) or _is_letter(second) else "")
    return chr(first) + chr(second) if _is_letter(first) and _is_wide(second) else ""


def _is_wide(unit: int) -> bool:
    """Chinese characters, and Japanese and Korean ones: written without spaces between words."""
    return (
        0x4E00 <= unit <= 0x9FFF
        or 0x2E80 <= unit <= 0x2FDF
        or unit in (0x3005, 0x3006, 0x3007)
        or 0x3021 <= unit <= 0x3029
        or 0x3040 <= unit < 0x4E00
        or 0xAC00 <= unit <= 0xD7AF
        or 0xF900 <= unit <= 0xFAFF
    )


def _is_letter(unit: int) -> bool:
    """Letters and digits of scripts that part words by spaces, in lower case."""
    return 0x30 <= unit <= 0x39 or 0x61 <= unit <= 0x7A or 0xDF <= unit <= 0x2AF or 0x370 <= unit <= 0x1FFF
