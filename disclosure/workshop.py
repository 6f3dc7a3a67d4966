"""The work on the items of the lists, done in parallel: read, check, judge, render, sum up.

Items are the bulk of a portal and independent of each other, so each goes through the whole chain in
one worker and is dropped; what comes back is its row, its problems, and what must be known of its pages. A
`Workshop` is what every worker is handed: it holds no state of its own, so the same items give the
same bytes in any worker, any order and any number of workers.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from .ground.kernel import become_worker
from .ground.outcome import Outcome
from .ground.problems import Problem
from .guard.permits import Permits
from .guard.scan import scan_output, scan_source
from .judge.rows import ItemRow, judge_item, row_of
from .judge.rules import ITEM_RULES
from .judge.story import Stories, Story
from .plan.as_of import item_as_of
from .plan.model import Item
from .plan.registry import Registry
from .plan.state import Standing
from .plan.text import LANGUAGES, Lang
from .publish.conservation import check_item
from .publish.records import as_json, item_records
from .publish.release import write_file
from .read.content import read_item
from .read.layout import SourceFile
from .show.pages import PagePlan, plan_item
from .show.render import Artifact, Renderer, artifact_of
from .show.searchable import Searchable, searchables
from .show.voice import Voice

CHUNK = 32


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """All that rendering wants, made once for a build and whole: the staging folder, the renderer, the shared
    content as written and as of the day of judgement, and who speaks in each language."""

    folder: Path
    renderer: Renderer
    written: Registry
    registry: Registry
    speakers: Mapping[Lang, Voice]


@dataclass(frozen=True, kw_only=True, slots=True)
class Workshop:
    """What a worker needs. `written` is the shared content with what is dated after the day of judgement,
    `registry` the same without; both are None when it could not be read: items are then only read.
    `stage` is None when nothing is to be rendered; `permits` is what may be published although it looks
    private."""

    written: Registry | None = None
    registry: Registry | None = None
    stage: Stage | None = None
    permits: Permits = field(default_factory=Permits)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """What comes back of a chunk of items; `records` are the published records of each kind, as JSON,
    `found` is what search knows of the pages of a language."""

    rows: tuple[ItemRow, ...]
    problems: tuple[Problem, ...]
    artifacts: tuple[Artifact, ...]
    records: Mapping[str, Sequence[str]]
    found: Found


# What search knows of the pages of each language.
Found = dict[Lang, list[Searchable]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A file of a list, those before and after it in its plan, and what the ledger holds of its item."""

    source: SourceFile
    before: SourceFile | None
    after: SourceFile | None
    story: Story


_workshop: Workshop | None = None


def _enter(workshop: Workshop) -> None:
    """Hand the workshop to a worker process, once."""
    become_worker()
    global _workshop
    _workshop = workshop
    gc.disable()  # records hold no cycles, and a worker's life is short


def _work_here(tasks: Sequence[Task]) -> Finished:
    if _workshop is None:  # pragma: no cover - a worker always enters first
        raise RuntimeError("a worker was asked for work before it had a workshop")
    return work_on(_workshop, tasks)


def work_on(workshop: Workshop, tasks: Sequence[Task]) -> Finished:
    """Take the items of `tasks` through the chain, one after the other."""
    rows: list[ItemRow] = []
    problems: list[Problem] = []
    artifacts: list[Artifact] = []
    records: dict[str, list[str]] = {}
    found: Found = {lang: [] for lang in LANGUAGES}
    outcomes, scanned = _read_all(tasks, workshop.permits)
    ids = {
        task.source.address: found.value.id
        for task, found in zip(tasks, outcomes, strict=True)
        if found.value
    }
    for task, outcome, guarded in zip(tasks, outcomes, scanned, strict=True):
        problems += (*outcome.problems, *guarded)
        judged = _judge(workshop, outcome, task.story, problems)
        if judged is None:
            continue
        known, standing, row = judged
        rows.append(row)
        if workshop.stage:
            around = (_id_in(task.before, ids), _id_in(task.after, ids))
            plans = plan_item(workshop.stage.speakers, known, standing, around, task.story)
            pages = list(_render(workshop.stage, plans, found))
            artifacts += (artifact for artifact, _ in pages)
            lines = {k: list(map(as_json, entries)) for k, entries in item_records(known, standing).items()}
            problems += _guard(known, pages, lines, None if guarded else workshop.permits)
            for kind, made in lines.items():
                records.setdefault(kind, []).extend(made)
    return Finished(
        rows=tuple(rows),
        problems=tuple(problems),
        artifacts=tuple(artifacts),
        records=records,
        found=found,
    )


