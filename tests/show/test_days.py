"""Days and periods in the words of each language."""

from datetime import date

import pytest

from disclosure.plan.periods import parse_period
from disclosure.show.days import day_words, period_words


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2018-02-28", "2018年2月28日", "28 February 2018"),
        ("2018-12", "2018年12月", "December 2018"),
        ("2018-Q3", "2018年第三季度", "the third quarter of 2018"),
        ("2018-H2", "2018年下半年", "the second half of 2018"),
        ("2020", "2020年", "2020"),
    ],
)
def test_a_period_in_words(period: str, zh: str, en: str) -> None:
    record = parse_period(period)
    assert (period_words(record, "zh"), period_words(record, "en")) == (zh, en)


def test_a_day_in_words() -> None:
    assert day_words(date(2018, 6, 1), "zh") == "2018年6月1日"
    assert day_words(date(2018, 6, 1), "en") == "1 June 2018"
