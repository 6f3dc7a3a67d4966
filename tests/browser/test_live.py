"""Days are counted for the reader's own day, in the time zone of the site; without script a page states dates."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser
LIST = "plans/yundu-2019/items/"
BUILT = date(2021, 7, 5)


def standings(page: Any) -> dict[str, str]:
    """Of each item that is not done: its last day, and what its flag says."""
    flags = page.locator("#list [data-last-day]")
    found = flags.evaluate_all("all => all.map(f => [f.dataset.lastDay, f.innerText])")
    assert found
    return dict(found)


@pytest.mark.parametrize("later", [0, 1, 30, 200])
def test_flags_follow_the_readers_day(visit: Opener, later: int) -> None:
    today = BUILT + timedelta(days=later)
    page = visit("en", LIST, folder="live", now=f"{today}T12:00:00+08:00")
    for day, words in standings(page).items():
        left = (date.fromisoformat(day) - today).days
        if left < 0:
            assert words.split() == f"Overdue {-left} day{'' if left == -1 else 's'} overdue".split()
        elif left <= 30:
            assert words.startswith("Due soon")
            assert ("the last day is today" in words) if left == 0 else (f"{left} day" in words)
        else:
            assert words == "Not yet due"


@pytest.mark.parametrize(
    ("moment", "left"),
    [("2021-12-31T23:59:00+08:00", "今天是最后一日"), ("2022-01-01T00:01:00+08:00", "已超期 1 天")],
)
@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Shanghai"])
def test_the_day_ends_at_midnight_of_the_site(visit: Opener, moment: str, left: str, zone: str) -> None:
    page = visit("zh", LIST, folder="live", now=moment, timezone_id=zone)
    assert left in standings(page)["2021-12-31"]


def test_a_reader_whose_clock_is_wrong_gets_the_day_of_the_data(visit: Opener) -> None:
    early = standings(visit("zh", LIST, folder="live", now="1999-01-01T12:00:00+08:00"))
    assert early == standings(visit("zh", LIST, folder="live", now=f"{BUILT}T12:00:00+08:00"))


def test_the_filter_knows_what_has_become_overdue(visit: Opener) -> None:
    page = visit("zh", f"{LIST}?timeliness=overdue", folder="live", now="2030-01-01T12:00:00+08:00")
    page.locator(".shown:not(:empty)").wait_for()
    assert {words.split()[0] for words in standings(page).values()} == {"已超期"}
    everything = visit("zh", LIST, folder="live", now="2030-01-01T12:00:00+08:00")
    assert len(standings(everything)) == len(standings(page))


def test_an_old_build_says_so(visit: Opener) -> None:
    """One plan reports by month, within 10 days: until 10 August 2021 the data are as new as can be."""
    for lang, words in (("en", "out of date"), ("zh", "可能已经过时")):
        fresh = visit(lang, "", folder="live", now="2021-08-10T12:00:00+08:00")
        assert fresh.locator(".stale").count() == 0
        old = visit(lang, "", folder="live", now="2021-08-11T12:00:00+08:00")
        assert words in old.locator(".stale").inner_text()


def test_an_open_notice_counts_its_days(visit: Opener) -> None:
    page = visit("en", "plans/yundu-2019/closures/", folder="live", now=f"{BUILT}T12:00:00+08:00")
    assert re.search(r"\d+ days? left|today", page.locator("[data-notice-to]").first.inner_text())
    page = visit("en", "plans/yundu-2019/closures/", folder="live", now="2021-12-01T12:00:00+08:00")
    assert "has ended" in page.locator("[data-notice-to]").first.inner_text()


@pytest.mark.parametrize("tail", [LIST, "plans/yundu-2019/closures/", "plans/yundu-2019/deadlines/", ""])
def test_without_script_dates_stand_alone(visit: Opener, tail: str) -> None:
    page = visit("en", tail, folder="live", java_script_enabled=False)
    assert not re.search(r"\b\d+ days? (left|overdue)", page.locator("main").inner_text())


def test_a_day_fixed_by_the_content_is_not_counted_from(visit: Opener) -> None:
    page = visit("en", LIST, folder="invented", now="2030-01-01T12:00:00+08:00")
    assert not any("overdue" in words.split("Overdue")[-1] for words in standings(page).values())
    assert page.locator(".stale").count() == 0
