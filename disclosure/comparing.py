"""What a change means, from two states of the content to the sentences: the chain of `diff`.

Both sides go through the chain of a check, as of the same day; nothing is rendered and nothing written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pkgutil import iter_modules

from .ground.problems import Problem
from .judge.comparison import compare
from .judge.report import Report, report_of
from .order import Order, Result
from .past.editions import LaidOut, checked_out
from .past.states import differences
from .pipeline import check
from .plan.history import short
from .read import rules
from .read.sources import texts_of
from .show.meaning import Meaning, meaning_of
from .show.pages import voices
from .show.words import read_words

# The rules of form: what breaks one of them was not read, and cannot be compared.
_FORM = frozenset(module.name.replace("_", "-") for module in iter_modules(rules.__path__))


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """`base` and `head` are full ids of commits, `head` None for the working folder; `as_of` is the day of
    judgement. `meaning` is None where the later side cannot be read at all, or the earlier one not in full.
    `problems` are the errors of the later side, else those for which the earlier one cannot be read; they
    stand in `texts`, the files of `side`, which is a commit or None for the working folder."""

    base: str
    head: str | None
    as_of: date | None
    meaning: Meaning | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    side: str | None


def diff(order: Order, base: str, head: str | None) -> Compared:
    """What changed from one commit to another, or to the working folder where `head` is None. Raises
    NoSuchEdition."""
    with checked_out(order.content, base, order.cache) as old, _later(order, head) as new:
        later = _order(order, new)
        result = check(later)
        errors = tuple(p for p in result.problems if p.is_error)
        commit = new.commit if new else None
        compared = Compared(
            base=old.commit,
            head=commit,
            as_of=None,
            meaning=None,
            problems=errors,
            texts=texts_of(later.content, errors),
            side=commit,
        )
        if result.registry is None:
            return compared
        day = result.registry.as_of
        earlier = check(replace(_order(order, old), as_of=day))
        unread = tuple(p for p in earlier.problems if p.is_error and p.rule.id in _FORM)
        if unread and (old.content / "site.yaml").is_file():  # else there was nothing yet
            texts = texts_of(old.content, unread)
            return replace(compared, problems=unread, texts=texts, side=old.commit)
        found = differences(old.content, later.content)
        report = report_of(result.registry, result.rows, result.ledger)
        comparison = compare(_report(earlier), report, found.objects, found.files)
        speakers = voices(result.registry, read_words(order.templates / "words"))
        names = (short(old.commit), short(commit) if commit else None)
        told = meaning_of(comparison, speakers, *names, day.isoformat(), len(errors))
        return replace(compared, as_of=day, meaning=told)


def _report(result: Result) -> Report | None:
    if result.registry is None:
        return None
    return report_of(result.registry, result.rows, result.ledger)


def _order(order: Order, edition: LaidOut | None) -> Order:
    if edition is None:
        return order
    return replace(order, content=edition.content, cache=edition.cache)


@contextmanager
def _later(order: Order, head: str | None) -> Iterator[LaidOut | None]:
    if head is None:
        yield None
        return
    with checked_out(order.content, head, order.cache) as edition:
        yield edition
