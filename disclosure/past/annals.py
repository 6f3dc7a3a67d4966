"""From a content folder to its ledger: the one door to the past for the chain."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from ..ground.files import sha256
from ..judge.ledger import Ledger, ledger_of
from ..plan.history import HistoryState
from ..read import history as git
from .chronicle import read_history
from .keeping import code_digest
from .kept_ledger import keep_ledger, kept_ledger

MODES = ("auto", "require", "off")
# The file of all that was read, which any later commit can go on from.
HISTORY = "history.json"


class HistoryMissing(Exception):
    """A history was required and cannot be known: `state` says why; `reason` is git's own word where the
    state is `no-git`, else empty."""

    def __init__(self, state: HistoryState, reason: str) -> None:
        super().__init__(state, reason)
        self.state, self.reason = state, reason


def cache_of(cache: Path, content: Path) -> Path:
    """The folder of what was read of the past of a content folder: named by a digest of its path, so that
    two trees never mix."""
    return cache / sha256(str(content.resolve()).encode())[:16]


def read_ledger(
    content: Path, mode: str, cache: Path | None, jobs: int, zone: ZoneInfo, as_of: date
) -> Ledger:
    """The ledger of a content folder. `cache` is the folder of all caches, None for none. Raises
    HistoryMissing where the mode is `require` and the past cannot be known in full."""
    folder = cache_of(cache, content) if cache else None
    key = _key(content, zone, as_of) if folder and mode != "off" else None
    if folder and key and (known := kept_ledger(folder / "ledger.json", key)):
        return known
    history = read_history(content, mode, folder / HISTORY if folder else None, jobs)
    if mode == "require" and not history.is_known:
        raise HistoryMissing(history.state, history.reason)
    ledger = ledger_of(history, zone, as_of)
    if folder and key:
        keep_ledger(folder / "ledger.json", key, ledger)
    return ledger


def _key(content: Path, zone: ZoneInfo, as_of: date) -> list[str] | None:
    """What the ledger is a function of; None where the past is not known, or something is not committed."""
    try:
        if git.state_of(content)[0] != "known" or git.uncommitted(content):
            return None
        return [code_digest(), *git.place_of(content), zone.key, as_of.isoformat()]
    except git.GitFault:
        return None
