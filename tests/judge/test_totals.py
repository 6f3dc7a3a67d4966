"""Shares are rounded honestly; totals add up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.judge.totals import percent


@pytest.mark.parametrize(
    ("count", "total", "text"),
    [
        (0, 0, ""), (0, 3, "0"), (3, 3, "100"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 2, "50"), (999, 1000, "99.9"),
        (9999, 10000, ">99.9"), (1, 1000, "0.1"), (1, 10000, "<0.1"), (1, 100000, "<0.1"), (1234, 2164, "57"),
    ],
)  # fmt: skip
def test_a_share_in_per_cent(count: int, total: int, text: str) -> None:
    assert percent(count, total) == text


@given(st.integers(1, 200_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_rounding_never_makes_none_or_all(pair: tuple[int, int]) -> None:
    count, total = pair
    text = percent(count, total)
    assert (text == "0") == (count == 0)
    assert (text == "100") == (count == total)
    if text[0].isdigit():
        assert abs(Fraction(text) - Fraction(100 * count, total)) <= Fraction(1, 20)
