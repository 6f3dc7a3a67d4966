"""The records of a rectification plan, as editors write them (the content contract).

Every field is named as in the files; the meaning of each, in both languages, stands in
`fields.yaml` beside this module. Lists are tuples; a field that was left out is None or empty.
Nothing derived lives here: see `disclosure.plan.state`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, InstanceOf

from ..ground.problems import Anchor
from .deadline_forms import DeadlineValue
from .original import Inspection, Original
from .record import record
from .text import Text
from .values import (
    Count,
    Day,
    DayUnit,
    Flag,
    Id,
    PeriodValue,
    ReportRhythm,
    SecureUrl,
)

Category = Literal["air", "water", "soil", "waste", "noise", "ecology", "industry", "governance", "other"]
Reports = Literal["nothing_new", "started", "progress", "completed"]
Pace = Literal["on_schedule", "behind"]
SupervisionKind = Literal["circular", "order", "interview", "accountability"]
Colour = Literal["blue", "yellow", "red"]
EvidenceKind = Literal["document", "photo_before", "photo_after", "report", "minutes"]


@record
class Home:
    """Where a record lives: its file, the plan it belongs to (None outside plans), and its id where
    that is the stem of the file's name and not a field."""

    file: str
    plan: str | None = None
    id: str = ""

    @property
    def anchor(self) -> Anchor:
        return Anchor(file=self.file)


At = Annotated[InstanceOf[Home], Field(alias="@home")]


@record
class Evidence:
    """A document that proves something: exactly one of `file` (below content/files/) and `url`."""

    file: str | None = None
    url: SecureUrl | None = None
    title: Text
    kind: EvidenceKind = "document"


@record
class Origin:
    """The item's place in the list of the upper level."""

    inspection: Text | None = None
    batch: str | None = None
    number: str | None = None


@record
class Measure:
    id: Id
    text: Text
    by: PeriodValue | None = None
    done: Day | None = None
    evidence: tuple[Evidence, ...] = ()


@record
class Rating:
    """An authority's own rating, in the colours that practice uses."""

    value: Colour
    by: Id
    document: str | None = None


@record
class Update:
    """A report of progress. `date` is the day it was published; `period` the reporting period it
    answers (None: the one its date falls into); `text` is Markdown."""

    id: Id
    date: Day
    by: Id
    period: PeriodValue | None = None
    reports: Reports
    pace: Pace | None = None
    rating: Rating | None = None
    text: Text
    measures: tuple[Id, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sample: Flag = False


@record
class Extension:
    """A decision that moves the deadline from the last day of `from_` to the last day of `to`."""

    from_: Annotated[PeriodValue, Field(alias="from")]
    to: PeriodValue
    date: Day
    approved_by: Id
    document: str | None = None
    reason: Text
    evidence: tuple[Evidence, ...] = ()
    sample: Flag = False


@record
class Supervision:
    """A step of supervision. `id` is None where the editor gave none; see `anchor_id`."""

    id: Id | None = None
    date: Day
    kind: SupervisionKind
    by: Id
    text: Text
    sample: Flag = False

    @property
    def anchor_id(self) -> str:
        """The id that its address uses: its own, else its day and kind."""
        return self.id or f"{self.date.isoformat()}-{self.kind}"


@record
class Acceptance:
    date: Day
    by: Id
    text: Text | None = None
    evidence: tuple[Evidence, ...] = ()


@record
class ClosureNotice:
    """The public notice before closure. Both ends count; `length` is the number of days stated."""

    from_: Annotated[Day, Field(alias="from")]
    to: Day
    length: Count
    unit: DayUnit = "working_days"
    objections: Count = 0
    handling: Text | None = None


@record
class Closed:
    date: Day
    by: Id


@record
class Reopened:
    date: Day
    by: Id
    reason: Text


@record
class ClosureRound:
    """One way from application to closure (销号), perhaps undone by reopening."""

    applied: Day | None = None
    accepted: Acceptance | None = None
    notice: ClosureNotice | None = None
    closed: Closed | None = None
    reopened: Reopened | None = None
    sample: Flag = False

    @property
    def days(self) -> tuple[tuple[str, date], ...]:
        """The dated steps that were written, in the order in which they must happen."""
        steps: list[tuple[str, date | None]] = [
            ("applied", self.applied),
            ("accepted", self.accepted.date if self.accepted else None),
            ("notice", self.notice.from_ if self.notice else None),
            ("closed", self.closed.date if self.closed else None),
            ("reopened", self.reopened.date if self.reopened else None),
        ]
        return tuple((name, day) for name, day in steps if day)


def _as_rounds(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


@record
class Review:
    """Who looked before publication; kept in the repository and not shown."""

    secrecy: str | None = None
    privacy: str | None = None
    legal: str | None = None
    by: str | None = None
    date: Day | None = None


@record
class Item:
    """One entry of the rectification list (清单条目)."""

    home: At
    id: Id
    source_number: str
    origin: Origin | None = None
    title: Text
    category: Category
    finding: Text
    lead: Annotated[tuple[Id, ...], Field(min_length=1)]
    lead_named: Flag = False
    support: tuple[Id, ...] = ()
    supervisor: Id | None = None
    acceptor: Id | None = None
    responsible: Text | None = None
    areas: tuple[Id, ...] = ()
    deadline: DeadlineValue
    goal: Text
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    updates: tuple[Update, ...] = ()
    extensions: tuple[Extension, ...] = ()
    supervision: tuple[Supervision, ...] = ()
    closure: Annotated[tuple[ClosureRound, ...], BeforeValidator(_as_rounds)] = ()
    review: Review | None = None

    @property
    def anchor(self) -> Anchor:
        return self.home.anchor

    @property
    def plan(self) -> str:
        """The id of the plan whose list it stands in."""
        return self.home.plan or ""


@record
class Plan:
    """The plan as a document. `published` is None while the day is not known, and the site says so."""

    home: At
    title: Text
    issuers: Annotated[tuple[Id, ...], Field(min_length=1)]
    issued: Day
    published: Day | None = None
    document_number: str | None = None
    index_number: str | None = None
    topic: Text | None = None
    validity: Literal["in_force", "amended", "repealed"]
    inspection: Inspection
    restatement: Flag = False
    original: Original | None = None
    list_complete: Flag
    report_every: ReportRhythm
    report_within_days: Count = 15
    review: Review | None = None

    @property
    def is_compared(self) -> bool:
        """Whether its text must be that of the original, which is at hand as a plain text."""
        name = (self.original.file if self.original else None) or ""
        return not self.restatement and name.lower().endswith(".txt")

    @property
    def id(self) -> str:
        return self.home.plan or ""
