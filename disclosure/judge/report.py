"""What follows from all items together: totals, punctuality, and what keeps a plan's list from being
whole. Made once from the rows; pages and published data read the same report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..plan.periods import Period
from ..plan.registry import PlanFolder, Registry
from .ledger import NO_LEDGER, Ledger
from .punctuality import Punctuality, punctuality_of
from .rows import ItemRow
from .story import Stories
from .totals import Total, totals_of
from .translation import Gap, shared_gaps


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanReport:
    """The items of one plan, judged as a whole."""

    folder: PlanFolder
    rows: tuple[ItemRow, ...]
    totals: tuple[Total, ...]
    punctuality: tuple[Punctuality, ...]

    @property
    def last_period(self) -> Period | None:
        """The last reporting period that has ended, None before the first."""
        return max((line.period for line in self.punctuality), key=lambda p: p.last, default=None)

    @property
    def silent_units(self) -> tuple[str, ...]:
        """The units that owe a report for the last period and have given none."""
        last = self.last_period
        return tuple(
            line.unit
            for line in self.punctuality
            if line.period == last and line.promptness in ("awaited", "missed")
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """All plans, in the order of their ids, the rows of all of them, the ledger of their changes, and
    every text whose English wants work."""

    rows: tuple[ItemRow, ...]
    plans: tuple[PlanReport, ...]
    ledger: Ledger = NO_LEDGER
    translation: tuple[Gap, ...] = ()

    def gaps_of(self, plan: str, *names: str) -> tuple[Gap, ...]:
        """The texts of some objects of a plan whose English wants work."""
        return tuple(gap for gap in self.translation if gap.plan == plan and gap.object in names)


def report_of(registry: Registry, rows: Sequence[ItemRow], ledger: Ledger = NO_LEDGER) -> Report:
    """The report on all rows, cut to the registry's day."""
    plans = tuple(_plan_report(registry, f, rows) for f in registry.plans)
    gaps = (*shared_gaps(registry, Stories(ledger)), *(gap for row in rows for gap in row.translation))
    return Report(rows=tuple(rows), plans=plans, ledger=ledger, translation=gaps)


def _plan_report(registry: Registry, folder: PlanFolder, rows: Sequence[ItemRow]) -> PlanReport:
    own = tuple(row for row in rows if row.plan == folder.id)
    return PlanReport(
        folder=folder,
        rows=own,
        totals=totals_of(folder.id, own),
        punctuality=punctuality_of(folder.plan, own, registry.as_of),
    )
