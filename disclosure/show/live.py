"""What lets a page stay true after the day it was built: facts from which scripts count days.

A page states dates. Days left or past depend on the reader's own day, which no build knows; so the
page carries the site's time zone, the day of the data and the limits, and a script counts. Where the
day of the data is fixed by the content or asked for, nothing is counted: the page then speaks of that
day alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..plan.periods import period_of
from ..plan.registry import Registry


@dataclass(frozen=True, kw_only=True, slots=True)
class Live:
    """`zone` is the IANA name of the site's time zone, `as_of` the day of the data, `soon` the days for which
    an item is due soon, `stale_after` the last day on which the data are as new as the reporting rhythm
    allows; all as scripts read them."""

    zone: str
    as_of: str
    soon: int
    stale_after: str


def live_facts(registry: Registry) -> Live | None:
    """The facts for counting; None where the day of the data is not the clock's."""
    if not registry.is_current:
        return None
    site = registry.site
    return Live(
        zone=site.time_zone.key,
        as_of=registry.as_of.isoformat(),
        soon=site.due_soon_days,
        stale_after=_stale_after(registry).isoformat(),
    )


def _stale_after(registry: Registry) -> date:
    """The day by which the reports on the period at hand must be in, of the plan where that is first."""
    day = registry.as_of
    return min(
        period_of(day, folder.plan.report_every).last + timedelta(days=folder.plan.report_within_days)
        for folder in registry.plans
    )
