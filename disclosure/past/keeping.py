"""Files of the cache: plain data under a digest and a key, so that what is cut off, altered or made for
something else reads as nothing.

A key says what the data is a function of. What the data means is left to others.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from ..ground.files import sha256, write_whole

Made = TypeVar("Made")
_FOLDERS = ("plan", "read", "judge", "past")


@cache
def code_digest() -> str:
    """A digest of the code that the past goes through: with other code, other data."""
    package = Path(__file__).resolve().parents[1]
    files = sorted(path for folder in _FOLDERS for path in (package / folder).glob("*.py"))
    return sha256(b"\0".join(path.read_bytes() for path in files))


def keep(path: Path, key: list[Any], data: Any) -> None:
    """Write data to the cache."""
    text = json.dumps([key, data], ensure_ascii=False, separators=(",", ":")).encode()
    write_whole(path, f"{sha256(text)}\n".encode() + text)


def kept(path: Path | None, key: list[Any], make: Callable[[Any], Made]) -> Made | None:
    """What `make` makes of the data kept under a key; None where there is none, or not whole."""
    try:
        digest, _, text = path.read_bytes().partition(b"\n") if path else (b"", b"", b"")
    except OSError:
        return None
    if digest != sha256(text).encode():
        return None
    is_collecting = gc.isenabled()
    gc.disable()  # all of it is new and stays: looking for what to free takes a third of the time
    try:
        found = json.loads(text)
        return make(found[1]) if found[0] == key else None
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    finally:
        if is_collecting:
            gc.enable()
