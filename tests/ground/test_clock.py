"""Which day it is: in the site's time zone, and fixed by SOURCE_DATE_EPOCH."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from disclosure.ground.clock import today

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2018, 12, 31, 15, 59, 59, tzinfo=UTC), date(2018, 12, 31)),
        (datetime(2018, 12, 31, 16, 0, 0, tzinfo=UTC), date(2019, 1, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_the_zone(moment: datetime, day: date) -> None:
    assert today({}, SHANGHAI, moment) == day
    assert today({"SOURCE_DATE_EPOCH": str(int(moment.timestamp()))}, SHANGHAI, datetime.now(UTC)) == day


@pytest.mark.parametrize("epoch", ["yesterday", "", "1e9", "9" * 30])
def test_an_epoch_that_is_no_number_is_refused(epoch: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        today({"SOURCE_DATE_EPOCH": epoch}, SHANGHAI, datetime.now(UTC))
