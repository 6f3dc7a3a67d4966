"""The ledger as published data, `/data/ledger.json`, one entry a line in the form that is chained; and the
program that checks a copy of the site, `/verify.py`."""

from __future__ import annotations

from pathlib import Path

from ..judge.ledger import Ledger, entry_data
from . import verifier
from .records import as_json

LEDGER, VERIFIER = "data/ledger.json", "verify.py"


def ledger_files(ledger: Ledger) -> dict[str, bytes]:
    """Both files. `head` is null where the past is not known, or nothing is public yet."""
    lines = ",\n".join(as_json(entry_data(entry)) for entry in ledger.entries)
    text = f'{{"head":{as_json(ledger.head or None)},"entries":[\n{lines}\n]}}\n'
    return {LEDGER: text.encode(), VERIFIER: Path(verifier.__file__).read_bytes()}
