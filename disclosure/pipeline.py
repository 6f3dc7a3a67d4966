"""The whole chain on one screen: discover, read, check, judge, render, check again, publish.

Content problems are values and end a run at one of two gates; exceptions mean a bug or a fault of
the environment. The day, the options and the disk come in as arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from itertools import chain
from pathlib import Path

from .ground.problems import Problem, sort_problems
from .indexing import indexing
from .judge.report import Report, report_of
from .judge.rows import ItemRow
from .judge.rules import DOUBTS, PRODUCTION_RULES, SHARED_RULES, WHOLE_RULES, after_as_of
from .plan.as_of import registry_as_of
from .plan.registry import Registry
from .plan.text import LANGUAGES
from .publish import machine
from .publish.assets import read_assets
from .publish.default_pages import with_default_pages
from .publish.origins import locate
from .publish.output_checks import check_output
from .publish.pdf import check_pdf_tools, print_pdfs
from .publish.records import KINDS, as_json, data_files, shared_records, version_of
from .publish.release import check_target, exchange, staging, write_file
from .read.characters import decode_text
from .read.content import read_registry
from .read.layout import SourceFile, discover
from .read.positions import place_problems
from .show import urls
from .show.pages import PagePlan, plan_patterns, plan_search, plan_shared, voices
from .show.render import Artifact, Renderer, artifact_of
from .show.searchable import searchables
from .show.templates import environment
from .show.words import read_words
from .workshop import Found, Task, Workshop, tasks_of, work

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What is asked for. `as_of` is the day of judgement where one is asked for, None to take that of
    site.yaml; `now` is the moment that “today” means; `preview` adds what only those who work on the
    site see; `jobs` is the number of worker processes; `progress` is told (done, total) items; `pdf` asks
    for the print editions as PDFs too."""

    content: Path
    templates: Path
    now: datetime
    as_of: date | None = None
    base_url: str | None = None
    production: bool = False
    strict: bool = False
    preview: bool = False
    jobs: int = 1
    progress: Progress = lambda done, total: None
    pdf: bool = False


@dataclass(kw_only=True, slots=True)
class Result:
    """What came of a run; nothing was published where `is_refused` holds. `later_count` counts the
    records dated after a day that was asked for: they are left out, which is then no warning. `found` is
    what search knows of the pages of items. `is_one_step` is false where the file system made the new
    site take its place in two steps."""

    problems: list[Problem] = field(default_factory=list)
    rows: list[ItemRow] = field(default_factory=list)
    artifacts: list[Artifact] = field(default_factory=list)
    records: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    found: Found = field(default_factory=lambda: {lang: [] for lang in LANGUAGES})
    registry: Registry | None = None
    later_count: int = 0
    is_strict: bool = False
    is_one_step: bool = True

    @property
    def is_refused(self) -> bool:
        return any(p.is_error for p in self.problems) or (self.is_strict and bool(self.problems))

    def leave_out_later(self) -> None:
        """Count what is dated after the day, and warn of it no more."""
        kept = [p for p in self.problems if p.rule.id != after_as_of.RULE.id]
        self.later_count = len(self.problems) - len(kept)
        self.problems = kept

    def count_pages(self, lang: str) -> int:
        return sum(1 for a in self.artifacts if a.path.startswith(f"{lang}/") and a.path.endswith(".html"))


def build(order: Order, target: Path) -> Result:
    """Make the whole site and put it in the target's place, or change nothing."""
    check_target(target, order.content)
    if order.pdf:
        check_pdf_tools()
    with staging(target) as folder:
        result, workshop = _read_and_work(order, folder)
        if result.is_refused or result.registry is None:
            return result
        report = report_of(result.registry, result.rows)
        lines = _data_lines(result, result.registry, report)
        version = version_of(lines)
        result.artifacts += _render_shared(order, workshop, result, report, version)
        result.artifacts += _write_all(folder, dict(data_files(lines, result.registry.as_of, version)))
        if order.pdf:
            result.artifacts += _write_pdfs(order, folder, result.registry)
        result.artifacts += _write_edges(workshop, result.artifacts)
        _write_all(folder, machine.manifests(result.registry, result.artifacts, version))
        later = {f"{urls.item_tail(r.plan, r.id)}#{a}" for r in result.rows for a in r.later_anchors}
        found = check_output(result.artifacts, machine.base_path(result.registry.site.base_url), later)
        if found:
            files, text = discover(order.content).value or (), source_of(order.content)
            found = locate(found, files, result.rows, text, target)
        result.problems = sort_problems([*result.problems, *found])
        if not result.is_refused:
            result.is_one_step = exchange(folder, target, is_lasting=not order.preview)
    return result


def check(order: Order) -> Result:
    """Gate 1 alone: every rule over the content, nothing rendered; second opinions too."""
    result = _read_and_work(order, None)[0]
    if result.registry:
        doubts = (p for doubt in DOUBTS for p in doubt(result.registry))
        found = place_problems(doubts, source_of(order.content))
        result.problems = sort_problems([*result.problems, *found])
    return result


def _read_and_work(order: Order, folder: Path | None) -> tuple[Result, Workshop]:
    """Read everything, take the items through the chain, and judge the whole. Nothing is rendered where
    what all pages share is at fault."""
    sources = discover(order.content)
    files = sources.value or ()
    shared = read_registry(files)
    problems = [*sources.problems, *shared.problems]
    written = _as_asked(order, shared.value)
    if written:
        problems += (p for check in SHARED_RULES for p in check(written))
    is_sound = not any(p.is_error for p in problems)
    workshop, assets = _open_workshop(order, written, is_sound, folder)
    result = Result(problems=problems, registry=workshop.registry, is_strict=order.strict)
    _work_items(order, workshop, tasks_of(files), result)
    if written:
        wanted = (*WHOLE_RULES, *(PRODUCTION_RULES if order.production else ()))
        result.problems += (p for check in wanted for p in check(written, result.rows))
    if order.as_of:
        result.leave_out_later()
    result.problems = sort_problems(place_problems(result.problems, source_of(order.content)))
    if folder and not result.is_refused:
        result.artifacts += _write_all(folder, assets)
        result.artifacts += _copy_files(folder, files)
    return result, workshop


