"""Where a plan comes from: the inspection that it answers, and the document as its authority published it,
with the places where our text departs from it.
"""

from __future__ import annotations

from typing import Literal

from .record import record
from .text import Text
from .values import WebUrl


@record
class Inspection:
    name: Text
    round: Text | None = None
    level: Literal["central", "provincial", "other"]


@record
class Difference:
    """Where our text departs from the original: `original` is None for what was added, `here` for what was
    left out."""

    original: str | None = None
    here: str | None = None
    reason: Text


@record
class Original:
    """The document as its authority published it."""

    title: Text
    publisher: Text | None = None
    url: WebUrl | None = None
    file: str | None = None
    differences: tuple[Difference, ...] = ()
