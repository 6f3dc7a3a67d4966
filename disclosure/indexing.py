"""The work on the search index, done beside the rest of a build: where there is a second worker it looks
through the pages of items while the other pages are rendered, and then both languages are written at
once. The index is a function of the staged pages: the same bytes for any number of workers.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .ground.kernel import become_worker
from .plan.text import LANGUAGES, Lang
from .publish.search import item_blocks, write_index
from .publish.search_blocks import Block
from .show.searchable import Searchable

Found = Mapping[Lang, Sequence[Searchable]]
Blocks = dict[Lang, list[Block]]
# Given what search knows of all other pages, writes the indexes and returns the address of the head of each.
Finish = Callable[[Found], dict[Lang, str]]
# Fewer items than this are looked through sooner than a worker begins.
FEW = 64
_work: tuple[Path, Found] | None = None


def _enter(folder: Path, items: Found) -> None:
    """Hand the pages of items to a worker process, once."""
    become_worker()
    global _work
    _work = (folder, items)
    gc.disable()


def _look_through() -> Blocks:
    if _work is None:  # pragma: no cover - a worker always enters first
        raise RuntimeError("a worker was asked for work before it had pages")
    folder, items = _work
    return {lang: item_blocks(folder, items[lang]) for lang in LANGUAGES}


def _write(folder: Path, lang: Lang, blocks: Sequence[Block], others: Sequence[Searchable]) -> str:
    return write_index(folder, lang, blocks, others)


@contextmanager
def indexing(folder: Path, items: Found, jobs: int) -> Iterator[Finish]:
    """Begin with the pages of items, all of which are staged; what is yielded ends the work."""
    if jobs < 2 or all(len(found) < FEW for found in items.values()):
        yield lambda others: {
            lang: write_index(folder, lang, item_blocks(folder, items[lang]), others[lang])
            for lang in LANGUAGES
        }
        return
    context: Any = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(
        len(LANGUAGES), mp_context=context, initializer=_enter, initargs=(folder, items)
    ) as executor:
        looked = executor.submit(_look_through)

        def finish(others: Found) -> dict[Lang, str]:
            blocks = looked.result()
            heads = {
                lang: executor.submit(_write, folder, lang, blocks[lang], others[lang]) for lang in LANGUAGES
            }
            return {lang: head.result() for lang, head in heads.items()}

        yield finish
