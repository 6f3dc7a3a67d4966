"""What the kernel does and Python has no word for: exchange two folders in one step, write a whole file
system's pending data to disk, end a process with its parent.

Linux offers all three; elsewhere, and on file systems that cannot, each says so or does the nearest thing.
"""

from __future__ import annotations

import ctypes
import errno
import multiprocessing
import os
import signal
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
_AT_FDCWD, _RENAME_EXCHANGE, _PR_SET_PDEATHSIG = -100, 2, 1
# What a kernel or a file system answers that does not know the exchange.
_UNKNOWN = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})


def exchange_folders(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places in one step: no reader ever misses either.
    False, and nothing is changed, where that is not to be had. Raises OSError for other faults."""
    rename = getattr(_LIBC, "renameat2", None)
    if rename is None:
        return False
    if not rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE):
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def sync_tree(folder: Path) -> None:
    """Return when everything below the folder is on the disk. One call for the whole file system where
    there is one (see the decisions in `disclosure/README.md`), else file by file."""
    sync = getattr(_LIBC, "syncfs", None)
    if sync is None:
        for parent, _, names in os.walk(folder):
            for name in (*names, "."):
                sync_entry(Path(parent, name))
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if sync(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


def sync_entry(path: Path) -> None:
    """Return when a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def become_worker() -> None:
    """Called first in a worker process: it leaves Ctrl-C to its parent, which then ends it in order, and
    dies with a parent that is killed, so that nobody goes on writing for a build that is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(_LIBC, "prctl"):
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    parent = multiprocessing.parent_process()
    if parent and os.getppid() != parent.pid:  # it was killed before we could ask
        os._exit(1)
