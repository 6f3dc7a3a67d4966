"""The Jinja environment: strict, always escaping, and blind to everything but frame, view and words.

No template reads a clock, a file or the content; a missing name is an error with its template and
line, never an empty string.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError

from .views.parts import size_words
from .words import counted, filled


class _Loader(FileSystemLoader):
    """Names the template and the line of a byte that is no UTF-8."""

    def get_source(self, environment: Environment, template: str) -> Any:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise TemplateSyntaxError("the file is not saved as UTF-8", line, template) from None


def environment(folder: Path) -> Environment:
    """The environment for the templates below `folder`."""
    env = Environment(
        loader=_Loader(folder),
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
