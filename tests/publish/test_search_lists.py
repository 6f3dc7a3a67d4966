"""Lists of documents as short strings, and the parts of an index."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.publish.search_lists import DIGITS, encode_block, part_count, part_of

FULL = 0xFFFFFFFF


def decode(text: str, whole: list[int]) -> dict[int, int]:
    """Block to mask, read as the page reads it."""
    found: dict[int, int] = {}
    block = gap = at = 0
    while at < len(text):
        digit = DIGITS.find(text[at])
        if digit >= 32:
            gap = gap * 32 + digit - 32
            at += 1
            continue
        block, gap = block + gap, 0
        if digit >= 0:
            found[block], step = 1 << digit, 1
        elif text[at] == ".":
            found[block], step = whole[block], 1
        elif text[at] == ",":
            found[block], step = 1 << DIGITS.index(text[at + 1]) | 1 << DIGITS.index(text[at + 2]), 3
        else:
            found[block] = sum(DIGITS.index(c) << 6 * n for n, c in enumerate(text[at + 1 : at + 7]))
            step = 7
        at, block = at + step, block + 1
    return found


def encode(found: dict[int, int], whole: list[int]) -> str:
    """A list as it is put together, block by block."""
    text, end = "", 0
    for block, mask in sorted(found.items()):
        text += encode_block(block - end, mask, whole[block])
        end = block + 1
    return text


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 2000), st.integers(1, FULL), max_size=40))
def test_a_list_is_read_as_it_was_written(found: dict[int, int]) -> None:
    whole = [FULL] * 2001
    assert decode(encode(found, whole), whole) == found


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({}, ""),
        ({0: 1}, "0"),
        ({0: 1, 1: 1 << 31}, "0V"),
        ({3: 2}, "Z1"),
        ({40: 1}, "Xe0"),
        ({0: 5}, ",02"),
        ({0: 7}, "!700000"),
        ({0: FULL, 1: 0b11}, ".."),
    ],
)
def test_lists_are_short(found: dict[int, int], expected: str) -> None:
    assert encode(found, [FULL, 0b11, *[FULL] * 50]) == expected


@pytest.mark.parametrize(
    ("documents", "count"), [(0, 1), (32, 1), (33, 2), (1200, 64), (12_000, 512), (10**6, 1024)]
)
def test_the_number_of_parts_seldom_changes(documents: int, count: int) -> None:
    assert part_count(documents) == count


def test_what_begins_with_a_character_lies_in_one_part() -> None:
    assert len({part_of(term, 64) for term in ("煤", "煤锅", "煤2", "煤a", "0煤", "x煤")}) == 1
    assert len({part_of(term, 64) for term in ("bo", "boil", "boiler", "bottom")}) == 1


def test_parts_are_of_like_size() -> None:
    counts = Counter(part_of(chr(code), 64) for code in range(0x4E00, 0x9FA6))
    assert max(counts.values()) < 2 * min(counts.values())
