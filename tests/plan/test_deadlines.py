"""The grammar of deadlines: official wording to a record, a record to words, and nothing guessed."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from disclosure.plan.deadline_grammar import FORMS, parse_wording
from disclosure.plan.deadlines import Deadline, describe
from disclosure.plan.periods import parse_period
from disclosure.plan.text import Text

TABLE = yaml.load((Path(__file__).parent / "deadlines.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
NONE = {"~": None}


@pytest.mark.parametrize(("wording", "kind", "due", "standing", "english"), TABLE["read"])
def test_a_wording_is_read(wording: str, kind: str, due: str, standing: str, english: str) -> None:
    deadline = parse_wording(wording)
    expected = (kind, None if due == "~" else date.fromisoformat(due), standing == "true")
    assert (deadline.kind, deadline.due, deadline.standing) == expected
    assert deadline.text == Text(zh=wording, en=None if english == "~" else english)


@pytest.mark.parametrize(("wording", "why"), TABLE["refused"])
def test_a_wording_is_refused(wording: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"not|no such"):
        parse_wording(wording)


@pytest.mark.parametrize("wording", [zh for zh, _ in FORMS])
def test_the_forms_that_messages_name_are_understood(wording: str) -> None:
    assert parse_wording(wording)


@pytest.mark.parametrize("wording", [row[0] for row in TABLE["read"]])
def test_what_it_means_can_be_read_again(wording: str) -> None:
    deadline = parse_wording(wording)
    again = parse_wording(describe(deadline, "zh") if deadline.kind != "dependent" else wording)
    assert (again.kind, again.due) == (deadline.kind, deadline.due)


PERIODS = st.dates(date(1950, 1, 1), date(2199, 12, 31)).flatmap(
    lambda d: st.sampled_from(
        [
            d.isoformat(),
            f"{d:%Y-%m}",
            f"{d.year}-Q{(d.month + 2) // 3}",
            f"{d.year}-H{(d.month + 5) // 6}",
            f"{d.year}",
        ]
    )
)


@given(PERIODS, st.booleans())
def test_a_record_in_official_words_reads_back_the_same(period: str, standing: bool) -> None:
    deadline = Deadline(text=Text(zh="甲"), kind="by", by=parse_period(period), standing=standing)
    again = parse_wording(describe(deadline, "zh"))
    assert (again.kind, again.due, again.standing) == ("by", deadline.due, standing)


def test_stages_keep_their_own_words() -> None:
    deadline = parse_wording("2018年底前完成一期；2020年6月底前完成二期")
    assert [(s.text.zh, s.by.text) for s in deadline.stages] == [
        ("2018年底前完成一期", "2018"),
        ("2020年6月底前完成二期", "2020-06"),
    ]
    assert describe(deadline, "en") == "In stages: by the end of 2018; by the end of June 2020"


def test_kinds_without_a_date_in_words() -> None:
    words = {kind: describe(Deadline(text=Text(zh="甲"), kind=kind), "en") for kind in ("none", "dependent")}
    assert words == {"none": "No fixed date", "dependent": "Depends on a plan or decision made elsewhere"}
