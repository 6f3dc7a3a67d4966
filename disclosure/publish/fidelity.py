"""Fidelity: where a plan is no restatement and its original is at hand as a text, the two are compared
sentence by sentence, both ways, and what differs is explained or is an error.

Letters, digits and the signs within numbers are compared; punctuation, white space and the numbers of a list
are not, since copies differ in them. Sentences may stand in another order: what is proved is that none is
altered, left out or added.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from ..ground.problems import Anchor, Problem
from ..plan.model import Item, Plan
from ..plan.original import Difference
from ..plan.registry import PlanFolder, Registry
from .conservation import unmarked
from .rules import unexplained_difference

MOST_TOLD, LONGEST_SHOWN = 20, 40
_ENDS = re.compile(r"[。；！？;!?\n]+|(?<=[\u4e00-\u9fff])[:：]\s*\n")
_NUMBERING = re.compile(
    r"^[\s#>*+-]*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）、]|[0-9]{1,2}[.．](?![0-9])|第[一二三四五六七八九十]{1,3}[章条])?\s*"
)
_KEPT = re.compile(r"[^\W_]|(?<=[0-9])[.\-/](?=[0-9])|[%‰°±]|(?<![0-9])-(?=[0-9])")
_MIDDLE = re.compile(r"…+|\.{3,}")
Sentence = tuple[Anchor, str, str]  # where it stands, as typed, bare


def bare(text: str) -> str:
    """What of a text is compared."""
    return "".join(_KEPT.findall(unicodedata.normalize("NFKC", text)))


def sentences(text: str) -> list[str]:
    """The sentences of a text, as typed, without the number that a line begins with."""
    parts = (_NUMBERING.sub("", part) for part in _ENDS.split(text))
    return [part.strip() for part in parts if bare(part)]


def check_fidelity(
    registry: Registry, folder: PlanFolder, original: str, items: Sequence[Item]
) -> Iterator[Problem]:
    """What of a plan’s Chinese text differs from its original without a reason."""
    plan = folder.plan
    at = plan.home.anchor.at("original", "differences")
    ours = list(_ours(folder))
    around = [*_told(registry, plan), *(s for item in items for s in _listed(registry, item))]
    theirs = "\n".join(bare(s) for s in sentences(original))
    here = "\n".join(text for _, _, text in ours)
    for number, one in enumerate(plan.original.differences if plan.original else ()):
        theirs, here, wrong = _explained(one, theirs, here)
        if wrong:
            yield _problem(at.at(number), *wrong)
    everything = "".join(here.split("\n")) + "\n" + "\n".join(map(bare, around))
    left_out = [s for s in theirs.split("\n") if s and s not in everything]
    whole = theirs.replace("\n", "")
    kept = set(here.split("\n"))
    added = [(a, typed) for a, typed, text in ours if text in kept and text not in whole]
    place = plan.home.anchor.at("original", "file")
    for text in left_out[:MOST_TOLD]:
        yield _problem(place, text, "原件有，本站没有", "the original has it, this site does not")
    for anchor, text in added[:MOST_TOLD]:
        yield _problem(anchor, text, "本站有，原件没有", "this site has it, the original does not")


def _problem(anchor: Anchor, text: str, zh: str, en: str) -> Problem:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}…"
    return unexplained_difference.RULE.at(anchor, text=shown, what_zh=zh, what_en=en)


def _explained(one: Difference, theirs: str, here: str) -> tuple[str, str, tuple[str, str, str] | None]:
    """Both texts after a difference is allowed for, and what is wrong with it."""
    wanted = "\n".join(bare(s) for s in sentences(one.here or ""))
    if one.original is None:
        if not wanted or wanted not in here:
            return theirs, here, (one.here or "?", "本站没有这段文字", "this site has no such passage")
        return theirs, here.replace(wanted, "\n", 1), None
    span = _span(one.original, theirs)
    if span is None:
        return theirs, here, (one.original, "原件没有这段文字", "the original has no such passage")
    if wanted and wanted not in here:
        return theirs, here, (one.here or "?", "本站没有这段文字", "this site has no such passage")
    start, end = span
    return theirs[:start] + (wanted or "\n") + theirs[end:], here, None


def _span(passage: str, text: str) -> tuple[int, int] | None:
    """Where a passage stands; `……` in it is whatever stands between its ends."""
    parts = ["\n".join(bare(s) for s in sentences(part)) for part in _MIDDLE.split(passage)]
    parts = [part for part in parts if part]
    start = text.find(parts[0]) if parts else -1
    end = start
    for part in parts if start >= 0 else ():
        found = text.find(part, end)
        if found < 0:
            return None
        end = found + len(part)
    return (start, end) if start >= 0 else None


def _ours(folder: PlanFolder) -> Iterator[Sentence]:
    for section in folder.sections:
        at = section.home.anchor.at("@body")
        for typed in sentences(section.title.zh):
            yield section.home.anchor.at("title"), typed, bare(typed)
        for number, line in enumerate(section.body.zh.split("\n"), 1):
            for typed in sentences(unmarked(line)):
                yield at.inside(number, 1), typed, bare(typed)


def _told(registry: Registry, plan: Plan) -> Iterator[str]:
    """What the page says of the plan beside its text: title, number, who issued it and when."""
    day = plan.issued
    names = [registry.units[unit].name.zh for unit in plan.issuers if unit in registry.units]
    yield plan.title.zh
    yield from (plan.document_number or "", plan.index_number or "", "".join(names), *names)
    yield f"{day.year}年{day.month}月{day.day}日"
    yield "附件" + plan.title.zh


def _listed(registry: Registry, item: Item) -> Iterable[str]:
    """An item as a list prints it."""
    units = [registry.units[unit].name.zh for unit in (*item.lead, *item.support) if unit in registry.units]
    yield f"{item.source_number}{item.finding.zh}"
    yield from ("责任单位" + "".join(units), "整改时限" + item.deadline.text.zh, "整改目标" + item.goal.zh)
    yield "整改措施" + "".join(measure.text.zh for measure in item.measures)
