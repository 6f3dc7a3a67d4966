"""The new whole, or the old whole: a site is staged beside its target and then takes its place.

Nothing below the target changes before the exchange, which is one step where the file system can do that,
else two renames; a build that was killed between them is made good by the next. One build at a time
writes to a target, others wait. What a killed build left beside it is swept. A target that holds a
file that was not made here is never touched.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..ground.files import walk
from ..ground.kernel import exchange_folders, sync_entry, sync_tree
from ..plan.text import Text
from ..show.render import Artifact, artifact_of
from .ownership import KEPT, foreign_files, mark

# How long a build waits for another that writes to the same target.
PATIENCE_SECONDS = 120.0
_NAMED = 5


class TargetFault(Exception):
    """The target cannot be written to, and why, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh=zh, en=en)


class ForeignTarget(TargetFault):
    """The target holds, or is, something that is no site of ours."""


class BusyTarget(TargetFault):
    """Another build has been writing to the target for too long."""


def check_target(target: Path, content: Path) -> None:
    """Refuse a target that no site can ever take the place of. Raises ForeignTarget."""
    target, content = target.resolve(), content.resolve()
    if target == content or target in content.parents or content in target.parents:
        raise ForeignTarget(
            f"{target}：输出文件夹与内容文件夹相互包含，请用 --out 另选一个",
            f"{target}: the output would lie over the content, or the other way round; choose another --out",
        )
    if target.exists() and not target.is_dir():
        raise ForeignTarget(
            f"{target}：这是文件，不是文件夹",
            f"{target}: this is a file, not a folder",
        )
    if target.is_mount():
        raise ForeignTarget(
            f"{target}：这是挂载点，不能整个替换；请用 --out 指定它下面的一个文件夹",
            f"{target}: a mount point cannot be replaced as a whole; choose a folder below it with --out",
        )


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A fresh folder beside the target, gone at the end unless it took the target's place. Until then
    no other build writes to the target. Raises ForeignTarget and BusyTarget."""
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target):
        _recover(target)
        _refuse_foreign(target)
        for left in _leftovers(target):
            shutil.rmtree(left, ignore_errors=True)
        folder = target.with_name(f".{target.name}-{secrets.token_hex(4)}.staging")
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def write_file(folder: Path, path: str, data: bytes) -> None:
    """Write one file of the staged site."""
    file = folder / path
    try:
        file.write_bytes(data)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Artifact]:
    """Write files of the staged site, by their paths, and return what is kept of them."""
    for path, data in files.items():
        write_file(folder, path, data)
    return [artifact_of(path, data) for path, data in files.items()]


def artifacts_below(folder: Path, path: str) -> Iterator[Artifact]:
    """The files of the staged site below a path, in order."""
    for name, file in walk(folder / path) if (folder / path).is_dir() else ():
        yield artifact_of(f"{path}/{name}", file.read_bytes())


def exchange(folder: Path, target: Path, *, is_lasting: bool = True) -> bool:
    """Put the staged site in the target's place, on disk before this returns where it `is_lasting`. A
    `.gitignore` that the target had is kept. Returns whether it was one step; two renames leave a
    moment without a site."""
    target = target.resolve()
    if (target / KEPT).is_file():
        shutil.copyfile(target / KEPT, folder / KEPT)
    mark(folder)
    folder.chmod(0o755)
    if is_lasting:
        sync_tree(folder)
    _refuse_foreign(target)  # somebody may have come in the meantime
    is_one_step = _take_place(folder, target)
    if is_lasting:
        sync_entry(target.parent)
    return is_one_step


def _take_place(folder: Path, target: Path) -> bool:
    if not target.exists():
        folder.rename(target)
        return True
    try:
        if exchange_folders(folder, target):
            return True
    except OSError as error:
        # A folder that came with a container's image cannot change places; one without a site may go.
        if error.errno != errno.EXDEV or any(path.name != KEPT for path in target.iterdir()):
            raise
        shutil.rmtree(target)
        folder.rename(target)
        return True
    old = folder.with_suffix(".old")
    target.rename(old)
    try:
        folder.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
    return False


def _refuse_foreign(target: Path) -> None:
    found = foreign_files(target) if target.exists() else []
    if not found:
        return
    names, more = ", ".join(found[:_NAMED]), len(found) - _NAMED
    raise ForeignTarget(
        f"{target}：里面有不是本程序生成的文件：{names}{f' 等 {len(found)} 个' if more > 0 else ''}。"
        "请先移走，或用 --out 另选文件夹",
        f"{target}: holds what was not made here: {names}{f' and {more} more' if more > 0 else ''}; "
        "move it away, or choose another --out",
    )


def _leftovers(target: Path) -> list[Path]:
    """What killed builds left beside the target; no build is at work while the lock is held."""
    form = re.compile(rf"\.{re.escape(target.name)}-[0-9a-f]{{8}}\.(staging|old)")
    with os.scandir(target.parent) as entries:
        own = [e.path for e in entries if form.fullmatch(e.name) and e.is_dir(follow_symlinks=False)]
    return sorted(map(Path, own))


def _recover(target: Path) -> None:
    """Put back the old site of a build that was killed between its two renames."""
    if not target.exists():
        for old in (left for left in _leftovers(target) if left.suffix == ".old"):
            old.rename(target)
            return


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the lock beside the target. It is the kernel's: a killed build holds none. The file is gone at
    the end; who opened it in the meantime sees that and opens a new one."""
    path = target.with_name(f".{target.name}-lock")
    descriptor = _acquire(path, target)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(path: Path, target: Path) -> int:
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        # A record lock belongs to this process alone: workers do not hold it on when we are killed.
        if _is_locked(descriptor) and _is_at(path, descriptor):
            return descriptor
        os.close(descriptor)
        if time.monotonic() > end:
            raise BusyTarget(
                f"{target}：另一个生成进程一直在写这个文件夹，请等它结束后再运行",
                f"{target}: another build is still writing to this folder; run again when it has ended",
            )
        time.sleep(0.05)


def _is_locked(descriptor: int) -> bool:
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(path: Path, descriptor: int) -> bool:
    """Whether the open file is still the one at the path."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
