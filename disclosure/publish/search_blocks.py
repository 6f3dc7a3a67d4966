"""Blocks of 32 documents of one language: which term stands in which of them, and their texts as files.

A document is a page, a part of a page, or a piece of a long page; in a block it is a bit. The files
that hold texts are named by their digest, so that an edit gives new names to what it changes and leaves
all others alone, and a browser never joins files of two builds.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..ground.files import sha256
from .release import write_file
from .search_terms import terms_of

FOLDER = "assets/search"
BLOCK_SIZE = 32
# So many documents at most, and about so many bytes, go into one file of texts.
FILE_SIZE, FILE_BYTES = 16, 60_000
# What weighs how much: a term counts where it weighs most.
WEIGHTS = ("title", "number", "units", "text")


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What can be found: a text in each of WEIGHTS, and `shown`, what the files tell of it."""

    title: str
    number: str
    units: str
    text: str
    shown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """The terms of a block in one weight: pairs as an array of 32-bit numbers, words on one line, and
    for each of them the documents as an array of 32-bit masks."""

    pairs: bytes
    pair_masks: bytes
    words: str
    word_masks: bytes

    def pair_items(self) -> Iterator[tuple[int, int]]:
        return zip(memoryview(self.pairs).cast("I"), memoryview(self.pair_masks).cast("I"), strict=True)

    def word_items(self) -> Iterator[tuple[str, int]]:
        return zip(self.words.split(), memoryview(self.word_masks).cast("I"), strict=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Terms by weight, and the names of the files of texts with how many documents each holds."""

    count: int
    terms: tuple[Terms, ...]
    files: tuple[tuple[str, int], ...]


def make_block(documents: Sequence[Document], folder: Path) -> Block:
    """Look through at most BLOCK_SIZE documents, and write their texts to the staged site."""
    found = [[terms_of(text) for text in (d.title, d.number, d.units, d.text)] for d in documents]
    pairs = _by_weight([[pairs for pairs, _ in weights] for weights in found])
    words = _by_weight([[words for _, words in weights] for weights in found])
    files = tuple((write_part(folder, [d.shown for d in part]), len(part)) for part in _parts(documents))
    terms = tuple(_packed(p, w) for p, w in zip(pairs, words, strict=True))
    return Block(count=len(documents), terms=terms, files=files)


def _by_weight(found: Sequence[Sequence[AbstractSet[Any]]]) -> list[dict[Any, int]]:
    """For each weight, the terms with the mask of the documents in which they weigh so much and no more;
    `found` are the terms of each document by weight."""
    masks: list[dict[Any, int]] = [{} for _ in WEIGHTS]
    for number, weights in enumerate(found):
        bit = 1 << number
        seen: set[Any] = set()
        for weight, terms in enumerate(weights):
            # This loop runs once for each term of each page.
            noted = masks[weight]
            get = noted.get
            for term in terms - seen:
                noted[term] = get(term, 0) | bit
            if weight + 1 < len(WEIGHTS):
                seen |= terms
    return masks


def _packed(pairs: dict[int, int], words: dict[str, int]) -> Terms:
    return Terms(
        pairs=array("I", pairs).tobytes(),
        pair_masks=array("I", pairs.values()).tobytes(),
        words=" ".join(words),
        word_masks=array("I", words.values()).tobytes(),
    )


def _parts(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """The documents of a block, cut into files."""
    part: list[Document] = []
    size = 0
    for document in documents:
        more = len(document.text.encode())
        if part and (len(part) == FILE_SIZE or size + more > FILE_BYTES):
            yield part
            part, size = [], 0
        part.append(document)
        size += more
    if part:
        yield part


def write_part(folder: Path, data: Any, kind: str = "") -> str:
    """Write data as a script that hands it to the page, and return its name: its digest, after its kind
    where it has one."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    digest = sha256(text.encode())[:12]
    name = f"{kind}-{digest}" if kind else digest
    write_file(folder, f"{FOLDER}/{name}.js", f'searchPart("{name}",{text});\n'.encode())
    return name
