"""The text of content files, for messages and for places in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from ..ground.problems import Problem
from .characters import decode_text


def source_of(content: Path) -> Callable[[str], str | None]:
    """A reader of content files for messages: their text as it is checked, None where there is none."""

    @cache
    def text(file: str) -> str | None:
        path = content / file
        if Path(file).is_absolute() or not path.is_file() or path.is_symlink():
            return None  # a page of the site has no text that an editor wrote
        data = path.read_bytes()
        if file.startswith("files/") or len(data) > 2_000_000:
            return None
        return decode_text(data, file).value or data.decode("utf-8", "replace").replace("\r\n", "\n")

    return text


def texts_of(content: Path, problems: Iterable[Problem]) -> dict[str, str]:
    """The texts of the files that problems are in, for messages that are told when the folder is gone."""
    source = source_of(content)
    found = {problem.anchor.file: source(problem.anchor.file) for problem in problems}
    return {file: text for file, text in found.items() if text is not None}
