"""The gates against private and injected content, over all files of the content and all of the rendered site.

Items are looked at by the workers, as they are read and rendered; here is everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .ground.problems import Problem
from .guard.attachments import check_attachments
from .guard.permits import Permits, permits_of
from .guard.scan import READABLE, scan_output, scan_source
from .judge.rows import ItemRow
from .plan.registry import Registry
from .plan.text import LANGUAGES
from .publish.conservation import check_documents
from .read.layout import SourceFile
from .show import urls
from .show.render import Artifact

# Published as they are, or made of the texts of pages that were looked at.
_LEFT_OUT = ("files/", "assets/")


def guard_sources(files: Sequence[SourceFile], permits: Permits) -> Iterator[Problem]:
    """What is private or injected in all files but those of items."""
    for source in files:
        if source.kind not in ("item", "file"):
            yield from scan_source(source.path.read_bytes(), source.address, permits)
    yield from check_attachments(files, permits)


def guard_output(
    folder: Path, registry: Registry, artifacts: Iterable[Artifact], rows: Iterable[ItemRow]
) -> Iterator[Problem]:
    """What of the content was lost in the staged pages, and what is private in the final bytes of all
    files, but for the pages of items, which the workers looked at."""
    yield from check_documents(folder, registry)
    permits = permits_of(registry)
    done = {urls.page_path(lang, urls.item_tail(row.plan, row.id)) for row in rows for lang in LANGUAGES}
    for artifact in artifacts:
        is_text = artifact.path.endswith(READABLE) and not artifact.path.startswith(_LEFT_OUT)
        if is_text and artifact.path not in done:
            yield from scan_output(artifact.path, (folder / artifact.path).read_bytes(), permits)
