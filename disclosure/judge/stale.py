"""Which translations the Chinese has left behind: from the order in which both changed.

A translation is stale from the commit that changed its Chinese and not it, until one that changes it,
or a note says that the English stands.
White space, the width of punctuation and the wrapping of lines are no change of either.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..plan.history import RECORD, Revision
from .notes import Note
from .weight import is_text

Key = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A change of the Chinese that the translation has not followed; `moment` is its commit."""

    moment: int
    old: str
    new: str


def folded(text: str) -> str:
    """A text without what makes no difference to its translation."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _differs(old: str, new: str) -> bool:
    return old != new and folded(old) != folded(new)


def texts_in(value: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    """The texts inside a value, each with its path below it; an entry of a list goes by its file, its
    address or its place."""
    if is_text(value):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from texts_in(part, f"{path}/{key}")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            name = part.get("file") or part.get("url") or number if isinstance(part, Mapping) else number
            yield from texts_in(part, f"{path}/{name}")


class Follower:
    """Keeps, revision by revision, what each translation has not followed. Keys are (plan, object,
    field)."""

    def __init__(self) -> None:
        self.stale: dict[Key, tuple[Passage, ...]] = {}

    def follow(self, revision: Revision) -> bool:
        """Take in one revision; True where it does nothing but make translations follow again."""
        plan, name, path = revision.plan, revision.object, revision.field
        if revision.old is None or revision.new is None:
            self._drop(plan, name, path)
            return False
        before, after = dict(texts_in(revision.old)), dict(texts_in(revision.new))
        is_mended = bool(before) and _without_texts(revision.old) == _without_texts(revision.new)
        for inner in before.keys() | after.keys():
            old, new = before.get(inner), after.get(inner)
            key = (plan, name, path + inner)
            was_stale = key in self.stale
            if old is None or new is None or "en" not in new or "en" not in old:
                self.stale.pop(key, None)
                is_mended = is_mended and old is not None and new is not None and old["zh"] == new["zh"]
                continue
            is_moved = _differs(old["zh"], new["zh"])
            if _differs(old["en"], new["en"]):
                self.stale.pop(key, None)
                is_mended = is_mended and was_stale and not is_moved
            elif is_moved:
                passage = Passage(moment=revision.moment, old=old["zh"], new=new["zh"])
                self.stale[key] = (*self.stale.get(key, ()), passage)
                is_mended = False
            elif old != new:
                is_mended = False
        return is_mended

    def _drop(self, plan: str, name: str, path: str) -> None:
        prefix = "" if path == RECORD else path
        gone = [
            key
            for key in self.stale
            if key[:2] == (plan, name) and (not prefix or key[2] == prefix or key[2].startswith(prefix + "/"))
        ]
        for key in gone:
            del self.stale[key]


def still_stale(
    stale: Mapping[Key, tuple[Passage, ...]], notes: Iterable[Note]
) -> dict[Key, tuple[Passage, ...]]:
    """What is stale but for the changes of which a note of the same commit, or a later one, says that the
    English stands."""
    standing = [note for note in notes if note.english_stands]
    found = {
        key: tuple(
            passage
            for passage in passages
            if not any(
                note.moment >= passage.moment and any(name.holds_field(*key) for name in note.names)
                for note in standing
            )
        )
        for key, passages in stale.items()
    }
    return {key: passages for key, passages in found.items() if passages}


def _without_texts(value: Any) -> Any:
    """A value with every text in it taken for the same, to tell whether anything else differs."""
    if is_text(value):
        return ""
    if isinstance(value, Mapping):
        return {key: _without_texts(part) for key, part in value.items()}
    return [_without_texts(part) for part in value] if isinstance(value, list) else value
