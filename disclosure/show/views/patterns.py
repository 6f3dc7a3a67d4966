"""Every visual part in every state, on one page of the preview: for those who change templates and styles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from markupsafe import Markup

from ...judge.indicators import STANDINGS as INDICATOR_STANDINGS
from ...judge.punctuality import PROMPTNESS
from ...plan.model import Category
from ...plan.state import STATES, TIMELINESS
from .. import urls
from ..charts import Bar, Strip, slip_bars, strip_of
from ..frame import PageFacts
from ..voice import Link, Voice
from ..words import same
from .parts import BarPart, Gaps, RowView

TAIL = "patterns/"
_DAYS = (
    ("begins", date(2018, 6, 21)),
    ("original", date(2018, 12, 31)),
    ("extended", date(2019, 6, 30)),
    ("due", date(2019, 12, 31)),
    ("done", date(2020, 2, 10)),
    ("closed", date(2020, 3, 20)),
    ("reopened", date(2020, 9, 1)),
)
_ENTRIES = (
    "nothing_new", "started", "progress", "completed", "extension", "circular", "order", "interview",
    "accountability", "applied", "accepted", "notice", "closed", "reopened",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class PatternsView:
    """Names of all that is marked, and an example of each part that is drawn from data."""

    states: tuple[str, ...]
    timeliness: tuple[str, ...]
    indicators: tuple[str, ...]
    promptness: tuple[str, ...]
    rows: tuple[RowView, ...]
    bar: tuple[BarPart, ...]
    gaps: tuple[Gaps, ...]
    strip: Strip
    slips: tuple[tuple[Bar, ...], ...]
    entries: tuple[str, ...]
    day: Markup


def patterns_facts(voice: Voice) -> PageFacts:
    words = voice.words.patterns
    return PageFacts(title=same(words.title), description=same(words.lead), has_sample=True)


def patterns_view(voice: Voice) -> PatternsView:
    spans = (("promised", _DAYS[0][1], _DAYS[1][1]), ("extended", _DAYS[1][1], _DAYS[3][1]))
    late = ("late", _DAYS[3][1], _DAYS[4][1])
    return PatternsView(
        states=STATES,
        timeliness=TIMELINESS,
        indicators=INDICATOR_STANDINGS,
        promptness=PROMPTNESS,
        rows=tuple(_row(voice, n) for n in range(max(len(STATES), len(TIMELINESS)))),
        bar=tuple(BarPart(state=s, count=n, share=1000 // len(STATES)) for n, s in enumerate(STATES, 1)),
        gaps=(Gaps(plan=None, is_partial=True, period="2019", silent_count=2, silent=()),),
        strip=strip_of(_DAYS, (*spans, late), date(2020, 12, 31), voice.day),
        slips=slip_bars([(181, 184), (90, -30), (-60,)]),
        entries=_ENTRIES,
        day=voice.day(_DAYS[0][1]),
    )


def _row(voice: Voice, number: int) -> RowView:
    """A line of a list in the state and timeliness of that number, each in turn."""
    link = Link(href=urls.link(voice.tail, urls.HOME), words=voice.words.patterns.example)
    day = _DAYS[3][1]
    return RowView(
        number=Markup(number + 1),
        id=f"{number + 1:02}",
        link=link,
        category=get_args(Category)[number],
        leads=(link,),
        deadline=voice.words.timeliness.no_fixed_date,
        due=voice.day(day),
        due_day=day.isoformat(),
        original_due=voice.day(_DAYS[1][1]) if number % 2 else None,
        original_day=_DAYS[1][1].isoformat(),
        units="",
        areas="",
        is_pending=False,
        state=STATES[number % len(STATES)],
        timeliness=TIMELINESS[number % len(TIMELINESS)],
        is_standing=bool(number % 3),
        last_report=voice.day(_DAYS[2][1]) if number % 2 else None,
        last_report_day="",
        has_sample=number == 0,
    )
