"""The index that the search page reads, in parts, made while the site is built.

The pages of items are looked through in blocks (`item_blocks`), then the others, and all is put together
(`write_index`), one language at a time. There is no server and, from a disk, no fetch: every part is a
script that hands its data to the page. Parts are named by their digest and belong to the page that names
them, so that a stale copy cannot be mixed with new ones. A part of terms is chosen by the term alone and
a file of texts by the documents in it: an edit changes the parts of its words and one file of texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..plan.text import Lang
from ..show.searchable import Searchable
from ..show.visible import main_text
from .search_blocks import BLOCK_SIZE, FOLDER, WEIGHTS, Block, Document, Terms, make_block, write_part
from .search_lists import encode_block, part_count, part_of
from .search_terms import pair_term

# A long page is looked through in pieces of about so many bytes, so that no reader loads it whole.
PIECE_BYTES = 20_000
# The lists of a term: items, then other documents, each by weight.
ITEM_MARKS, OTHER_MARKS = "#$%&", "()*+"


def item_blocks(folder: Path, items: Sequence[Searchable]) -> list[Block]:
    """Look through the staged pages of items."""
    starts = range(0, len(items), BLOCK_SIZE)
    return [make_block([_item(folder, k) for k in items[n : n + BLOCK_SIZE]], folder) for n in starts]


def _item(folder: Path, known: Searchable) -> Document:
    text = main_text((folder / known.path).read_bytes())
    shown = (known.address, known.title, known.note, known.place, text)
    return Document(title=known.title, number=known.number, units=known.units, text=text, shown=shown)


def write_index(folder: Path, lang: Lang, items: Sequence[Block], others: Sequence[Searchable]) -> str:
    """Write the index of one language to the staged site, and return the address of its head below the
    root of the site, without the suffix."""
    entries: list[list[Any]] = []
    documents: list[Document] = []
    for known in others:
        first = len(documents)
        documents += _pieces(known, folder)
        shown = (known.kind, known.address, known.title, known.note, known.place)
        entries.append([*shown, first, len(documents)])
    starts = range(0, len(documents), BLOCK_SIZE)
    blocks = [make_block(documents[n : n + BLOCK_SIZE], folder) for n in starts]
    parts = part_count(sum(b.count for b in (*items, *blocks)))
    head = {
        "items": sum(block.count for block in items),
        "itemBlocks": len(items),
        "blocks": len(items) + len(blocks),
        "terms": [write_part(folder, part) for part in _term_parts(items, blocks, parts)],
        "itemFiles": list(_files(items)),
        "otherFiles": list(_files(blocks)),
        "entries": entries,
    }
    return f"{FOLDER}/{write_part(folder, head, lang)}"


def _pieces(known: Searchable, folder: Path) -> Iterator[Document]:
    """The documents of a page or a part of one; title, number and units belong to the first of them."""
    text = known.text if known.text is not None else main_text((folder / known.path).read_bytes())
    title, number, units = known.title, known.number, known.units
    for piece in _cut(text):
        yield Document(title=title, number=number, units=units, text=piece, shown=(piece,))
        title = number = units = ""


def _cut(text: str) -> Iterator[str]:
    """A text in pieces that end with a line; each begins with the last line of the one before."""
    lines: list[str] = []
    size = 0
    for line in text.split("\n"):
        more = len(line.encode()) + 1
        if size + more > PIECE_BYTES and len(lines) > 1:
            yield "\n".join(lines)
            lines, size = lines[-1:], len(lines[-1].encode()) + 1
        lines.append(line)
        size += more
    yield "\n".join(lines)


def _files(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The files of texts, each with the number of its first document."""
    for number, block in enumerate(blocks):
        start = number * BLOCK_SIZE
        for name, count in block.files:
            yield start, name
            start += count


def _term_parts(items: Sequence[Block], others: Sequence[Block], count: int) -> list[str]:
    """The terms with their lists, in `count` parts: each term behind a space, before each list its mark."""
    lists: dict[str, str] = {}
    for marks, blocks in ((ITEM_MARKS, items), (OTHER_MARKS, others)):
        for weight in range(len(WEIGHTS)):
            _add_lists(lists, marks[weight], blocks, weight)
    parts: list[list[str]] = [[] for _ in range(count)]
    for term in sorted(lists):
        parts[part_of(term, count)].append(f" {term}{lists[term]}")
    return ["".join(part) for part in parts]


def _add_lists(lists: dict[str, str], mark: str, blocks: Sequence[Block], weight: int) -> None:
    """Add to each term the mark and the documents in which it weighs so much."""
    ends: dict[str, int] = {}
    for number, block in enumerate(blocks):
        whole = (1 << block.count) - 1
        for term, mask in _masks(block.terms[weight]).items():
            end = ends.get(term)
            head = lists.get(term, "") if end is not None else lists.get(term, "") + mark
            lists[term] = head + encode_block(number - (end or 0), mask, whole)
            ends[term] = number + 1


def _masks(terms: Terms) -> dict[str, int]:
    """The terms of a block with the documents that have them; several pairs may be one term."""
    masks = dict(terms.word_items())
    for pair, mask in terms.pair_items():
        if term := pair_term(pair):
            masks[term] = masks.get(term, 0) | mask
    return masks
