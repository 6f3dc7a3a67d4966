"""What the rest of the site needs to know of an item, once it has been read, judged and rendered.

Items are worked on one by one, in parallel, and dropped; their rows are kept, all of them, so a row
is small. Lists, totals, unit pages and the checks across files are made from rows and the registry
alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..ground.problems import Step
from ..plan.model import Category, ClosureRound, Colour, Extension, Item, Supervision
from ..plan.periods import Period
from ..plan.registry import Registry
from ..plan.state import Limits, Standing, State, Timeliness, standing_of
from ..plan.text import Text
from .contradictions import contradictions_of, rating_of
from .places import evidence_places, missing_parts, sample_paths, unit_places
from .references import Reference, references_in
from .story import NO_STORY, Story
from .translation import Gap, record_gaps


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A dated thing that happened to an item, for lists of what is new. `kind` is `update`,
    `extension`, `supervision` or a step of closure; `anchor` is its address on the item's page; `period`
    the reporting period that an update names."""

    day: date
    kind: str
    anchor: str
    by: str
    is_sample: bool
    period: Period | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rated:
    """The last rating of an item by an authority, `computed` the one that its records would give;
    `anchor` is the address of the report that carries it."""

    declared: Colour
    computed: Colour
    by: str
    day: date
    anchor: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemRow:
    """An item in brief. Ids are those of the registry; `due` is the current last day, `original_due`
    the one of the plan, both None without a date; `last_report_on` is None before the first report.
    `samples` are the paths of its illustrative records; `anchors` are the fragments that its page has,
    `later_anchors` those of records left out as of the day; `references` what it points at elsewhere;
    `attachments` and `units` are all that its file names, `unreviewed` what its record of review lacks."""

    plan: str
    id: str
    file: str
    source_number: str
    title: Text
    category: Category
    lead: tuple[str, ...]
    support: tuple[str, ...]
    areas: tuple[str, ...]
    state: State
    timeliness: Timeliness
    deadline: Text
    due: date | None
    original_due: date | None
    is_standing: bool
    was_reopened: bool
    last_report_on: date | None
    done_on: date | None
    contradictions: tuple[Text, ...]
    rating: Rated | None
    samples: tuple[tuple[Step, ...], ...]
    translation: tuple[Gap, ...]
    events: tuple[Event, ...]
    extensions: tuple[Extension, ...]
    supervision: tuple[Supervision, ...]
    closure: tuple[ClosureRound, ...]
    anchors: tuple[str, ...]
    later_anchors: tuple[str, ...]
    attachments: tuple[str, ...]
    units: frozenset[str]
    unreviewed: tuple[str, ...]
    references: tuple[Reference, ...]

    @property
    def has_sample(self) -> bool:
        return bool(self.samples)


def limits_of(registry: Registry, plan: str) -> Limits:
    """The spans by which a plan's items are judged."""
    record = registry.plan_folder(plan).plan
    return Limits(
        quiet_after=timedelta(days=registry.site.quiet_after_days),
        due_soon=timedelta(days=registry.site.due_soon_days),
        begins_on=record.published or record.issued,
    )


def judge_item(item: Item, registry: Registry) -> Standing:
    """State and timeliness of an item, already cut to the registry's day."""
    return standing_of(item, registry.as_of, limits_of(registry, item.plan))


def translation_of(item: Item, story: Story) -> tuple[Gap, ...]:
    """Where the English of an item is missing, unchecked or stale."""
    return record_gaps(item, item.anchor, item.plan, f"item/{item.id}", story)


def row_of(
    item: Item, standing: Standing, registry: Registry, whole: Item, story: Story = NO_STORY
) -> ItemRow:
    """The row of a judged item; `whole` is the item as written, with what is dated later; `story` is what
    the ledger holds of it."""
    facts = standing.facts
    return ItemRow(
        plan=item.plan,
        id=item.id,
        file=item.home.file,
        source_number=item.source_number,
        title=item.title,
        category=item.category,
        lead=item.lead,
        support=item.support,
        areas=item.areas,
        state=standing.state,
        timeliness=standing.timeliness,
        deadline=item.deadline.text,
        due=facts.due,
        original_due=facts.original_due,
        is_standing=facts.is_standing,
        was_reopened=facts.reopened_on is not None,
        last_report_on=facts.last_report_on,
        done_on=facts.done_on,
        contradictions=contradictions_of(item, standing, registry),
        rating=last_rating(item, standing),
        samples=tuple(sample_paths(item)),
        translation=translation_of(item, story),
        events=tuple(sorted(events_of(item), key=lambda e: (e.day, e.anchor), reverse=True)),
        extensions=item.extensions,
        supervision=item.supervision,
        closure=item.closure,
        anchors=tuple(anchors_of(item)),
        later_anchors=() if item is whole else _later_anchors(item, whole),
        attachments=tuple(e.file for _, e in evidence_places(whole) if e.file),
        units=frozenset(unit for _, unit in unit_places(whole)),
        unreviewed=missing_parts(whole.review),
        references=tuple(references_in(item)),
    )


def last_rating(item: Item, standing: Standing) -> Rated | None:
    """The last rating on record, beside the one computed; None where nobody rated the item."""
    rated = [(u, u.rating) for u in item.updates if u.rating]
    if not rated:
        return None
    update, rating = rated[-1]
    return Rated(
        declared=rating.value,
        computed=rating_of(standing),
        by=rating.by,
        day=update.date,
        anchor=f"update-{update.id}",
    )


def has_sample(item: Item) -> bool:
    """Whether any record of the item is illustrative."""
    return any(True for _ in sample_paths(item))


def events_of(item: Item) -> Iterator[Event]:
    """Every dated record of the item."""
    for update in item.updates:
        yield Event(
            day=update.date,
            kind="update",
            anchor=f"update-{update.id}",
            by=update.by,
            is_sample=update.sample,
            period=update.period,
        )
    for extension in item.extensions:
        anchor, by = f"extension-{extension.date}", extension.approved_by
        yield Event(day=extension.date, kind="extension", anchor=anchor, by=by, is_sample=extension.sample)
    for step in item.supervision:
        anchor = f"supervision-{step.anchor_id}"
        yield Event(day=step.date, kind="supervision", anchor=anchor, by=step.by, is_sample=step.sample)
    for number, closure in enumerate(item.closure, 1):
        for name, day in closure.days:
            yield Event(day=day, kind=name, anchor=f"closure-{number}", by="", is_sample=closure.sample)


def anchors_of(item: Item) -> Iterator[str]:
    """The fragments of the item's page: permanent, one for each record."""
    yield from (f"measure-{m.id}" for m in item.measures)
    yield from (f"update-{u.id}" for u in item.updates)
    yield from (f"extension-{e.date}" for e in item.extensions)
    yield from (f"supervision-{s.anchor_id}" for s in item.supervision)
    yield from (f"closure-{n}" for n in range(1, len(item.closure) + 1))


def _later_anchors(item: Item, whole: Item) -> tuple[str, ...]:
    known = set(anchors_of(item))
    return tuple(anchor for anchor in anchors_of(whole) if anchor not in known)
