"""The ledger as a pure function: the chain, what is sealed, what is held back, what needs a note."""

import copy
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.judge.ledger import Ledger, digest_of, entry_data, hash_of, ledger_of
from disclosure.judge.weight import weight_of
from disclosure.plan.history import History, Moment, Revision, Version

ZONE = ZoneInfo("Asia/Shanghai")
LATE = date(2030, 1, 1)


def moments(*days: str) -> tuple[Moment, ...]:
    """A moment at noon, Shanghai time, of each day."""
    at = (int(datetime.fromisoformat(f"{d}T04:00:00").replace(tzinfo=UTC).timestamp()) for d in days)
    return tuple(Moment(commit=f"{n:040x}", at=second) for n, second in enumerate(at))


def revision(moment: int, field: str, old: Any, new: Any, name: str = "item/01", **rest: Any) -> Revision:
    return Revision(
        moment=moment, plan="demo", object=name, field=field, old=old, new=new, file="x.yaml", **rest
    )


def history(days: list[str], revisions: list[Revision], versions: tuple[Version, ...] = ()) -> History:
    return History(
        state="known",
        moments=moments(*days),
        revisions=tuple(revisions),
        versions=versions,
        first=0,
        tree="00" * 32,
    )


def ledger(made: History, as_of: date = LATE) -> Ledger:
    return ledger_of(made, ZONE, as_of)


def is_whole(entries: list[dict[str, Any]], genesis: str) -> bool:
    """Whether a published chain holds: numbers, links and hashes."""
    previous = genesis
    for number, entry in enumerate(entries, 1):
        if entry["n"] != number or entry["previous"] != previous or entry["hash"] != hash_of(entry):
            return False
        previous = entry["hash"]
    return True


words = st.text(alphabet="整改目标ab 12。，\n“", min_size=1, max_size=12)
texts = st.fixed_dictionaries({"zh": words}, optional={"en": words})


