"""What is written into the staging folder once gate 1 has let everything pass: the pages but those of items,
the data, the search index, and the files around them; the manifest last, since it lists them all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from pathlib import Path

from .ground.problems import Problem
from .indexing import indexing
from .judge.report import Report
from .order import Order, Result
from .plan.registry import Registry
from .plan.text import LANGUAGES
from .publish import machine
from .publish.addresses import (
    Gone,
    addresses_of,
    check_addresses,
    gone_from,
    register_text,
    registered,
)
from .publish.ledger_data import ledger_files
from .publish.pdf import print_pdfs
from .publish.records import as_json, data_files, shared_records, version_of
from .publish.release import artifacts_below, write_file, write_files
from .publish.search_blocks import FOLDER as SEARCH_FOLDER
from .publish.signature import SIGNATURE, SIGNERS, sign, signers_text
from .read.positions import place_problems
from .read.sources import source_of
from .show import urls
from .show.pages import PagePlan, plan_gone, plan_patterns, plan_search, plan_shared
from .show.render import Artifact, artifact_of
from .show.searchable import searchables
from .workshop import Found, Stage


def press(order: Order, stage: Stage, result: Result, report: Report) -> tuple[list[Artifact], list[Problem]]:
    """Write all of it, and return what was written, and what is wrong with addresses that were published.
    `result` holds what was made of the items, and is left as it is."""
    folder, registry = stage.folder, stage.registry
    lines = _data_lines(result, registry, report)
    version = version_of(lines)
    made = _render_shared(order, stage, result, report, version)
    made += write_files(folder, dict(data_files(lines, registry.as_of, version)))
    made += write_files(folder, ledger_files(result.ledger))
    if order.pdf:
        made += _write_pdfs(order, folder, registry)
    made += _write_edges(stage, [*result.artifacts, *made])
    known = registered(order.content)
    addresses = addresses_of([*result.artifacts, *made])
    gone = gone_from(registry, [address for _, address in known], addresses)
    made += _render_gone(stage, gone)
    if registry.site.signing_key:
        made += write_files(folder, {SIGNERS: signers_text(registry.site.signing_key).encode()})
    index = artifacts_below(folder, SEARCH_FOLDER)
    manifests = machine.manifests(registry, [*result.artifacts, *made], index, version, result.ledger)
    write_files(folder, manifests)
    if order.sign:
        write_files(folder, {SIGNATURE: sign(manifests[machine.MANIFEST], order.sign)})
    return made, _vanished(order, stage, known, addresses, gone)


def register(order: Order, result: Result) -> str:
    """The register of addresses with those of the new site added."""
    before = (address for _, address in registered(order.content))
    return register_text([*before, *addresses_of(result.artifacts)])


def _render_shared(
    order: Order, stage: Stage, result: Result, report: Report, version: str
) -> list[Artifact]:
    """All pages but those of single items, then the index of all pages and the page of search; `version` is
    that of the data."""
    found: Found = {lang: [] for lang in LANGUAGES}
    artifacts: list[Artifact] = []
    pages = plan_shared(stage.speakers, report, version, order.pdf)
    with indexing(stage.folder, result.found, order.jobs) as finish:
        for page in chain(pages, plan_patterns(stage.speakers) if order.preview else ()):
            artifacts.append(_render_page(stage, page))
            found[page.voice.lang] += searchables(page)
        indexes = finish(found)
    last = plan_search(stage.speakers, indexes)
    return artifacts + [_render_page(stage, page) for page in last]


def _render_page(stage: Stage, page: PagePlan) -> Artifact:
    data = stage.renderer.page(page)
    write_file(stage.folder, page.path, data)
    return artifact_of(page.path, data)


def _render_gone(stage: Stage, gone: Gone) -> list[Artifact]:
    """What stands in place of pages that were withdrawn, or moved: found by no search and in no site map."""
    pages = plan_gone(stage.speakers, gone.tombstones, gone.redirects)
    return [_render_page(stage, page) for page in pages]


def _vanished(
    order: Order, stage: Stage, known: tuple[tuple[int, str], ...], addresses: Collection[str], gone: Gone
) -> list[Problem]:
    """Registered addresses at which nothing stands any more, and redirects at fault; `addresses` are those
    of the new site. An old edition has nothing at the addresses that came later, and is not asked."""
    if stage.registry.edition is not None:
        return []
    problems = check_addresses(stage.written, known, addresses, gone)
    return place_problems(problems, source_of(order.content))


def _write_pdfs(order: Order, folder: Path, registry: Registry) -> list[Artifact]:
    """The print editions as PDFs, from their staged pages. They take seconds each, so that each is told."""
    artifacts: list[Artifact] = []
    total = len(registry.plans) * len(LANGUAGES)
    order.progress(0, total)
    for path, data in print_pdfs(folder, registry, order.jobs):
        artifacts += write_files(folder, {path: data})
        order.progress(len(artifacts), total)
    return artifacts


def _data_lines(result: Result, registry: Registry, report: Report) -> dict[str, list[str]]:
    """The published records of each kind, as JSON."""
    shared = shared_records(registry, report)
    return result.records | {kind: list(map(as_json, found)) for kind, found in shared.items()}


def _write_edges(stage: Stage, made: Sequence[Artifact]) -> list[Artifact]:
    """The files around the pages, of which `made` holds all."""
    base_url = stage.registry.site.base_url
    pages = (a.path for a in made if a.path.startswith("zh/") and a.path.endswith("index.html"))
    tails = sorted(path.removeprefix("zh/").removesuffix("index.html") for path in pages)
    tails = [tail for tail in tails if not urls.is_embed(tail)]
    edges = machine.root_pages(stage.renderer, stage.speakers, base_url)
    edges["robots.txt"] = machine.robots(base_url)
    edges["sitemap.xml"] = machine.sitemap(stage.renderer.env, base_url, tails)
    return write_files(stage.folder, edges)
