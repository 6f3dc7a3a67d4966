"""What time it is, asked once at the edge and handed in everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

# In every time zone the day is then one that content can name, too.
LAST_YEAR = 2199


def moment(environment: Mapping[str, str], now: datetime) -> datetime:
    """SOURCE_DATE_EPOCH (seconds since 1970) when it is set, else `now`.

    Raises ValueError when SOURCE_DATE_EPOCH is set to something else than a whole number, or to a moment
    that no calendar here reaches.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return now
    try:
        found = datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}") from None
    if not 1970 <= found.year <= LAST_YEAR:
        raise ValueError(f"SOURCE_DATE_EPOCH is not between 1970 and {LAST_YEAR}: {epoch!r}")
    return found
