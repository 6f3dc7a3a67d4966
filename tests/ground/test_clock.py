"""What time it is: handed in, or fixed by SOURCE_DATE_EPOCH."""

from datetime import UTC, datetime

import pytest

from disclosure.ground.clock import moment

NOW = datetime(2018, 12, 31, 15, 59, 59, tzinfo=UTC)


def test_the_moment_is_now_unless_the_epoch_says_another() -> None:
    assert moment({}, NOW) == NOW
    assert moment({"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}, datetime.now(UTC)) == NOW


@pytest.mark.parametrize("epoch", ["yesterday", "", "1e9", "9" * 30, "-1", "7289654400"])
def test_an_epoch_that_is_no_moment_of_ours_is_refused(epoch: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        moment({"SOURCE_DATE_EPOCH": epoch}, NOW)
