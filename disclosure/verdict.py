"""What a run comes to for the person at the terminal. Texts are made here and printed by `cli`."""

from __future__ import annotations

import argparse
import os

from .checking import checklist, told_permits
from .ground.report import Count, format_problems
from .guard.private import hide
from .order import Result
from .read.sources import source_of
from .telling import Verdict, counted, say, why_missing

FINE, CONTENT = 0, 1


def verdict_of(result: Result, options: argparse.Namespace, summary: str) -> Verdict:
    """The verdict on a result for those who asked with `options`: `lang`, `format`, `quiet`, `content` and
    `as_of` count. `summary` is the name of its words where nothing is refused."""
    err = _told_problems(result, options)
    errors = sum(1 for p in result.problems if p.is_error)
    facts: dict[str, int | str] = {
        "pages": result.count_pages("zh"),
        "items": len(result.rows),
        "day": result.registry.as_of.isoformat() if result.registry else "",
        "errors": errors,
        "warnings": len(result.problems) - errors,
    }
    listed = "" if options.quiet or options.format != "text" else _listed(result, options, summary)
    if result.is_refused:
        # With data asked for, nothing but the data is on its stream.
        words = (
            [] if options.format in ("json", "sarif") else ["refused"] if errors else ["refused", "strict"]
        )
        refusal = "".join(say(word, options.lang, counted(facts)) + "\n" for word in words)
        return Verdict(code=CONTENT, err=err + refusal, out=listed)
    missing = why_missing(result.ledger.state, result.ledger.reason, options.lang)
    past = f"{missing}\n" if missing else ""
    is_mistake = result.ledger.state == "shallow" and options.format == "text"
    if options.quiet:
        return Verdict(code=FINE, err=err + (past if is_mistake else ""), facts=facts)
    steps = "" if result.is_one_step else say("two_steps", options.lang, {}) + "\n"
    err, out = (err + past, steps) if is_mistake else (err, steps + past)
    return Verdict(code=FINE, err=err, out=out + listed, summary=summary, facts=facts)


def _listed(result: Result, options: argparse.Namespace, summary: str) -> str:
    """What is allowed to be public, and after a check the short list of what is to be done."""
    permits = told_permits(result.registry, options.lang)
    return permits + (checklist(result.problems, options.lang) if summary == "checked" else "")


def _told_problems(result: Result, options: argparse.Namespace) -> str:
    """The problems; with --as-of, records left out are one line."""
    told = ""
    if result.later_count and options.format == "text":
        facts = {"count": Count(result.later_count), "day": options.as_of}
        told = say("later", options.lang, facts) + "\n"
    if result.problems or options.format in ("json", "sarif"):
        folder = os.path.relpath(options.content) if options.content.exists() else str(options.content)
        source = source_of(options.content) if result.texts is None else result.texts.get
        label = result.label or folder
        told += format_problems(result.problems, options.format, options.lang, label, source, hide)
    return told
