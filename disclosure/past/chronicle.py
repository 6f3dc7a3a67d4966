"""The history of a content folder, whole: read from git in parallel, and kept for the next build.

A later build reads only the commits that are new. The cache holds what was read, never what was judged;
it is thrown away when the code that reads changes, and cut back to the last common commit when
history was rewritten. With it and without it the history is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from ..ground.files import sha256
from ..judge import revisions as judged
from ..plan.history import RECORD, History, Moment, Revision, Version, publication
from ..read import history as git
from ..read.layout import classify
from . import lives
from .keeping import code_digest, keep, kept
from .lives import DISK, OBJECTS, Life, Lived, lives_of

CHUNK = 500
# Fewer edits than this are read here: a process costs more.
FEW = 1000


@dataclass(kw_only=True, slots=True)
class Past:
    """What is known so far: the content of the cache. `skipped` is the moment up to which first
    appearances were left out; `tree` is the digest of what was published first, and its commit; `unread`
    are the spans of moments in which some file could not be read; `attachments` are all changes of files
    that are published as they are."""

    moments: list[Moment] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    skipped: int = -1
    tree: tuple[str, str] = ("", "")
    unread: list[tuple[int, int]] = field(default_factory=list)
    attachments: list[tuple[str, int]] = field(default_factory=list)


def read_history(content: Path, mode: str, cache: Path | None, jobs: int) -> History:
    """The history of the content folder, with what is not committed. With mode `off` git is not asked.
    `cache` is the file that keeps what was read, None for none."""
    if mode == "off":
        return History(state="off")
    state, reason = git.state_of(content)
    if state != "known":
        return History(state=state, reason=reason)
    try:
        past = _kept(content, cache)
        return _read(past, content, cache, jobs)
    except git.GitFault as fault:  # such as objects that a partial clone has left behind
        return History(state="no-git", reason=str(fault))


def _read(past: Past, content: Path, cache: Path | None, jobs: int) -> History:
    """The history from what is known and what is new."""
    log = git.read_log(content, past.moments[-1].commit if past.moments else "")
    stuck = _extend(past, content, log, jobs) if log.moments else {}
    if log.moments and cache and not stuck:
        _keep(past, cache)
    return _with_uncommitted(past, content, stuck)


def _extend(past: Past, content: Path, log: git.Log, jobs: int) -> dict[str, str | None]:
    """Add the commits of the log to the past. Returns the files whose last version cannot be read, with
    the ids of the last that could, None where none ever could."""
    offset = len(past.moments)
    edits = [replace(e, moment=e.moment + offset) for e in log.edits]
    past.attachments += [(e.path, e.moment) for e in edits if e.path.startswith("files/")]
    files = git.files_at(content, past.moments[-1].commit) if offset else {}
    past.moments += log.moments
    found = lives_of(edits, files, {})
    steering = [life for life in found if life.kind in lives.STEERING]
    past.versions += _versions(_read_all(content, steering, frozenset(), 1))
    first = _first(past.versions)
    if not offset:
        past.skipped = -1 if first is None else first
    gone = {e.moment for e in edits if e.new is None}
    skipped = frozenset(range(past.skipped + 1)) - gone
    objects = [life for life in found if life.kind in OBJECTS]
    lived = _read_all(content, objects, skipped, jobs)
    past.revisions += _revisions(lived)
    past.unread += sorted({span for one in lived for span in one.unread})
    if first is not None and first < len(past.moments) and past.moments[first].commit != past.tree[0]:
        past.tree = (past.moments[first].commit, _tree(content, past.moments[first].commit))
    return {path: ident for one in lived for path, ident in one.stuck}


def _first(versions: Iterable[Version]) -> int | None:
    return publication((v.moment, v.data) for v in versions if v.file == "site.yaml")


def _tree(content: Path, commit: str) -> str:
    """The digest of the published objects at a commit: of their addresses and git's ids of their bytes."""
    files = git.files_at(content, commit).items()
    found = ((path, ident, classify(path, Path(path))) for path, ident in sorted(files))
    lines = (f"{ident}  {path}\n" for path, ident, source in found if source and source.kind in OBJECTS)
    return sha256("".join(lines).encode())


def _read_all(content: Path, found: Sequence[Life], skipped: frozenset[int], jobs: int) -> list[Lived]:
    """What lives came to, in their order."""
    chunks = list(_chunks(found))
    work = partial(_read_chunk, content, skipped)
    if jobs > 1 and sum(len(life.steps) for life in found) > FEW:
        with ProcessPoolExecutor(jobs) as executor:
            done = list(executor.map(work, chunks))
    else:
        done = list(map(work, chunks))
    return [one for chunk in done for one in chunk]


def _revisions(lived: Iterable[Lived]) -> list[Revision]:
    found = sorted((r for one in lived for r in one.revisions), key=lambda r: (r.moment, r.file))
    return list(_joined(found))


def _versions(lived: Iterable[Lived]) -> list[Version]:
    return sorted((v for one in lived for v in one.versions), key=lambda v: (v.moment, v.file))


