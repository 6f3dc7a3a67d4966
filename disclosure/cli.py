"""The command line: words in, exit code out. Nothing is decided here.

Exit codes: 0 fine, 1 problems in the content, 2 wrong command line, 3 the environment or a bug of
ours, 130 on Ctrl-C. Problems go to standard error, summaries to standard output. Heavy modules are
imported only by the command that needs them.
"""

from __future__ import annotations

import argparse
import io
import locale
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .options import parser, with_command
from .telling import Verdict, counted, say, why_missing

if TYPE_CHECKING:
    from .order import Order, Result

FINE, CONTENT, USAGE, ENVIRONMENT, INTERRUPTED = 0, 1, 2, 3, 130


def main(argv: Sequence[str], root: Path) -> int:
    """Run one command; the project's own folders lie below `root`."""
    options = parser(root).parse_args(with_command(argv))
    options.langs = (options.lang,) if options.lang else ("zh", "en")
    options.lang = options.lang or _language()
    _prepare_process()
    try:
        return RUNS[options.command](options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return ENVIRONMENT
    except Exception as error:
        return _report_fault(error, options.lang)


def _prepare_process() -> None:
    """What holds for the whole run: a message that the terminal cannot show stops nothing, what is written
    can be read by a web server, and a request to end is followed as Ctrl-C is."""

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    os.umask(0o022)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, interrupt)


def _report_fault(error: Exception, lang: str) -> int:
    """One line for what is not the content's fault; the traceback only where it is asked for."""
    from .past.annals import HistoryMissing
    from .plan.text import Text
    from .show.render import TemplateFault
    from .show.words import WordsError

    expected = (OSError, TemplateFault, WordsError, ValueError)
    if os.environ.get("DISCLOSURE_DEBUG"):
        import traceback

        traceback.print_exc()
    if isinstance(error, HistoryMissing):
        print(f"build.py: {why_missing(error.state, error.reason, lang)}", file=sys.stderr)
        return ENVIRONMENT
    text = getattr(error, "text", None)
    if isinstance(text, Text):  # a fault of the environment that has words of its own
        print(f"build.py: {text.zh if lang == 'zh' else text.en}", file=sys.stderr)
        return ENVIRONMENT
    kind = "" if isinstance(error, expected) else f"{type(error).__name__}: "
    tip = {
        "zh": "不是内容的问题。设 DISCLOSURE_DEBUG=1 再运行可看到详情",
        "en": "this is not a fault of the content; run again with DISCLOSURE_DEBUG=1 for the details",
    }
    print(f"build.py: {kind}{error}\n    {tip[lang]}", file=sys.stderr)
    return ENVIRONMENT


