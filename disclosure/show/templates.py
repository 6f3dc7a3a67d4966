"""The Jinja environment: strict, always escaping, and blind to everything but frame, view and words.

No template reads a clock, a file or the content; a missing name is an error with its template and
line, never an empty string.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .views.parts import size_words
from .words import counted, filled


def environment(folder: Path) -> Environment:
    """The environment for the templates below `folder`."""
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    filters: dict[str, Any] = {"count": counted, "fill": filled, "size": size_words}
    env.filters.update(filters)
    return env