def _chunks(found: Sequence[Life]) -> Iterator[list[Life]]:
    """The lives in parts of some CHUNK steps."""
    part: list[Life] = []
    size = 0
    for life in found:
        part.append(life)
        size += len(life.steps)
        if size >= CHUNK:
            yield part
            part, size = [], 0
    if part:
        yield part


def _read_chunk(content: Path, skipped: frozenset[int], found: Sequence[Life]) -> list[Lived]:
    """Read some lives through one process of git."""
    wanted = [source for life in found for source in life.sources]
    blobs = git.read_blobs(content, [s for s in wanted if not s.startswith(DISK)])
    data = (
        (content / s.removeprefix(DISK)).read_bytes() if s.startswith(DISK) else next(blobs) for s in wanted
    )
    return [lives.live(life, data, skipped) for life in found]


def _joined(revisions: Iterable[Revision]) -> Iterator[Revision]:
    """The revisions, with an object that leaves one file and appears in another at the same moment told as
    one that was renamed, and each first appearance taken apart into its records."""
    pending = list(revisions)
    left = {(r.moment, r.plan, r.object): r for r in pending if r.field == RECORD and r.new is None}
    came = {(r.moment, r.plan, r.object): r for r in pending if r.field == RECORD and r.old is None}
    for revision in pending:
        key = (revision.moment, revision.plan, revision.object)
        if revision.field != RECORD:
            yield revision
        elif key in left and key in came:
            if revision.old is None:
                yield from _parts(revision, left[key].old)
        elif revision.old is None:
            yield from _parts(revision, None)
        else:
            yield revision


def _parts(revision: Revision, old: Mapping[str, Any] | None) -> Iterator[Revision]:
    kind = revision.object.partition("/")[0]
    changes = (
        judged.whole(kind, revision.new) if old is None else judged.changes_between(kind, old, revision.new)
    )
    for path, before, after, is_sample in changes:
        yield replace(revision, field=path, old=before, new=after, is_sample=is_sample)


def _with_uncommitted(past: Past, content: Path, stuck: Mapping[str, str | None]) -> History:
    """The history with what the disk holds beyond the last commit."""
    changed = git.uncommitted(content)
    now = len(past.moments)
    files = git.files_at(content, "HEAD") if changed else {}
    edits = [
        git.Edit(moment=now, path=path, old=files.get(path), new=_on_disk(content, path)) for path in changed
    ]
    found = lives_of(edits, files, {path: ident for path, ident in stuck.items() if ident})
    lived = _read_all(content, found, frozenset(), 1)
    all_versions = (*past.versions, *_versions(lived))
    return History(
        state="known",
        moments=tuple(past.moments),
        revisions=(*past.revisions, *_revisions(lived)),
        versions=all_versions,
        first=_first(all_versions),
        tree=past.tree[1],
        uncommitted=tuple(path for path in changed if classify(path, Path(path))),
        attachments=tuple(sorted(dict(past.attachments).items())),
    )


def _on_disk(content: Path, path: str) -> str | None:
    file = content / path
    return DISK + path if file.is_file() and not file.is_symlink() else None


_REVISION, _VERSION = (tuple(f.name for f in fields(kind)) for kind in (Revision, Version))


def _values(record: Revision | Version) -> list[Any]:
    names = _REVISION if isinstance(record, Revision) else _VERSION
    return [getattr(record, name) for name in names]


def _keep(past: Past, cache: Path) -> None:
    """Write the past to the cache."""
    data = {
        "moments": [astuple(m) for m in past.moments],
        "revisions": [_values(r) for r in past.revisions],
        "versions": [_values(v) for v in past.versions],
        "skipped": past.skipped,
        "tree": past.tree,
        "unread": past.unread,
        "attachments": past.attachments,
    }
    keep(cache, [code_digest()], data)


def _kept(content: Path, cache: Path | None) -> Past:
    """The past that the cache holds, cut back to the last commit that still is one of this line."""
    past = kept(cache, [code_digest()], _past)
    return _cut(past, content) if past else Past()


def _past(data: Any) -> Past:
    return Past(
        moments=[Moment(commit=c, at=t) for c, t in data["moments"]],
        revisions=[Revision(**dict(zip(_REVISION, values, strict=True))) for values in data["revisions"]],
        versions=[Version(**dict(zip(_VERSION, values, strict=True))) for values in data["versions"]],
        skipped=data["skipped"],
        tree=tuple(data["tree"]),
        unread=[(start, end) for start, end in data["unread"]],
        attachments=[(path, moment) for path, moment in data["attachments"]],
    )


def _cut(past: Past, content: Path) -> Past:
    line = git.line_of_commits(content)
    count = next((n for n, m in enumerate(past.moments) if m.commit not in line), len(past.moments))
    if count == len(past.moments):
        return past
    past.moments = past.moments[:count]
    past.revisions = [r for r in past.revisions if r.moment < count]
    past.versions = [v for v in past.versions if v.moment < count]
    if any(start < count <= end for start, end in past.unread):
        return Past()  # what stood before the cut could not be read
    past.unread = [span for span in past.unread if span[1] < count]
    past.attachments = [change for change in past.attachments if change[1] < count]
    first = _first(past.versions)
    return past if first is not None and past.skipped <= first < count else Past()