def _language() -> str:
    """The language of messages: that of the locale; Chinese only where the locale says so."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((n for n in names if n), "") or (locale.getlocale()[0] or "")
    return "zh" if name.lower().startswith("zh") else "en"


def _order(options: argparse.Namespace) -> Order:
    from .ground.clock import moment
    from .order import Order
    from .progress import Progress

    return Order(
        content=options.content,
        templates=options.templates,
        now=moment(os.environ, datetime.now(UTC)),
        as_of=options.as_of,
        base_url=getattr(options, "base_url", None),
        production=getattr(options, "production", False),
        strict=getattr(options, "strict", False),
        history=getattr(options, "history", "auto"),
        cache=None if options.no_cache else options.cache,
        jobs=options.jobs,
        progress=Progress(is_shown=sys.stderr.isatty() and not getattr(options, "quiet", True)),
        pdf=getattr(options, "pdf", False),
        register=getattr(options, "register", False),
        sign=getattr(options, "sign", None),
        translation=getattr(options, "translation", False),
    )


def _build(options: argparse.Namespace) -> int:
    from .archive import build_edition
    from .past.editions import NoSuchEdition

    start = time.perf_counter()
    if options.commit is None:
        return _build_where_needed(options, options.out or options.site, start)
    if options.out is None:
        print(f"build.py: {say('edition_out', options.lang, {})}", file=sys.stderr)
        return USAGE
    try:
        result = build_edition(_order(options), options.commit, options.out)
    except NoSuchEdition as missing:
        print(f"build.py: {missing.text.in_(options.lang)}", file=sys.stderr)
        return USAGE
    return _tell(options, result, "summary", start)


def _build_where_needed(options: argparse.Namespace, target: Path, start: float) -> int:
    """Build, or say again what was said of the site that stands where a build would make the same."""
    from .standing import kept_site

    standing = kept_site(vars(options), target, os.environ)
    kept = standing.told(_today_in) if standing else None
    if kept:
        return _say(options, replace(kept, summary=kept.summary and "unchanged"), start)
    from .pipeline import build
    from .verdict import verdict_of

    result = build(_order(options), target)
    verdict = verdict_of(result, options, "summary")
    if standing and result.registry and not result.is_refused:
        # With a day that is asked for, the clock decides whether it makes an old edition.
        zone = str(result.registry.site.time_zone) if result.registry.is_current or options.as_of else ""
        standing.keep(verdict, _today_in(zone) if zone else "", zone)
    return _say(options, verdict, start)


def _today_in(zone: str) -> str:
    from zoneinfo import ZoneInfo

    from .ground.clock import moment

    return moment(os.environ, datetime.now(UTC)).astimezone(ZoneInfo(zone)).date().isoformat()


def _check(options: argparse.Namespace) -> int:
    from .checking import fix_and_tell, try_and_tell
    from .pipeline import build, check

    start = time.perf_counter()
    if options.fix:
        print(fix_and_tell(options.content, options.lang), end="")
    if options.output:
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            result = build(_order(options), Path(folder) / "site")
    else:
        result = check(_order(options))
    told = try_and_tell(options.content, result, options.lang) if options.links else ""
    if not options.quiet and options.format == "text":
        print(told, end="")
    return _tell(options, result, "checked", start)


def _tell(options: argparse.Namespace, result: Result, summary: str, start: float) -> int:
    """Print what a run came to, and turn it into an exit code."""
    from .verdict import verdict_of

    return _say(options, verdict_of(result, options, summary), start)


def _say(options: argparse.Namespace, verdict: Verdict, start: float) -> int:
    print(verdict.err, end="", file=sys.stderr)
    if verdict.summary:
        seconds = f"{time.perf_counter() - start:.2f}"
        print(say(verdict.summary, options.lang, counted(verdict.facts) | {"seconds": seconds}))
    print(verdict.out, end="")
    return verdict.code


def _explain(options: argparse.Namespace) -> int:
    from .explain import explain

    text = explain(options.rule, options.lang)
    print(text.body, file=sys.stdout if text.is_known else sys.stderr)
    return FINE if text.is_known else USAGE


def _schema(options: argparse.Namespace) -> int:
    from .read.json_schema import write_schemas

    for path in write_schemas(Path(options.folder)):
        print(path)
    return FINE


def _verify(options: argparse.Namespace) -> int:
    from .publish.signature import fault_of
    from .publish.verifier import WORDS as VERDICTS
    from .publish.verifier import check, read

    if not read(options.place, "manifest.json"):
        raise FileNotFoundError(f"{options.place}: manifest.json?")
    found = [
        VERDICTS[word][options.lang == "en"].format(*facts)
        for word, *facts in check(options.place, options.against)
    ]
    key = options.key.read_text("utf-8") if options.key else ""
    if fault := fault_of(lambda path: read(options.place, path), key):
        found.append(fault.in_(options.lang))
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print({"zh": "完好", "en": "whole"}[options.lang])
    return CONTENT if found else FINE


def _diff(options: argparse.Namespace) -> int:
    from .comparing import diff
    from .ground.report import format_problems
    from .guard.private import hide
    from .past.editions import NoSuchEdition
    from .plan.history import short
    from .show.meaning_forms import form_meaning

    try:
        found = diff(_order(options), options.base, options.head)
    except NoSuchEdition as missing:
        print(f"build.py: {missing.text.in_(options.lang)}", file=sys.stderr)
        return USAGE
    if found.meaning:
        commits = (found.base, found.head)
        print(form_meaning(found.meaning, options.format, options.langs, commits), end="")
    if found.problems and options.format != "json":
        name = options.content.name
        folder = f"{short(found.side)}:{name}" if found.side else os.path.relpath(options.content)
        text = format_problems(found.problems, "text", options.lang, folder, found.texts.get, hide)
        print(text, end="", file=sys.stderr)
    return CONTENT if found.problems else FINE


def _serve(options: argparse.Namespace) -> int:
    from .serve import serve

    return serve(
        _order(options),
        options.port,
        lambda result, start: _tell(options, result, "summary", start),
        lambda error: _report_fault(error, options.lang),
    )


RUNS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "serve": _serve,
    "explain": _explain,
    "schema": _schema,
    "verify": _verify,
    "diff": _diff,
}
