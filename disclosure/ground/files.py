"""Reading and writing files: digests, whole writes, and a walk that leaves out what is hidden.

Nothing here knows what a file means.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path


def sha256(data: bytes) -> str:
    """The SHA-256 of `data` in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def sha256_of_file(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def walk(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file and symbolic link below `root` as (address with forward slashes, path), in the
    order of the addresses. Hidden files and folders are left out; links are not followed."""
    pending = [""]
    found: list[tuple[str, Path]] = []
    while pending:
        folder = pending.pop()
        with os.scandir(root / folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                address = f"{folder}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append(address + "/")
                else:
                    found.append((address, Path(entry.path)))
    yield from sorted(found)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
