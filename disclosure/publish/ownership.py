"""Whose files lie in a target: a mark in every site names the files that were made with it.

A target is replaced as a whole, so that everything in it must be ours. What the mark does not name was
put there by somebody, who alone may take it away. The mark is hidden, is no part of the manifest, and
names paths only: the same site has the same mark.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

MARK = ".disclosure-site"
# A target may have one of its own, so that git keeps the folder and not the site; it is kept.
KEPT = ".gitignore"
_NOTE = "made by build.py, which replaces this folder as a whole"


def mark(folder: Path) -> None:
    """Write the mark of a staged site, when all its files are there."""
    names = sorted(name for name in _walk(folder, "", None) if name not in (MARK, KEPT))
    text = json.dumps({"note": _NOTE, "files": names}, indent=0)
    (folder / MARK).write_text(text + "\n", "utf-8")


def foreign_files(target: Path) -> list[str]:
    """What lies in a target and was not made here, in order: files, and folders (with a slash at the end)
    that hold nothing of ours."""
    own = _marked(target)
    found = _walk(target, "", _folders_of(own))
    return sorted(name for name in found if name not in own and name not in (MARK, KEPT))


def _marked(target: Path) -> frozenset[str]:
    """The files that the mark of a target names; none where it has no mark of ours."""
    try:
        data = json.loads((target / MARK).read_bytes())
    except (FileNotFoundError, ValueError):
        return frozenset()
    names = data.get("files") if isinstance(data, dict) else None
    return frozenset(filter(_is_text, names)) if isinstance(names, list) else frozenset()


def _folders_of(names: Iterable[str]) -> set[str]:
    folders: set[str] = set()
    for name in names:
        above = name.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    return folders


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _walk(root: Path, below: str, folders: set[str] | None) -> Iterator[str]:
    """Every file and link below a folder by its path; a folder that is not among
    `folders` is named and not entered, None enters all. Links are not followed."""
    with os.scandir(root / below) as entries:
        for entry in entries:
            name = f"{below}{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                yield name
            elif folders is None or name in folders:
                yield from _walk(root, f"{name}/", folders)
            else:
                yield f"{name}/"