@st.composite
def histories(draw: st.DrawFn) -> History:
    count = draw(st.integers(1, 8))
    days = ["2018-07-01", *(f"2019-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(count))]
    fields = st.sampled_from(["goal", "title", "measure/m1/text", "update/a/text"])
    revisions = [revision(n, draw(fields), draw(texts), draw(texts)) for n in range(1, count + 1)]
    return history(days, revisions)


@settings(max_examples=150, deadline=None)
@given(made=histories(), data=st.data())
def test_the_chain_breaks_wherever_an_entry_is_altered(made: History, data: st.DataObject) -> None:
    entries = [entry_data(e) for e in ledger(made).entries]
    assert is_whole(entries, made.tree)
    forged = copy.deepcopy(entries)
    place = data.draw(st.integers(0, len(forged) - 1))
    how = data.draw(st.sampled_from(["value", "drop", "swap", "double", "day", "note", "sample", "key"]))
    if how == "value":
        forged[place]["new"] = {"zh": data.draw(words) + "改"}
    elif how == "drop":
        del forged[place]
        # The last entry alone can be cut off without a trace inside: that is what a kept head is for.
        if place == len(entries) - 1:
            assert is_whole(forged, made.tree)
            return
    elif how == "swap":
        other = data.draw(st.integers(0, len(forged) - 1))
        if other == place:
            return
        forged[place], forged[other] = forged[other], forged[place]
    elif how == "double":
        forged.insert(place, copy.deepcopy(forged[place]))
    elif how == "day":
        forged[place]["day"] = "2018-12-31"
    elif how == "note":
        forged[place]["note"] = {"zh": "说明"}
    elif how == "sample":
        forged[place]["sample"] = not forged[place]["sample"]
    else:
        forged[place]["extra"] = "x"
    assert not is_whole(forged, made.tree)


@settings(max_examples=50, deadline=None)
@given(made=histories())
def test_a_longer_history_begins_with_the_chain_of_the_shorter(made: History) -> None:
    whole = ledger(made).entries
    for count in range(1, made.now):
        cut = replace(
            made,
            moments=made.moments[:count],
            revisions=tuple(r for r in made.revisions if r.moment < count),
        )
        assert ledger(cut).entries == whole[: len(ledger(cut).entries)]


def test_another_beginning_gives_another_chain() -> None:
    made = history(["2018-07-01", "2019-01-01"], [revision(1, "goal", {"zh": "甲"}, {"zh": "乙"})])
    assert ledger(made).head != ledger(replace(made, tree="11" * 32)).head
    assert ledger(replace(made, revisions=())).head == made.tree


def note(moment: int, name: str = "a", **more: Any) -> Version:
    data = {"date": "2019-01-01", "plan": "demo", "items": ["01"], "note": {"zh": name}, **more}
    return Version(moment=moment, file=f"changes/{name}.yaml", data=data)


def tombstone(moment: int, path: str) -> Version:
    return Version(moment=moment, file="tombstones.yaml", data=[{"path": path, "reason": {"zh": "撤回"}}])


def test_what_was_withdrawn_is_sealed_and_the_chain_holds() -> None:
    record = {"id": "a", "date": "2019-01-01", "text": {"zh": "电话 13800000000"}}
    revisions = [
        revision(1, "update/a", None, record),
        revision(2, "goal", {"zh": "甲"}, {"zh": "乙"}),
        revision(3, "update/a", record, None),
    ]
    days = ["2018-07-01", "2019-01-01", "2019-02-01", "2019-03-01"]
    notes = (note(2), note(3, "b"))
    before = ledger(history(days[:3], revisions[:2], notes[:1]))
    gone = tombstone(3, "plans/demo/items/01/#update-a")
    after = ledger(history(days, revisions, (*notes, gone)))
    assert [e.hash for e in after.entries[:2]] == [e.hash for e in before.entries]
    assert after.entries[0].new == {"sealed": digest_of(record)}
    assert after.entries[2].old == {"sealed": digest_of(record)}
    assert "13800000000" not in str(after.entries)
    assert after.entries[1].new == {"zh": "乙"}
    assert is_whole([entry_data(e) for e in after.entries], "00" * 32)


def test_a_tombstone_alone_explains_that_an_item_is_gone() -> None:
    made = history(
        ["2018-07-01", "2019-01-01"],
        [revision(1, "record", {"title": {"zh": "甲"}}, None)],
        (tombstone(1, "plans/demo/items/01/"),),
    )
    (entry,) = ledger(made).entries
    assert entry.note == {"zh": "撤回"}


def site(moment: int, as_of: str) -> Version:
    return Version(moment=moment, file="site.yaml", data={"as_of": as_of})


RECORD = {"id": "a", "date": "2019-05-01", "text": {"zh": "进展"}}


def test_a_record_before_its_day_is_told_on_its_day() -> None:
    revisions = [
        revision(1, "update/a", None, RECORD),
        revision(2, "update/a/text", {"zh": "进展"}, {"zh": "更多进展"}),
        revision(2, "goal", {"zh": "甲"}, {"zh": "乙"}),
        revision(3, "title", {"zh": "甲"}, {"zh": "乙"}),
    ]
    made = history(["2018-07-01", "2019-03-01", "2019-04-01", "2019-06-01"], revisions, (site(0, "today"),))

    def brief(as_of: str) -> list[tuple[str, str]]:
        found = ledger(made, date.fromisoformat(as_of)).entries
        return [(e.day.isoformat(), e.field) for e in found]

    assert brief("2019-06-01") == [
        ("2019-04-01", "goal"),
        ("2019-05-01", "update/a"),
        ("2019-06-01", "title"),
    ]
    told = ledger(made, date(2019, 6, 1)).entries[1].new
    assert told["text"] == {"zh": "更多进展"}
    early = replace(made, moments=made.moments[:3], revisions=tuple(revisions[:3]))
    for day, count in (("2019-04-30", 1), ("2019-05-01", 2)):
        assert len(ledger(early, date.fromisoformat(day)).entries) == count


def test_a_fixed_day_that_moves_on_tells_what_it_passes() -> None:
    versions = (site(0, "2019-04-30"), site(2, "2019-06-30"))
    made = history(
        ["2018-07-01", "2026-01-01", "2026-02-01"], [revision(1, "update/a", None, RECORD)], versions
    )
    (entry,) = ledger(made, date(2019, 6, 30)).entries
    assert entry.day.isoformat() == "2026-02-01"
    before = replace(made, moments=made.moments[:2], versions=versions[:1])
    assert ledger(before, date(2019, 4, 30)).entries == ()


def test_a_record_that_nobody_saw_and_that_is_gone_is_told_of_nowhere() -> None:
    revisions = [revision(1, "update/a", None, RECORD), revision(2, "update/a", RECORD, None)]
    made = history(["2018-07-01", "2019-03-01", "2019-04-01"], revisions, (site(0, "today"),))
    assert ledger(made, date(2019, 12, 31)).entries == ()


TEXT = {"zh": "甲", "en": "A"}
WEIGHTS = [
    ("update/a", None, RECORD, "added"),
    ("extension/2019-01-01", None, {"date": "2019-01-01"}, "added"),
    ("supervision/x", None, {"id": "x"}, "added"),
    ("closure/1/accepted", None, {"date": "2019-01-01"}, "added"),
    ("value/2018", None, {"value": "1"}, "added"),
    ("record", None, {"title": TEXT}, "added"),
    ("measure/m1/done", None, "2019-01-01", "added"),
    ("update/a/evidence", None, [{"file": "a.pdf"}], "added"),
    ("update/a/evidence", [{"file": "a.pdf"}], [{"file": "a.pdf"}, {"file": "b.pdf"}], "added"),
    ("update/a/evidence", [{"file": "a.pdf"}, {"file": "b.pdf"}], [{"file": "a.pdf"}], "fact"),
    ("goal", {"zh": "甲"}, TEXT, "translated"),
    ("goal", {**TEXT, "en_by": "machine"}, TEXT, "translated"),
    ("goal", TEXT, {"zh": "甲", "en": "B"}, "fact"),
    ("goal", TEXT, {"zh": "乙", "en": "A"}, "fact"),
    ("title", TEXT, {"zh": "乙", "en": "A"}, "wording"),
    ("title", TEXT, {"zh": "甲", "en": "B"}, "wording"),
    ("finding", TEXT, {"zh": "乙"}, "wording"),
    ("measure/m1/text", TEXT, {"zh": "乙"}, "wording"),
    ("measure/m1/by", "2018-02", "2018-03", "fact"),
    ("measure/m1/done", "2019-01-01", None, "fact"),
    ("measure/m2", None, {"id": "m2", "text": TEXT}, "fact"),
    ("measure/m2", {"id": "m2", "text": TEXT}, None, "fact"),
    ("body", TEXT, {"zh": "乙"}, "wording"),
    ("name", TEXT, {"zh": "乙"}, "wording"),
    ("deadline", "2018年底前", "2019年底前", "fact"),
    ("lead", ["a"], ["b"], "fact"),
    ("support", None, ["b"], "fact"),
    ("supervisor", None, "b", "fact"),
    ("update/a", RECORD, None, "fact"),
    ("update/a/text", TEXT, {"zh": "乙", "en": "A"}, "fact"),
    ("closure/1/notice/objections", "0", "1", "fact"),
    ("value/2018/value", "41", "14", "fact"),
    ("target", {"value": "35"}, {"value": "53"}, "fact"),
    ("record", {"title": TEXT}, None, "fact"),
]


@pytest.mark.parametrize(("field", "old", "new", "weight"), WEIGHTS)
def test_what_a_change_needs(field: str, old: Any, new: Any, weight: str) -> None:
    assert weight_of(revision(1, field, old, new), is_mended=False) == weight


def test_a_translation_that_follows_its_chinese_again_needs_no_note() -> None:
    moved, followed = {"zh": "乙", "en": "A"}, {"zh": "乙", "en": "B"}
    made = history(
        ["2018-07-01", "2019-01-01", "2019-02-01"],
        [revision(1, "goal", TEXT, moved), revision(2, "goal", moved, followed)],
        (note(1),),
    )
    found = ledger(made)
    assert [j.weight for j in found.judged] == ["fact", "translated"]
    assert found.stale == {}
    behind = ledger(replace(made, moments=made.moments[:2], revisions=made.revisions[:1]))
    assert list(behind.stale) == [("demo", "item/01", "goal")]
