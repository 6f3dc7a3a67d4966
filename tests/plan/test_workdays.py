"""Working days by the calendar of public holidays, against real notices and a second opinion."""

from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from disclosure.plan.workdays import Calendar, CalendarMissing, count_days, is_workday, missing_years
from tests.trees import ROOT


def calendar(year: int, holidays: list[str], workdays: list[str]) -> dict[int, Calendar]:
    days = [frozenset(map(date.fromisoformat, days)) for days in (holidays, workdays)]
    return {year: Calendar(year=year, holidays=days[0], workdays=days[1])}


SPRING_2025 = calendar(
    2025,
    ["2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04"],
    ["2025-01-26", "2025-02-08"],
)
WINTER_2019 = calendar(2019, [], [])


@pytest.mark.parametrize(
    ("first", "last", "unit", "calendars", "count"),
    [
        ("2025-01-21", "2025-02-08", "working_days", SPRING_2025, 10),
        ("2025-01-03", "2025-01-09", "working_days", SPRING_2025, 5),
        ("2019-12-13", "2019-12-19", "calendar_days", WINTER_2019, 7),
        ("2019-12-13", "2019-12-19", "working_days", WINTER_2019, 5),
        ("2019-12-19", "2019-12-13", "working_days", WINTER_2019, 0),
        ("2019-12-19", "2019-12-13", "calendar_days", WINTER_2019, 0),
        ("2019-12-14", "2019-12-15", "working_days", WINTER_2019, 0),
    ],
)
def test_days_are_counted_with_both_ends(
    first: str, last: str, unit: str, calendars: dict[int, Calendar], count: int
) -> None:
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert count_days(*ends, unit, calendars) == count  # type: ignore[arg-type]


def test_a_year_without_calendar_is_never_guessed() -> None:
    ends = date(2018, 12, 30), date(2020, 1, 2)
    assert missing_years(*ends, WINTER_2019) == (2018, 2020)
    with pytest.raises(CalendarMissing, match="2018") as caught:
        count_days(*ends, "working_days", WINTER_2019)
    assert caught.value.year == 2018


@given(st.dates(date(2018, 1, 1), date(2020, 12, 31)))
def test_our_calendars_agree_with_a_second_opinion(day: date) -> None:
    opinion = pytest.importorskip("chinese_calendar")
    data = yaml.safe_load((ROOT / "content" / "calendar" / f"{day.year}.yaml").read_text("utf-8"))
    days = Calendar(year=day.year, holidays=frozenset(data["holidays"]), workdays=frozenset(data["workdays"]))
    assert is_workday(day, {day.year: days}) == opinion.is_workday(day)


@given(st.dates(date(2025, 1, 1), date(2025, 6, 1)), st.integers(0, 60))
def test_a_longer_period_never_has_fewer_days(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    shorter = count_days(first, last, "working_days", SPRING_2025)
    assert shorter <= count_days(first, last + timedelta(days=1), "working_days", SPRING_2025) <= shorter + 1
