"""The new whole, or the old whole: a site is staged beside its target and then takes its place.

Nothing below the target changes before the exchange. A target that holds something else than a site
of ours is never touched.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .machine import MANIFEST

KEPT = ".gitignore"


class ForeignTarget(Exception):
    """The target holds files that are no site of ours."""


def check_target(target: Path, content: Path) -> None:
    """Refuse a target that is not ours to replace. Raises ForeignTarget."""
    target, content = target.resolve(), content.resolve()
    if target == content or target in content.parents or content in target.parents:
        raise ForeignTarget(f"{target}: the output would lie over the content, or the other way round")
    if not target.exists():
        return
    if not target.is_dir():
        raise ForeignTarget(f"{target}: this is a file, not a folder")
    if any(p.name != KEPT for p in target.iterdir()) and not (target / MANIFEST).is_file():
        raise ForeignTarget(f"{target}: this folder is not empty and holds no site made here; empty it first")


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A fresh folder beside the target, gone at the end unless it took the target's place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", suffix=".staging", dir=target.parent))
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


def exchange(folder: Path, target: Path) -> None:
    """Put the staged site in the target's place. A `.gitignore` that the target had is kept."""
    kept = target / KEPT
    if kept.is_file():
        shutil.copyfile(kept, folder / KEPT)
    folder.chmod(0o755)
    if not target.exists():
        folder.rename(target)
        return
    old = folder.with_suffix(".old")
    target.rename(old)
    try:
        folder.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
