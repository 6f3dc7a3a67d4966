"""The whole chain on one screen: discover, read, check, judge, render, check again, publish.

Content problems are values and end a run at one of two gates; exceptions mean a bug or a fault of
the environment. The day, the options and the disk come in as arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from .ground.files import write_whole
from .ground.problems import Problem, sort_problems
from .guard.permits import Permits, permits_of
from .guarding import guard_originals, guard_output, guard_sources
from .judge.ledger import NO_LEDGER, Ledger
from .judge.report import report_of
from .judge.rules import (
    DOUBTS,
    PRODUCTION_RULES,
    SHARED_RULES,
    WHOLE_RULES,
    check_history,
    translation_state,
)
from .judge.story import Stories
from .order import Order, Result
from .past.annals import read_ledger
from .plan.as_of import registry_as_of
from .plan.registry import Edition, Registry
from .press import press, register
from .publish import machine
from .publish.addresses import REGISTER
from .publish.assets import read_assets
from .publish.default_pages import with_default_pages
from .publish.origins import locate
from .publish.output_checks import check_output
from .publish.pdf import check_pdf_tools
from .publish.release import check_target, exchange, staging, write_files
from .publish.signature import check_key
from .read.content import read_registry
from .read.layout import SourceFile, discover
from .read.positions import place_problems
from .read.sources import source_of
from .show import urls
from .show.pages import voices
from .show.render import Artifact, Renderer
from .show.templates import environment
from .show.words import read_words
from .workshop import Stage, Task, Workshop, tasks_of, work

# A day that is asked for is no old one while some zone on earth still has it.
GRACE = timedelta(days=1)


def build(order: Order, target: Path) -> Result:
    """Make the whole site and put it in the target's place, or change nothing."""
    check_target(target, order.content)
    if order.pdf:
        check_pdf_tools()
    with staging(target) as folder:
        result, workshop = _read_and_work(order, folder)
        stage = workshop.stage
        if result.is_refused or stage is None:
            return result
        site = stage.registry.site
        if order.sign:
            check_key(order.sign, site.signing_key)
        report = report_of(stage.registry, result.rows, result.ledger)
        made, problems = press(order, stage, result, report)
        result.artifacts += made
        later = {f"{urls.item_tail(r.plan, r.id)}#{a}" for r in result.rows for a in r.later_anchors}
        found = check_output(result.artifacts, machine.base_path(site.base_url), later)
        if found:
            files, text = discover(order.content).value or (), source_of(order.content)
            found = locate(found, files, result.rows, text, target)
        found += guard_output(folder, stage.registry, result.artifacts, result.rows)
        result.problems = sort_problems([*result.problems, *problems, *found])
        if not result.is_refused:
            result.is_one_step = exchange(folder, target, is_lasting=not order.preview)
            if order.register:
                write_whole(order.content / REGISTER, register(order, result).encode())
    return result


def check(order: Order) -> Result:
    """Gate 1 alone: every rule over the content, nothing rendered; second opinions too."""
    result = _read_and_work(order, None)[0]
    if result.registry:
        doubts = [p for doubt in DOUBTS for p in doubt(result.registry)]
        if order.translation:
            report = report_of(result.registry, result.rows, result.ledger)
            doubts += translation_state.problems_of(report.translation)
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
    permits = permits_of(written, shared.value)
    problems += guard_sources(files, permits)
    if written:
        problems += (p for check in SHARED_RULES for p in check(written))
        problems += guard_originals(files, written)
    is_sound = not any(p.is_error for p in problems)
    ledger = _read_ledger(order, written)
    workshop, assets = _open_workshop(order, written, permits, is_sound, folder)
    result = Result(problems=problems, registry=workshop.registry, ledger=ledger, is_strict=order.strict)
    past: list[Problem] = []
    _work_items(order, workshop, tasks_of(files, Stories(ledger)), result)
    if written:
        wanted = (*WHOLE_RULES, *(PRODUCTION_RULES if order.production else ()))
        result.problems += (p for check in wanted for p in check(written, result.rows))
        past = list(check_history(written, ledger, order.production, order.preview))
    if order.as_of:
        result.leave_out_later()
    text = source_of(order.content)
    placed = place_problems(result.problems, text)
    result.problems = sort_problems([*placed, *_explainable(place_problems(past, text), placed)])
    if folder and not result.is_refused:
        result.artifacts += write_files(folder, assets)
        result.artifacts += _copy_files(folder, files)
    return result, workshop


def _explainable(past: Sequence[Problem], present: Sequence[Problem]) -> Iterator[Problem]:
    """What the past asks, but where something stands that is wrong by itself: that is to be mended, and no
    note of a change would do."""
    wrong = {(p.anchor.file, p.anchor.position) for p in present if p.is_error and p.anchor.position}
    yield from (p for p in past if (p.anchor.file, p.anchor.position) not in wrong)


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


def _read_ledger(order: Order, written: Registry | None) -> Ledger:
    if written is None:
        return NO_LEDGER
    zone = written.site.time_zone
    return read_ledger(order.content, order.history, order.cache, order.jobs, zone, written.as_of)


def _as_asked(order: Order, registry: Registry | None) -> Registry | None:
    """The shared content for the day of judgement, at the address asked for; nothing is left out yet."""
    if registry is None:
        return None
    site = replace(registry.site, base_url=order.base_url or registry.site.base_url)
    usual = site.as_of or order.now.astimezone(site.time_zone).date()
    is_current = order.as_of is None and site.as_of is None and order.edition is None
    edition = order.edition
    if edition and not edition.latest:
        edition = replace(edition, latest=registry.site.base_url)
    if edition is None and order.as_of and usual - order.as_of > GRACE:
        edition = Edition(latest=registry.site.base_url)
    return replace(registry, site=site, as_of=order.as_of or usual, is_current=is_current, edition=edition)


def _open_workshop(
    order: Order, written: Registry | None, permits: Permits, is_sound: bool, folder: Path | None
) -> tuple[Workshop, dict[str, bytes]]:
    """The workshop, and the asset files by their paths. An indicator at fault judges no item."""
    if written is None:
        return Workshop(), {}
    registry = registry_as_of(written, written.as_of)
    if folder is None or not is_sound:
        registry = registry if is_sound else registry.without_indicators()
        return Workshop(written=written, registry=registry, permits=permits), {}
    registry = with_default_pages(registry, order.templates)
    assets = read_assets(order.templates)
    names = {kind: path for kind, (path, _) in assets.items()}
    speakers = voices(registry, read_words(order.templates / "words"))
    renderer = Renderer(environment(order.templates), names)
    stage = Stage(folder=folder, renderer=renderer, written=written, registry=registry, speakers=speakers)
    workshop = Workshop(written=written, registry=registry, stage=stage, permits=permits)
    return workshop, dict(assets.values())


def _copy_files(folder: Path, sources: Sequence[SourceFile]) -> list[Artifact]:
    """The attachments, byte for byte, under their own names."""
    return write_files(folder, {s.address: s.path.read_bytes() for s in sources if s.kind == "file"})