def _work_items(order: Order, workshop: Workshop, tasks: list[Task], result: Result) -> None:
    """Take the items through the chain, and add what comes of them to the result."""
    done = 0
    for count, finished in work(workshop, tasks, order.jobs):
        result.rows += finished.rows
        result.problems += finished.problems
        result.artifacts += finished.artifacts
        for kind, lines in finished.records.items():
            result.records[kind] += lines
        for lang, found in finished.found.items():
            result.found[lang] += found
        done += count
        order.progress(done, len(tasks))
    result.rows.sort(key=lambda row: (row.plan, row.id))


def _as_asked(order: Order, registry: Registry | None) -> Registry | None:
    """The shared content for the day of judgement, at the address asked for; nothing is left out yet."""
    if registry is None:
        return None
    site = replace(registry.site, base_url=order.base_url or registry.site.base_url)
    fixed = order.as_of or site.as_of
    day = fixed or order.now.astimezone(site.time_zone).date()
    return replace(registry, site=site, as_of=day, is_current=fixed is None)


def _open_workshop(
    order: Order, written: Registry | None, is_sound: bool, folder: Path | None
) -> tuple[Workshop, dict[str, bytes]]:
    """The workshop, and the asset files by their paths. An indicator at fault judges no item."""
    if written is None:
        return Workshop(written=None, registry=None, speakers={}, renderer=None, staging=None), {}
    registry = registry_as_of(written, written.as_of)
    if folder is None or not is_sound:
        registry = registry if is_sound else registry.without_indicators()
        return Workshop(written=written, registry=registry, speakers={}, renderer=None, staging=None), {}
    registry = with_default_pages(registry, order.templates)
    assets = read_assets(order.templates)
    names = {kind: path for kind, (path, _) in assets.items()}
    speakers = voices(registry, read_words(order.templates / "words"))
    renderer = Renderer(environment(order.templates), names)
    workshop = Workshop(
        written=written, registry=registry, speakers=speakers, renderer=renderer, staging=folder
    )
    return workshop, dict(assets.values())


def _render_shared(
    order: Order, workshop: Workshop, result: Result, report: Report, version: str
) -> list[Artifact]:
    """All pages but those of single items, then the index of all pages and the page of search; `version` is
    that of the data."""
    folder, renderer = workshop.staging, workshop.renderer
    if folder is None or renderer is None:  # pragma: no cover - a build always has both
        raise RuntimeError("nothing to render into")
    found: Found = {lang: [] for lang in LANGUAGES}
    artifacts: list[Artifact] = []
    pages = plan_shared(workshop.speakers, report, version, order.pdf)
    with indexing(folder, result.found, order.jobs) as finish:
        for page in chain(pages, plan_patterns(workshop.speakers) if order.preview else ()):
            artifacts.append(_render_page(folder, renderer, page))
            found[page.voice.lang] += searchables(page)
        indexes = finish(found)
    last = plan_search(workshop.speakers, indexes)
    return artifacts + [_render_page(folder, renderer, page) for page in last]


def _render_page(folder: Path, renderer: Renderer, page: PagePlan) -> Artifact:
    data = renderer.page(page)
    write_file(folder, page.path, data)
    return artifact_of(page.path, data)


def _write_pdfs(order: Order, folder: Path, registry: Registry) -> list[Artifact]:
    """The print editions as PDFs, from their staged pages. They take seconds each, so that each is told."""
    artifacts: list[Artifact] = []
    total = len(registry.plans) * len(LANGUAGES)
    order.progress(0, total)
    for path, data in print_pdfs(folder, registry, order.jobs):
        artifacts += _write_all(folder, {path: data})
        order.progress(len(artifacts), total)
    return artifacts


def _data_lines(result: Result, registry: Registry, report: Report) -> dict[str, list[str]]:
    """The published records of each kind, as JSON."""
    shared = shared_records(registry, report)
    return result.records | {kind: list(map(as_json, found)) for kind, found in shared.items()}


def _write_edges(workshop: Workshop, made: Sequence[Artifact]) -> list[Artifact]:
    """The files around the pages, of which `made` holds all."""
    folder, renderer, registry = workshop.staging, workshop.renderer, workshop.registry
    if folder is None or renderer is None or registry is None:  # pragma: no cover - a build always has them
        raise RuntimeError("nothing to write into")
    base_url = registry.site.base_url
    pages = (a.path for a in made if a.path.startswith("zh/") and a.path.endswith("index.html"))
    tails = sorted(path.removeprefix("zh/").removesuffix("index.html") for path in pages)
    tails = [tail for tail in tails if not urls.is_embed(tail)]
    edges = machine.root_pages(renderer, workshop.speakers, base_url)
    edges["robots.txt"] = machine.robots(base_url)
    edges["sitemap.xml"] = machine.sitemap(renderer.env, base_url, tails)
    return _write_all(folder, edges)


def _write_all(folder: Path, files: dict[str, bytes]) -> list[Artifact]:
    for path, data in files.items():
        write_file(folder, path, data)
    return [artifact_of(path, data) for path, data in files.items()]


def _copy_files(folder: Path, sources: Sequence[SourceFile]) -> list[Artifact]:
    """The attachments, byte for byte, under their own names."""
    return _write_all(folder, {s.address: s.path.read_bytes() for s in sources if s.kind == "file"})


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
