"""The life of one object's files, version after version, as revisions of its fields.

A life is read by itself, in any process and any order. A version that cannot be read was never published,
since no build accepts it: the object stays as it was before until one can be read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..judge.revisions import Change, changes_between
from ..plan.history import RECORD, Revision, Version
from ..read import versions as read
from ..read.history import Edit
from ..read.layout import SourceFile, classify

# What a reader of the site sees the past of, and what steers the ledger.
OBJECTS = frozenset({"item", "indicator", "plan", "section", "notice"})
STEERING = frozenset({"site", "change", "tombstones"})
# Bytes that are on the disk and in no commit: the id is this, then the address.
DISK = "disk:"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A file of a life becomes other bytes at a moment; `source` is their id, None where it is gone."""

    moment: int
    path: str
    source: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Life:
    """What happened to the file of an object, or to the two files of a text. `before` are the ids of the
    last bytes that could be read before the first step, by path."""

    kind: str
    plan: str
    id: str
    before: Mapping[str, str]
    steps: tuple[Step, ...]

    @property
    def sources(self) -> list[str]:
        """The ids of all bytes, in the order in which they are read."""
        return [*self.before.values(), *(s.source for s in self.steps if s.source)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lived:
    """What a life came to. Of an object that appears or is gone, `field` is RECORD and the data whole.
    `stuck` are the ids of the last bytes that could be read, where the present ones cannot; `unread` the
    moments from which something could not be read, each with that from which it could again."""

    revisions: tuple[Revision, ...] = ()
    versions: tuple[Version, ...] = ()
    stuck: tuple[tuple[str, str | None], ...] = ()
    unread: tuple[tuple[int, int], ...] = ()


def lives_of(edits: Iterable[Edit], files: Mapping[str, str], stuck: Mapping[str, str]) -> list[Life]:
    """The lives that edits are about. `files` are the ids of all files before the first edit, wanted for
    texts in two languages; `stuck` those to be taken in place of bytes that cannot be read."""
    steps: dict[tuple[str, str, str], list[Step]] = {}
    before: dict[tuple[str, str, str], dict[str, str]] = {}
    for edit in edits:
        source = classify(edit.path, Path(edit.path))
        if source is None or source.kind not in OBJECTS | STEERING:
            continue
        key = (source.kind, source.plan, source.id)
        if key not in steps:
            olds = {path: files[path] for path in _paths(source) if path in files}
            before[key] = olds if source.lang else {edit.path: edit.old} if edit.old else {}
            before[key] |= {path: stuck[path] for path in _paths(source) if path in stuck}
        steps.setdefault(key, []).append(Step(moment=edit.moment, path=edit.path, source=edit.new))
    return [
        Life(kind=key[0], plan=key[1], id=key[2], before=before[key], steps=tuple(found))
        for key, found in steps.items()
    ]


def _paths(source: SourceFile) -> tuple[str, ...]:
    """The files of an object: one, or one a language."""
    if not source.lang:
        return (source.address,)
    stem = source.address.removesuffix(f".{source.lang}.md")
    return (f"{stem}.zh.md", f"{stem}.en.md")


def live(life: Life, data: Iterator[bytes], skipped: frozenset[int]) -> Lived:
    """What the life came to. `data` gives the bytes of its sources, in order; the first appearance of an
    object at a moment of `skipped` is told of nowhere, and so not read."""
    if life.kind in STEERING:
        return _steering(life, data)
    return (_text if life.kind in ("section", "notice") else _record)(life, data, skipped)


def _name(kind: str, ident: str) -> str:
    return "plan" if kind == "plan" else f"{kind}/{ident}"


def _steering(life: Life, data: Iterator[bytes]) -> Lived:
    versions: list[Version] = []
    for _ in life.before:
        next(data)
    for step in life.steps:
        text = read.text_of(next(data)) if step.source else None
        found = read.load(text) if text is not None else None
        if found is not None or not step.source:
            versions.append(Version(moment=step.moment, file=step.path, data=found))
    return Lived(versions=tuple(versions))


class _Teller:
    """Gathers the revisions of one life, and when its files could not be read."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.found: list[Revision] = []
        self._stuck: tuple[tuple[str, str | None], ...] = ()
        self._since: int | None = None
        self._unread: list[tuple[int, int]] = []

    def lived(self) -> Lived:
        return Lived(revisions=tuple(self.found), stuck=self._stuck, unread=tuple(self._unread))

    def stop(self, step: Step, last: Mapping[str, str | None]) -> None:
        """Note that the bytes of a step cannot be read; `last` are the ids of those that could."""
        self._stuck = tuple(last.items())
        self._since = step.moment if self._since is None else self._since

    def go_on(self, step: Step) -> None:
        """Note that the bytes of a step can be read, or that the file is gone."""
        if self._since is not None:
            self._unread.append((self._since, step.moment))
        self._stuck, self._since = (), None

    def tell(self, step: Step, ident: str, changes: Iterable[Change]) -> None:
        about = {"plan": self.life.plan, "object": _name(self.life.kind, ident), "file": step.path}
        for path, old, new, is_sample in changes:
            self.found.append(
                Revision(moment=step.moment, field=path, old=old, new=new, is_sample=is_sample, **about)
            )

    def tell_whole(self, step: Step, ident: str, old: Any, new: Any) -> None:
        """Tell that the object appears or is gone."""
        self.tell(step, ident, [(RECORD, old, new, False)])


def _record(life: Life, data: Iterator[bytes], skipped: frozenset[int]) -> Lived:
    """A life in one YAML file."""
    teller = _Teller(life)
    source = next(iter(life.before.values()), None)
    text = read.text_of(next(data)) if source else None
    for step in life.steps:
        new = read.text_of(next(data)) if step.source else None
        if step.source is None and text is not None and isinstance(gone := read.load(text), dict):
            teller.tell_whole(step, _id(life, text), gone, None)
        if step.source is None or _move(teller, step, text, new, skipped):
            text, source = new, step.source
            teller.go_on(step)
        else:
            teller.stop(step, {step.path: source})
    return teller.lived()


def _id(life: Life, text: str) -> str:
    return (read.id_in(text) if life.kind == "item" else None) or life.id


def _move(teller: _Teller, step: Step, old: str | None, new: str | None, skipped: frozenset[int]) -> bool:
    """Tell of the way from one text to the next; False where the next cannot be read."""
    life = teller.life
    if new is None:
        return False
    if old is None and step.moment in skipped:
        return True
    pair = read.changed_data(old, new) if old is not None else None
    if pair is not None and old is not None and _id(life, old) == _id(life, new):
        teller.tell(step, _id(life, new), changes_between(life.kind, *pair))
        return True
    whole = read.load(new)
    if not isinstance(whole, dict):
        return False
    before = read.load(old) if old is not None else None
    if isinstance(before, dict):
        teller.tell_whole(step, _id(life, old or ""), before, None)
    teller.tell_whole(step, _id(life, new), None, whole)
    return True


def _text(life: Life, data: Iterator[bytes], skipped: frozenset[int]) -> Lived:
    """A life in two Markdown files, one a language. Both may change at one moment."""
    teller = _Teller(life)
    texts = {path: read.text_of(next(data)) for path in life.before}
    sources: dict[str, str | None] = dict(life.before)
    known, known_sources = _document(texts), dict(sources)
    for number, step in enumerate(life.steps):
        texts[step.path] = read.text_of(next(data)) if step.source else None
        sources[step.path] = step.source
        if number + 1 < len(life.steps) and life.steps[number + 1].moment == step.moment:
            continue
        chinese = next((p for p in sources if p.endswith(".zh.md")), step.path)
        document = _document(texts)
        if document is None and sources.get(chinese):
            teller.stop(step, known_sources)
            continue
        teller.go_on(step)
        _tell_text(teller, step, known, document, skipped)
        known, known_sources = document, dict(sources)
    return teller.lived()


def _document(texts: Mapping[str, str | None]) -> read.Data | None:
    by_lang = {path[-5:-3]: text for path, text in texts.items()}
    chinese = by_lang.get("zh")
    return read.document_data(chinese, by_lang.get("en")) if chinese is not None else None


def _tell_text(
    teller: _Teller, step: Step, old: read.Data | None, new: read.Data | None, skipped: frozenset[int]
) -> None:
    ident, chinese = teller.life.id, Step(moment=step.moment, path=_chinese(step.path), source=step.source)
    if old is not None and new is not None:
        teller.tell(chinese, ident, changes_between(teller.life.kind, old, new))
    elif old is not None:
        teller.tell_whole(chinese, ident, old, None)
    elif new is not None and step.moment not in skipped:
        teller.tell_whole(chinese, ident, None, new)


def _chinese(path: str) -> str:
    return path.removesuffix(".en.md") + ".zh.md" if path.endswith(".en.md") else path
