"""Lists of documents as short strings, and which part of an index holds which term.

A list tells, for each block of 32 documents in which a term stands, how many blocks lie between it and
the one before, and the documents in it. `templates/assets/js/search/lists.js` reads it.
"""

from __future__ import annotations

from functools import cache, lru_cache

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
WHOLE, TWO, MANY = ".,!"
LARGEST_INDEX = 1024


def encode_block(skipped: int, mask: int, whole: int) -> str:
    """The documents of one block, `skipped` blocks after the one before; `whole` is the mask of all."""
    return _gap(skipped) + (WHOLE if mask == whole else _documents(mask))


@cache
def _gap(blocks: int) -> str:
    """A number in base 32, in the upper half of the digits; empty for 0."""
    text = ""
    while blocks:
        text = DIGITS[32 + blocks % 32] + text
        blocks //= 32
    return text


@lru_cache(maxsize=10_000)
def _documents(mask: int) -> str:
    """One or two documents by their numbers, more as their mask."""
    numbers = [n for n in range(32) if mask >> n & 1]
    if len(numbers) == 1:
        return DIGITS[numbers[0]]
    if len(numbers) == 2:
        return TWO + DIGITS[numbers[0]] + DIGITS[numbers[1]]
    return MANY + "".join(DIGITS[mask >> 6 * n & 63] for n in range(6))


def part_count(documents: int) -> int:
    """How many parts an index of so many documents has: a power of two, so that it seldom changes."""
    count = 1
    while count * 32 < documents and count < LARGEST_INDEX:
        count *= 2
    return count


def part_of(term: str, count: int) -> int:
    """The part that holds a term: by its Chinese character, so that one part knows all that begins with
    it, else by the first two letters."""
    first = ord(term[0])
    if first >= 0x2E80:
        return first % count
    second = ord(term[1]) if len(term) > 1 else 0
    return second % count if second >= 0x2E80 else (31 * first + second) % count