def _read_all(tasks: Sequence[Task], permits: Permits) -> tuple[list[Outcome[Item]], list[list[Problem]]]:
    """The items of all tasks, and what is private or injected in the file of each."""
    outcomes: list[Outcome[Item]] = []
    guarded: list[list[Problem]] = []
    for task in tasks:
        source = task.source
        data = source.path.read_bytes()
        outcomes.append(read_item(data, source.address, source.plan))
        guarded.append(scan_source(data, source.address, permits))
    return outcomes, guarded


def _guard(
    item: Item,
    pages: Sequence[tuple[Artifact, bytes]],
    lines: Mapping[str, Sequence[str]],
    permits: Permits | None,
) -> Iterator[Problem]:
    """What was lost of an item in its pages and records, and what is private in the bytes of its pages; not
    looked at without `permits`, where its file was already told of."""
    yield from check_item(item, {a.path: data for a, data in pages}, chain.from_iterable(lines.values()))
    if permits:
        for artifact, data in pages:
            yield from scan_output(artifact.path, data, permits)


def _read(source: SourceFile) -> Outcome[Item]:
    return read_item(source.path.read_bytes(), source.address, source.plan)


def _judge(
    workshop: Workshop, outcome: Outcome[Item], story: Story, problems: list[Problem]
) -> tuple[Item, Standing, ItemRow] | None:
    """The item as known on the day, with its standing and its row; None where it cannot be judged. What
    the rules find is added to `problems`."""
    item, written, registry = outcome.value, workshop.written, workshop.registry
    if item is None or written is None or registry is None:
        return None
    found = [p for check in ITEM_RULES for p in check(item, written)]
    problems += found
    if any(p.is_error for p in (*outcome.problems, *found)):
        return None
    known = item_as_of(item, registry.as_of)
    standing = judge_item(known, registry)
    return known, standing, row_of(known, standing, registry, item, story)


def _render(stage: Stage, pages: Iterable[PagePlan], found: Found) -> Iterator[tuple[Artifact, bytes]]:
    """Pages, written to the staged site, with their bytes; what search knows of them is added to `found`."""
    for page in pages:
        data = stage.renderer.page(page)
        write_file(stage.folder, page.path, data)
        found[page.voice.lang] += searchables(page)
        yield artifact_of(page.path, data), data


def tasks_of(sources: Iterable[SourceFile], stories: Stories) -> list[Task]:
    """Each item file with those before and after it in its plan, by the names of the files."""
    ordered = sorted((s for s in sources if s.kind == "item"), key=lambda s: (s.plan, s.id))
    around = [None, *ordered, None]
    return [
        Task(
            source=source,
            before=_of_plan(around[number], source.plan),
            after=_of_plan(around[number + 2], source.plan),
            story=stories.of_file(source.plan, source.address, source.id),
        )
        for number, source in enumerate(ordered)
    ]


def _of_plan(source: SourceFile | None, plan: str) -> SourceFile | None:
    return source if source and source.plan == plan else None


def _id_in(source: SourceFile | None, ids: dict[str, str]) -> str | None:
    """The id of the item in a file: where it was not read with this chunk it is read now. A file that
    cannot be read has none, and its problems are told where it is worked on."""
    if source is None:
        return None
    if source.address not in ids:
        item = _read(source).value
        ids[source.address] = item.id if item else source.id
    return ids[source.address]


@contextmanager
def crew(workshop: Workshop, jobs: int) -> Iterator[Executor | None]:
    """Worker processes that share the workshop; None where one job is enough."""
    if jobs < 2:
        yield None
        return
    # What exists now lives until the end: keeping the collector off it spares the workers copies of it.
    gc.collect()
    gc.freeze()
    context: Any = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_enter, initargs=(workshop,)) as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(cancel_futures=True)  # who is interrupted does not work through the queue
            raise


def work(workshop: Workshop, tasks: Sequence[Task], jobs: int) -> Iterator[tuple[int, Finished]]:
    """Yield, chunk by chunk and in order, how many items a chunk held and what came of it."""
    chunks = [tasks[n : n + CHUNK] for n in range(0, len(tasks), CHUNK)]
    with crew(workshop, jobs if len(chunks) > 1 else 1) as executor:
        results = executor.map(_work_here, chunks) if executor else (work_on(workshop, c) for c in chunks)
        for chunk, finished in zip(chunks, results, strict=True):
            yield len(chunk), finished
