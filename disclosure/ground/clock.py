"""What time it is, asked once at the edge and handed in everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime


def moment(environment: Mapping[str, str], now: datetime) -> datetime:
    """SOURCE_DATE_EPOCH (seconds since 1970) when it is set, else `now`.

    Raises ValueError when SOURCE_DATE_EPOCH is set to something else than a whole number.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return now
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}") from None
