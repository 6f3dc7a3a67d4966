"""What the project's own past shows to whoever looks at the example: an extension, a corrected figure with its note, a
translation that was left behind and then mended."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from disclosure.judge.ledger import Ledger, LedgerEntry
from disclosure.past.annals import read_ledger
from tests.trees import ROOT


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    found = read_ledger(ROOT / "content", "auto", None, 1, ZoneInfo("Asia/Shanghai"), date(2019, 6, 30))
    if found.state != "known":
        pytest.skip(f"the past of the content is not here: {found.state}")
    return found


def entries(ledger: Ledger, name: str, field: str) -> list[LedgerEntry]:
    return [e for e in ledger.entries if (e.object, e.field) == (name, field)]


def test_an_extension_was_added(ledger: Ledger) -> None:
    (entry,) = entries(ledger, "item/02", "extension/2018-10-26")
    assert (entry.old, entry.new["to"], entry.is_sample) == (None, "2018-12", True)


def test_a_figure_was_corrected_with_its_note(ledger: Ledger) -> None:
    (entry,) = entries(ledger, "item/03", "update/2019-q1/text")
    assert "38家" in entry.old["zh"] and "36家" in entry.new["zh"] and entry.is_sample
    assert entry.note is not None and set(entry.note) == {"zh", "en"}


def test_a_translation_was_left_behind_and_then_mended(ledger: Ledger) -> None:
    changed, mended = entries(ledger, "item/01", "update/2018-q3/text")
    assert changed.old["en"] == changed.new["en"] and changed.old["zh"] != changed.new["zh"]
    assert mended.old["zh"] == mended.new["zh"] and mended.old["en"] != mended.new["en"]
    assert changed.note is not None and mended.note is None
    assert not [key for key in ledger.stale if key[1] == "item/01"]


def test_all_progress_in_it_is_illustrative(ledger: Ledger) -> None:
    assert all(e.is_sample for e in ledger.entries if e.object.startswith("item/"))
