"""Whether the site that stands is the one that a build would make: decided from what the disk notes of each
file, before anything heavy is imported.

A build keeps a digest of the size, the times and the node number of every file that can change its site
(content, templates, program, libraries, state of the repository), of what was asked for, and of the site
that it made. Where all are the same, the site is left as it is, and what was said of it is said again.
The time at which a node last changed cannot be set back, so that an edit is seen even where size and
time of writing were restored; what was written in the very moment of looking is looked at again. Anything
unknown, such as a damaged note, means a build.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .telling import Verdict

FORM = 1
# Two changes within a tick of the clock of a file system look alike: what is younger is looked at again.
TICK = 20_000_000
# Options that change nothing of the site, and those whose work lies partly outside of what is looked at here.
_WITHOUT_EFFECT = frozenset({"jobs", "cache", "no_cache", "command"})
_NOT_HERE = ("pdf", "register", "sign")
_OF_REPOSITORY = (
    "HEAD",
    "index",
    "shallow",
    "packed-refs",
    "config",
    "reftable",
    "refs/replace",
    "info/grafts",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What the disk says: a digest, and whether nothing changed while it was taken."""

    digest: str
    is_settled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptSite:
    """The site in `target` for what was asked for; `note` is the file that a build of it keeps. `before` is
    the look at all that the site is made of, taken before any of it is read."""

    note: Path
    target: Path
    before: Look

    def told(self, day_in: Callable[[str], str]) -> Verdict | None:
        """What was said of the site when it was made, if it is what a build would make now; else None.
        `day_in` gives today in a time zone, for a site whose day is the clock's."""
        try:
            kept = json.loads(self.note.read_bytes())
            is_same = kept["form"] == FORM and self.before.is_settled and kept["before"] == self.before.digest
            if not is_same or (kept["zone"] and day_in(kept["zone"]) != kept["day"]):
                return None
            return Verdict(**kept["told"]) if kept["after"] == look_at([self.target]).digest else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, told: Verdict, day: str, zone: str) -> None:
        """Note that the site now stands for what was looked at before. `zone` is empty where its `day` is
        not the clock's."""
        after = look_at([self.target])
        if not (self.before.is_settled and after.is_settled):
            self.note.unlink(missing_ok=True)
            return
        from .ground.files import write_whole

        data = {"form": FORM, "before": self.before.digest, "after": after.digest, "day": day, "zone": zone}
        write_whole(self.note, json.dumps(data | {"told": asdict(told)}, ensure_ascii=False).encode())


def kept_site(options: Mapping[str, Any], target: Path, environment: Mapping[str, str]) -> KeptSite | None:
    """The site that stands in `target` for a command line, as parsed; None where that is not to be asked."""
    if options["no_cache"] or any(options.get(name) for name in _NOT_HERE):
        return None
    try:
        return _look_before(options, target, environment)
    except (OSError, ValueError, RecursionError):
        return None


def _look_before(options: Mapping[str, Any], target: Path, environment: Mapping[str, str]) -> KeptSite:
    content = options["content"]
    asked = {name: str(value) for name, value in options.items() if name not in _WITHOUT_EFFECT}
    known = {k: v for k, v in environment.items() if k.startswith(("GIT_", "DISCLOSURE_"))}
    said = json.dumps([FORM, asked, known, sys.version, sys.path], sort_keys=True)
    places = [content, options["templates"], Path(__file__).parent, *_libraries(), *_repository(content)]
    name = hashlib.sha256(os.fsencode(os.path.realpath(target))).hexdigest()[:16]
    note = options["cache"] / f"standing-{name}.json"
    return KeptSite(note=note, target=target, before=look_at(places, said))


def look_at(places: Sequence[Path], said: str = "") -> Look:
    """A look at all files below some places, which may be missing."""
    for _ in range(3):
        start = time.time_ns()
        digest = hashlib.sha256(said.encode())
        newest = 0
        for place in places:
            digest.update(os.fsencode(os.path.realpath(place)) + b"\0")
            for name, facts in _files(os.fspath(place), ""):
                digest.update(f"{name}\0{facts}\n".encode("utf-8", "surrogateescape"))
                newest = max(newest, facts[-1])
        if newest < start - TICK:
            return Look(
                digest=digest.hexdigest(),
                is_settled=newest % 1_000_000_000 != 0 or start - newest > 2 * 10**9,
            )
        time.sleep(TICK / 10**9)
    return Look(digest=digest.hexdigest(), is_settled=False)


def _files(
    path: str, name: str, links: frozenset[str] = frozenset()
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """All files below a path, which may be one itself, by their names below it in order: mode, size, node
    number, time of writing, time of the last change of the node. A link counts with what it leads to, unless
    that leads back; `links` are those that were followed."""
    try:
        with os.scandir(path) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except NotADirectoryError:
        yield name, _facts(Path(path).stat())
        return
    except FileNotFoundError:
        yield name, (0,)
        return
    for entry in found:
        below = f"{name}/{entry.name}"
        if entry.name == "__pycache__":
            continue
        if entry.is_symlink():
            end = os.path.realpath(entry.path)
            yield f"{below}\0{end}", _facts(entry.stat(follow_symlinks=False))
            if end not in links:
                yield from _files(end, below, links | {end})
        elif entry.is_dir():
            yield below, (1,)
            yield from _files(entry.path, below, links)
        else:
            yield below, _facts(entry.stat())


def _facts(stat: os.stat_result) -> tuple[int, ...]:
    return stat.st_mode, stat.st_size, stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns


def _libraries() -> Iterator[Path]:
    """The files that say which libraries are installed, in which version."""
    for folder in map(Path, sys.path):
        if folder.name == "site-packages" and folder.is_dir():
            yield from sorted(folder.glob("*.dist-info/RECORD"))


def _repository(content: Path) -> Iterator[Path]:
    """The files by which the state of the content's repository can be told."""
    above = Path(os.path.realpath(content))
    found = next((p / ".git" for p in (above, *above.parents) if (p / ".git").exists()), None)
    if found is None:
        return
    own = found if found.is_dir() else found.parent / found.read_text("utf-8").partition(":")[2].strip()
    shared = own / "commondir"
    common = own / shared.read_text("utf-8").strip() if shared.is_file() else own
    yield from (folder / name for folder in {own: 0, common: 0} for name in _OF_REPOSITORY)
    head = (own / "HEAD").read_text("utf-8").partition("ref: ")[2].strip()
    if head:
        yield common / head
