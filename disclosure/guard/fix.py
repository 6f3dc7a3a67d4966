"""`check --fix privacy`: what is private in content files is written in its masked form.

Only files that are text are changed, each whole or not at all; attachments and names of files are for a
person to mend. What may stay is not touched, and neither is a comment’s wording beside what it hides.
"""

from __future__ import annotations

from pathlib import Path

from ..ground.files import write_whole
from ..read.content import read_registry
from ..read.layout import discover
from .masks import mask_text
from .permits import Permits, permits_of
from .private import find_private
from .rules import unlisted_phone


def mask_private(text: str, permits: Permits) -> tuple[str, int]:
    """The text with everything private masked, and how many places that were. A number given as an office’s
    is left for a person to judge."""
    found = [f for f in find_private(text, permits) if f.rule is not unlisted_phone.RULE]
    return mask_text(text, found), len(found)


def fix_privacy(content: Path) -> dict[str, int]:
    """Mask in place in all content files but attachments; the addresses of those that changed, with the
    number of places in each."""
    sources = [s for s in discover(content).value or () if s.kind != "file"]
    permits = permits_of(read_registry(sources).value)
    changed: dict[str, int] = {}
    for source in sources:
        try:
            text = source.path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue  # it is an error of its own
        masked, count = mask_private(text, permits)
        if count:
            write_whole(source.path, masked.encode())
            changed[source.address] = count
    return changed
