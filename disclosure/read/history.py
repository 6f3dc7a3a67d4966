"""The past of a content folder, from git: the only module that knows it.

One `git log` over the first-parent line and one `git cat-file --batch` for what is asked of it,
whatever the number of commits. What the bytes mean is left to others. Nothing is guessed: where the past
cannot be known in full, the log says why and is empty.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..plan.history import HistoryState, Moment

# No configuration of a user may change what is read; a replaced or grafted commit is not the real one.
_GIT = (
    "git", "--no-replace-objects", "-c", "log.showSignature=false", "-c", "log.showRoot=true",
    "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip
_LOG = (
    "log", "--first-parent", "--diff-merges=first-parent", "--raw", "--no-abbrev", "--no-renames",
    "--no-mailmap", "-z", "--relative",
    "--format=%x01%H %ct",
)  # fmt: skip
# Set by git for its hooks: they would lead away from the folder that is asked about.
_MISLEADING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")

# The files of records, which are read as text; attachments may be stored elsewhere by a filter of git.
_TEXTS = (".yaml", ".md")
_SHA1 = 40


class GitFault(Exception):
    """Git is missing or refuses; its own first line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """A file of a commit that differs from the commit before: the ids of its old and its new bytes, None
    where there are none. `moment` counts the commits of the log."""

    moment: int
    path: str
    old: str | None
    new: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Log:
    """The commits of the first-parent line that touched the folder, oldest first, and what each did."""

    state: HistoryState
    moments: tuple[Moment, ...] = ()
    edits: tuple[Edit, ...] = ()
    reason: str = ""


def _environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in _MISLEADING}
    own = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_GRAFT_FILE": os.devnull}
    return {**kept, **own}


def _git(folder: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(
            [*_GIT, *words], cwd=folder, env=_environment(), capture_output=True, check=False
        )
    except OSError as error:
        raise GitFault(str(error)) from error
    if done.returncode:
        raise GitFault(next(iter(done.stderr.decode("utf-8", "replace").splitlines()), "git failed"))
    return done.stdout


def state_of(folder: Path) -> tuple[HistoryState, str]:
    """Whether the past of the folder can be known in full, and git's own word where it refuses."""
    try:
        _git(folder, "--version")
        found = _git(folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository").split()
    except GitFault as error:
        word = str(error)
        return ("no-repository" if "not a git repository" in word else "no-git"), word
    if found != [b"true", b"false"]:
        return ("shallow" if found[-1:] == [b"true"] else "no-repository"), ""
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    except GitFault:  # a repository without a commit
        return "untracked", ""
    try:
        return ("known" if _git(folder, "ls-tree", "HEAD") else "untracked"), ""
    except GitFault as error:
        return "no-git", str(error)


def read_log(folder: Path, since: str = "") -> Log:
    """What each commit after `since` did below the folder; from the first commit where it is empty."""
    state, reason = state_of(folder)
    if state != "known":
        return Log(state=state, reason=reason)
    # Newest first, and without a path, which would compare every tree twice: several times the speed.
    text = _git(folder, *_LOG, f"{since}..HEAD" if since else "HEAD").decode("utf-8", "surrogateescape")
    commits = [commit for commit in map(_commit, reversed(text.split("\x01")[1:])) if commit[1]]
    return Log(
        state="known",
        moments=tuple(moment for moment, _ in commits),
        edits=tuple(replace(e, moment=n) for n, (_, edits) in enumerate(commits) for e in edits),
    )


def _commit(text: str) -> tuple[Moment, list[Edit]]:
    """One commit of the log, and what it did below the folder."""
    head, *fields = text.split("\0")
    commit, _, at = head.partition(" ")
    found = iter(f.lstrip("\n") for f in fields)
    edits = [edit for entry in found if entry for edit in _edit(entry, next(found))]
    return Moment(commit=commit, at=int(at)), edits


def _edit(entry: str, path: str) -> Iterator[Edit]:
    """One line of `--raw`. What is no plain file (a link, another repository) counts as not there."""
    mode_old, mode_new, old, new, _ = entry[1:].split(" ")
    edit = Edit(
        moment=0,
        path=path,
        old=old if mode_old.startswith("100") else None,
        new=new if mode_new.startswith("100") else None,
    )
    if edit.old != edit.new:
        yield edit


def line_of_commits(folder: Path) -> frozenset[str]:
    """The ids of all commits of the first-parent line of HEAD."""
    return frozenset(_git(folder, "rev-list", "--first-parent", "HEAD").decode().split())


def files_at(folder: Path, commit: str) -> dict[str, str]:
    """The files below the folder at a commit: path to the id of the bytes."""
    found: dict[str, str] = {}
    for entry in _git(folder, "ls-tree", "-r", "-z", commit).decode("utf-8", "surrogateescape").split("\0"):
        head, _, path = entry.partition("\t")
        if head.startswith("100"):
            found[path] = head.split(" ")[2]
    return found


def commit_of(folder: Path, revision: str) -> str:
    """The id of the commit that a revision names. Raises GitFault where it names none."""
    return (
        _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )


def place_of(folder: Path) -> tuple[str, str]:
    """The last commit, and the way from the top of the repository to the folder."""
    commit, _, way = _git(folder, "rev-parse", "HEAD", "--show-prefix").decode().partition("\n")
    return commit, way.rstrip("\n")


def moment_of(folder: Path, commit: str) -> int:
    """The committer's time of a commit, in seconds since 1970."""
    return int(_git(folder, "show", "--no-patch", "--format=%ct", commit))


def top_of(folder: Path) -> Path:
    """The top of the repository around a folder."""
    return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))


