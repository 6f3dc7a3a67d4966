"""The content as it stood at a commit, laid out in a temporary folder with its own past.

The folder is a repository that stands at the commit, so that whatever is asked of it answers as it did then.
Nothing of the real repository or its working folder changes.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..plan.text import Text
from ..read import history as git
from .annals import HISTORY, cache_of


class NoSuchEdition(Exception):
    """There is no commit of that name, or no past to look for it in; `text` says which."""

    def __init__(self, revision: str, reason: str) -> None:
        super().__init__(f"{revision}: {reason}")
        self.text = Text(
            zh=f"找不到提交“{revision}”（{reason}）", en=f"there is no commit “{revision}” ({reason})"
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class LaidOut:
    """`content` is the content folder as it stood, empty where there was none; `commit` is the full id;
    `at` the committer's time; `cache` a folder of caches that begins as a copy of what is known of
    the past."""

    content: Path
    commit: str
    at: datetime
    cache: Path


@contextmanager
def checked_out(content: Path, revision: str, cache: Path | None) -> Iterator[LaidOut]:
    """The content at the commit that a revision names, for as long as it is wanted. `cache` is the folder of
    all caches, which is read and never written; None for none. Raises NoSuchEdition."""
    try:
        commit = git.commit_of(content, revision)
    except git.GitFault as fault:
        raise NoSuchEdition(revision, str(fault).removeprefix("fatal: ")) from None
    top, (_, way) = git.top_of(content), git.place_of(content)
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        target = Path(folder).resolve() / "repository"
        git.borrow(top, commit, target)
        then = target / way
        then.mkdir(parents=True, exist_ok=True)
        _lay_out(then, commit)
        kept = Path(folder).resolve() / "cache"
        if cache and (known := cache_of(cache, content) / HISTORY).is_file():
            cache_of(kept, then).mkdir(parents=True)
            shutil.copyfile(known, cache_of(kept, then) / HISTORY)
        at = datetime.fromtimestamp(git.moment_of(content, commit), UTC)
        yield LaidOut(content=then, commit=commit, at=at, cache=kept)


def _lay_out(folder: Path, commit: str) -> None:
    """Write every file of the folder, byte for byte as committed."""
    files = git.files_at(folder, commit)
    for path, data in zip(files, git.read_blobs(folder, list(files.values())), strict=True):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
