"""The gate over content: everything private, injected or spoilt in a file, at its line and column.

Files are read as text and not as records, so that comments, keys and files with other faults are looked at
too, and a place costs nothing to find. What the words of a value are escaped to hide is found in the
rendered pages (`scan_output`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..ground.problems import Anchor, Problem, Severity
from ..read.characters import Lines
from .finding import Finding
from .folding import Folded, fold
from .injected import find_injected
from .masks import mask
from .permits import Permits
from .private import find_in, find_private
from .rules import empty_column, garbled_text
from .tables import find_empty_columns

MOST_A_FILE = 50
# The name of a content file without a long number in it.
_PLAIN_NAME = re.compile(r"(?:(?![0-9-]{8})[a-z0-9./-])*\Z")
# The rendered files that hold text.
READABLE = (".html", ".json", ".xml", ".txt", ".csv", ".md", ".ics", ".webmanifest", ".svg", ".jsonl")
# Named by the reader of content files already, at the same place.
_NAMED_BEFORE = ("?#", "\ufffd")
_TAG = re.compile(rb"<[^>]*>")
_ATTRIBUTE = re.compile(rb' (?:title|alt|content|aria-label|value|placeholder|href)="([^"]*)"')
# Digests and names made of them, which say nothing of anybody.
_DIGEST = re.compile(
    r"(?<![0-9A-Za-z])(?:(?:assets|search)/[\w./-]+|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9A-Za-z])"
    r"|(?:版本|version|校验码|hash|提交|commit)[：:]?\s*[0-9a-f]{8,12}(?![0-9A-Za-z])"
)
_HINT = re.compile(rb"[0-9](?:[0-9]{9}|[0-9]{2,5}[ -][0-9]{4}[ -]?[0-9]{3})")


def scan_source(data: bytes, file: str, permits: Permits) -> list[Problem]:
    """All problems of a content file that is text; its address is looked at too."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    folded = fold(text)
    found = [(f.start, _private(f, Anchor(file=file))) for f in find_in(folded, permits)]
    found += _injected(text, folded, file, permits)
    if text.count("|") > 3:
        for offset, number, head in find_empty_columns(text):
            found.append((offset, empty_column.RULE.at(Anchor(file=file), number=number, head=head)))
    named = scan_name(file, permits)
    if not found:
        return named
    lines = Lines(text)
    return [*named, *(problem.placed(lines.position(offset)) for offset, problem in found[:MOST_A_FILE])]


def _injected(text: str, folded: Folded, file: str, permits: Permits) -> Iterator[tuple[int, Problem]]:
    """What is injected into a content file, but what its reader names and warnings in comments."""
    for offset, rule, facts in find_injected(text, permits, folded):
        is_named = rule is garbled_text.RULE and facts["found"].startswith(_NAMED_BEFORE)
        if not is_named and not (rule.severity is Severity.WARNING and _is_comment(text, offset, file)):
            yield offset, rule.at(Anchor(file=file), **facts)


def _private(found: Finding, anchor: Anchor) -> Problem:
    return found.rule.at(anchor, masked=mask(found.rule, found.value))


def _is_comment(text: str, offset: int, file: str) -> bool:
    """Whether a place lies in a comment of a YAML file, which is not published."""
    start = text.rfind("\n", 0, offset) + 1
    return file.endswith(".yaml") and text[start:offset].lstrip().startswith("#")


def scan_name(file: str, permits: Permits) -> list[Problem]:
    """What is private in the name of a file."""
    if _PLAIN_NAME.match(file):
        return []
    words = re.sub(r"/|\.(?=[A-Za-z0-9]+\Z)", "，", file)
    return [_private(found, Anchor(file=file)) for found in find_private(words, permits)]


def scan_output(path: str, data: bytes, permits: Permits) -> list[Problem]:
    """What is private in a rendered file and was not found in the content: what templates or escapes put
    together. A quick look at the bytes comes first."""
    if b"@" not in data and not _HINT.search(data):
        return []
    shown = _TAG.sub(_told, data) if path.endswith(".html") else data
    text = _DIGEST.sub("", html.unescape(shown.decode("utf-8", "replace")))
    return [_private(found, Anchor(file=path)) for found in find_private(text, permits)]


def _told(tag: re.Match[bytes]) -> bytes:
    """What a tag says to a reader, or where it leads."""
    told = [m[1] for m in _ATTRIBUTE.finditer(tag[0])]
    return b"\n\n" + b"\n\n".join(told) + b"\n\n" if told else b"\n"


def scan_words(text: str, file: str, permits: Permits, has_lines: bool = False) -> list[Problem]:
    """All problems of a text that was taken out of an attachment; `has_lines` says that its lines are
    those of the file."""
    folded, at = fold(text), Anchor(file=file)
    lines = Lines(text) if has_lines else None
    found = [(f.start, _private(f, at)) for f in find_in(folded, permits)]
    for offset, rule, facts in find_injected(text, permits, folded):
        if rule.severity is Severity.ERROR:
            found.append((offset, rule.at(at, **facts)))
    problems = [problem.placed(lines.position(offset)) if lines else problem for offset, problem in found]
    return problems[:MOST_A_FILE]
