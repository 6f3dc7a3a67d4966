"""The gates against private and injected content and against loss, over all files of the content and all of
the rendered site.

Items are looked at by the workers, as they are read and rendered; here is everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .ground.problems import Problem
from .guard.attachments import check_attachments
from .guard.kinds import decode, kind_of
from .guard.permits import Permits, permits_of
from .guard.scan import READABLE, scan_output, scan_source
from .judge.rows import ItemRow
from .plan.registry import Registry
from .plan.text import LANGUAGES
from .publish.conservation import check_documents
from .publish.fidelity import check_fidelity
from .read.content import read_item
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


def guard_originals(files: Sequence[SourceFile], registry: Registry) -> Iterator[Problem]:
    """What of plans differs from their originals without a reason, where those are plain texts at hand."""
    for folder in registry.plans:
        if not folder.plan.is_compared or folder.plan.original is None:
            continue
        name = f"files/{folder.plan.original.file}"
        data = next((s.path.read_bytes() for s in files if s.address == name), b"")
        text = decode(data) if kind_of(data) == "text" else None
        if text is not None:
            listed = [s for s in files if s.kind == "item" and s.plan == folder.id]
            items = [read_item(s.path.read_bytes(), s.address, s.plan).value for s in listed]
            yield from check_fidelity(registry, folder, text, [item for item in items if item])


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
