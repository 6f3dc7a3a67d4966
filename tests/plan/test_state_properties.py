"""State and timeliness over random records: what must hold whatever was reported and whenever."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from disclosure.plan.as_of import item_as_of
from disclosure.plan.model import Extension, Item, Update
from disclosure.plan.periods import parse_period
from disclosure.plan.state import Standing, standing_of
from disclosure.plan.text import Text
from tests.plan.test_state import LIMITS, item_of

DEADLINES = st.sampled_from(
    ["2018年8月底前", "2018年底前", "2019年底前完成，长期坚持", "立行立改", "长期坚持"]
)
DAYS = st.dates(date(2018, 6, 21), date(2021, 12, 31))
REPORTS = st.sampled_from(["nothing_new", "started", "progress", "completed"])
STEPS = st.lists(st.tuples(st.integers(-200, 700).filter(bool), DAYS), max_size=4)
TEXT = Text(zh="甲")


def chain(item: Item, steps: list[tuple[int, date]]) -> tuple[Extension, ...]:
    """Extensions that follow each other, by so many days each, decided on these days in order."""
    due, found = item.deadline.due, []
    decided = sorted(day for _, day in steps)
    for (days, _), day in zip(steps, decided, strict=True):
        if due is None:
            return ()
        to = due + timedelta(days=days)
        found.append(
            Extension(
                from_=parse_period(due.isoformat()),
                to=parse_period(to.isoformat()),
                date=day,
                approved_by="bureau",
                reason=TEXT,
            )
        )
        due = to
    return tuple(found)


@st.composite
def items(draw: st.DrawFn) -> Item:
    item = item_of({"deadline": draw(DEADLINES)})
    reports = sorted(draw(st.lists(st.tuples(DAYS, REPORTS), max_size=5)), key=lambda r: r[0])
    updates = tuple(
        Update(id=f"u{n}", date=day, by="bureau", reports=word, text=TEXT)
        for n, (day, word) in enumerate(reports)
    )
    return replace(item, updates=updates, extensions=chain(item, draw(STEPS)))


def judge(item: Item, day: date) -> Standing:
    return standing_of(item_as_of(item, day), day, LIMITS)


@given(items(), DAYS)
def test_extensions_keep_the_original_deadline(item: Item, day: date) -> None:
    standing = judge(item, day)
    known = [e for e in item.extensions if e.date <= day]
    assert standing.facts.original_due == item.deadline.due
    assert standing.facts.due == (known[-1].to.last if known else item.deadline.due)
    slips = sum((e.to.last - e.from_.last).days for e in known)
    assert standing.slip_days == (slips if item.deadline.due else None)


@given(items(), DAYS, st.integers(1, 400))
def test_time_alone_takes_nothing_back(item: Item, day: date, later: int) -> None:
    """Between two days without a record, the state stands, and what was overdue stays so."""
    after = day + timedelta(days=later)
    dated = [u.date for u in item.updates] + [e.date for e in item.extensions]
    if any(day < when <= after for when in dated):
        return
    before, now = judge(item, day), judge(item, after)
    assert now.state == before.state
    order = ("not_due", "due_soon", "overdue")
    if before.timeliness in order:
        assert order.index(now.timeliness) >= order.index(before.timeliness)
    elif before.timeliness.startswith("done"):
        assert now.timeliness == before.timeliness
    else:
        assert (before.timeliness, now.timeliness) != ("silent", "no_fixed_date")


@given(items(), DAYS)
def test_only_an_item_without_a_date_is_never_overdue(item: Item, day: date) -> None:
    timeliness = judge(item, day).timeliness
    assert (item.deadline.due is None) == (timeliness in ("no_fixed_date", "silent"))
