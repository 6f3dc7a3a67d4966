"""What became of the content, commit by commit: plain data, as read from a history.

A `Revision` is one published field of one object that differs between two commits, with both values
as the files have them. Objects are named `item/02`, `indicator/pm25`, `section/03-goals`,
`notice/2018-06-28-plan-published` or `plan`; fields by their path inside: `goal`, `measure/m1/text`,
`update/2018-09`, `closure/1/accepted`; `record` is the whole object. Where the data comes from is no
concern of this module, nor what it means.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

# Why a history is known, or is not: left out on request, git is not installed or refuses, no repository
# around the content, a clone without its past, content that no commit holds.
HistoryState = Literal["known", "off", "no-git", "no-repository", "shallow", "untracked"]
RECORD = "record"
# As many digits of a commit as people copy.
SHORT = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A commit of the first-parent line that touched the content: its id, and the committer's time in
    seconds since 1970."""

    commit: str
    at: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Revision:
    """A field that changed. `moment` counts the moments from 0; one that equals their number stands for
    what is not committed yet. `plan` is empty outside plans; `old` is None for what was added, `new` for
    what was taken away; `file` is the address of the file that holds it, or held it."""

    moment: int
    plan: str
    object: str
    field: str
    old: Any
    new: Any
    file: str
    is_sample: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """The whole data of a file that steers the ledger (the site, a change note, the tombstones), from
    one moment on; `data` is None where the file is gone."""

    moment: int
    file: str
    data: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """The past of the content, oldest first. `tree` is a digest of what the content was at the moment of
    its first publication, empty before it. `attachments` are files that are published as they are, each
    with the moment from which it is what it is now. `uncommitted` are the files that differ from the last
    commit; `reason` is git's own word where the state is `no-git`."""

    state: HistoryState
    moments: tuple[Moment, ...] = ()
    revisions: tuple[Revision, ...] = ()
    versions: tuple[Version, ...] = ()
    first: int | None = None
    tree: str = ""
    uncommitted: tuple[str, ...] = ()
    attachments: tuple[tuple[str, int], ...] = ()
    reason: str = ""

    @property
    def is_known(self) -> bool:
        return self.state == "known"

    @property
    def now(self) -> int:
        """The moment that stands for what is not committed."""
        return len(self.moments)


NO_HISTORY = History(state="off")


def short(commit: str) -> str:
    """The id of a commit as people are told it."""
    return commit[:SHORT]


def publication(sites: Iterable[tuple[int, Any]]) -> int | None:
    """The moment from which the content counts as published. `sites` are the data of site.yaml from
    moment to moment: it is the first that says `public: true`; where none says so, the first that does
    not say `public: false`. None while the site is a draft."""
    said = [(moment, str(data.get("public", ""))) for moment, data in sites if isinstance(data, dict)]
    announced = next((moment for moment, word in said if word == "true"), None)
    if announced is not None or not said or said[-1][1] == "false":
        return announced
    return next((moment for moment, word in said if word != "false"), None)