def borrow(top: Path, commit: str, target: Path) -> None:
    """Make `target` a repository that stands at a commit of another one and borrows its objects, with no
    file laid out. The other repository is not written to."""
    _git(top, "clone", "-q", "--shared", "--no-checkout", "--template=", "--", str(top), str(target))
    _git(target, "config", "core.autocrlf", "false")
    _git(target, "update-ref", "--no-deref", "HEAD", commit)
    _git(target, "read-tree", commit)


def uncommitted(folder: Path) -> tuple[str, ...]:
    """The files below the folder that differ from the last commit, in order; hidden ones are left out.

    The bytes of texts are compared here too: `git status` believes marks, filters and what is ignored, and a
    build reads what lies there all the same. Ends of lines that git converts are no difference.
    """
    committed, there = files_at(folder, "HEAD"), frozenset(_files_of(folder))
    paths = _told_by_status(folder) | (there ^ committed.keys())
    paths |= {p for p in there & committed.keys() if p.endswith(_TEXTS) and not _is(folder / p, committed[p])}
    return tuple(sorted(p for p in paths if not any(part.startswith(".") for part in p.split("/"))))


def _told_by_status(folder: Path) -> set[str]:
    prefix = _git(folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
    words = ("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", ".")
    found = _git(folder, *words).decode("utf-8", "surrogateescape").split("\0")
    return {entry[3:].removeprefix(prefix) for entry in found if entry}


def _files_of(folder: Path) -> Iterator[str]:
    """The plain files below the folder."""
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (
            path.relative_to(folder).as_posix()
            for path in (Path(above) / name for name in names)
            if path.is_file() and not path.is_symlink()
        )


def _is(file: Path, ident: str) -> bool:
    """Whether a file holds the bytes that git knows by an id."""
    data = file.read_bytes()
    kind = "sha256" if len(ident) > _SHA1 else "sha1"
    forms = (data, data.replace(b"\r\n", b"\n"))
    return any(hashlib.new(kind, b"blob %d\0" % len(form) + form).hexdigest() == ident for form in forms)


def read_blobs(folder: Path, ids: Sequence[str]) -> Iterator[bytes]:
    """The bytes of each id, in the order asked for, through one process."""
    if not ids:
        return
    command = [*_GIT, "cat-file", "--batch", "--buffer"]
    with subprocess.Popen(
        command, cwd=folder, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        if process.stdin is None or process.stdout is None:  # pragma: no cover - both are pipes
            raise GitFault("no pipe to git")
        # Asking and reading at once: either pipe alone would fill up and wait for ever.
        asker = threading.Thread(target=_ask, args=(process.stdin, ids), daemon=True)
        asker.start()
        try:
            for ident in ids:
                head = process.stdout.readline().split()
                if len(head) != 3:
                    raise GitFault(f"git has lost {ident}")
                data = process.stdout.read(int(head[2]))
                process.stdout.read(1)
                yield data
        finally:
            process.kill()
            asker.join()


def _ask(pipe: object, ids: Iterable[str]) -> None:
    try:
        pipe.write("".join(f"{i}\n" for i in ids).encode())  # type: ignore[attr-defined]
        pipe.close()  # type: ignore[attr-defined]
    except BrokenPipeError:  # the reader has left
        pass
