"""Days and periods in their one form each, and the calendar periods of a reporting rhythm."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.plan.periods import parse_day, parse_period, period_of, periods_between

DAYS = st.dates(date(1950, 1, 1), date(2199, 12, 31))
RHYTHMS = st.sampled_from(["month", "quarter", "half_year", "year"])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-06-21", "2018-06-21", "2018-06-21"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-Q1", "2018-01-01", "2018-03-31"),
        ("2018-Q4", "2018-10-01", "2018-12-31"),
        ("2018-H1", "2018-01-01", "2018-06-30"),
        ("2018-H2", "2018-07-01", "2018-12-31"),
        ("2020", "2020-01-01", "2020-12-31"),
    ],
)
def test_a_period_has_its_ends(text: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert (period.text, period.first.isoformat(), period.last.isoformat()) == (text, first, last)


@pytest.mark.parametrize(
    "text",
    ["2018.10", "2018-1", "2018-13", "2018-00", "2018-02-30", "2019-02-29", "2018-Q5", "2018-H3", "２０１８",
     "18", "1948", "2201", "", " 2018", "2018-06-21 ", "2018/06/21", "20180621", "2018-q1", "2018-06-21T00:00"],
)  # fmt: skip
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|no such"):
        parse_period(text)


def test_a_month_is_no_day() -> None:
    with pytest.raises(ValueError, match="2018-06-21"):
        parse_day("2018-06")


@given(DAYS, RHYTHMS)
def test_a_day_lies_in_its_period(day: date, every: str) -> None:
    period = period_of(day, every)  # type: ignore[arg-type]
    assert period.first <= day <= period.last


@given(DAYS, st.integers(0, 2000), RHYTHMS)
def test_periods_follow_each_other_without_a_gap(first: date, length: int, every: str) -> None:
    before = min(first + timedelta(days=length), date(2199, 12, 31))
    periods = periods_between(first, before, every)  # type: ignore[arg-type]
    assert all(a.last + timedelta(days=1) == b.first for a, b in itertools.pairwise(periods))
    assert all(p.last < before for p in periods)
    assert not periods or periods[0].first <= first <= periods[0].last
