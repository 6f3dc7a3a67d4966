"""A line on the terminal that counts what has been done; silent elsewhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(kw_only=True, slots=True)
class Progress:
    """Called with (done, total) items."""

    is_shown: bool

    def __call__(self, done: int, total: int) -> None:
        if self.is_shown:
            end = "\r\x1b[K" if done == total else ""
            bar = "=" * (30 * done // total)
            print(f"\r[{bar:30}] {done}/{total}{end}", end="", file=sys.stderr, flush=True)
