"""What each file of a content folder is, by its address.

The table is the layout of the content contract. A file that it does not know is reported, never
ignored; READMEs and hidden files are no content.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..ground.files import walk
from ..ground.outcome import Outcome
from ..ground.problems import Anchor, Problem
from ..plan.values import GOOD_ID
from .characters import first_forbidden
from .rules import forbidden_character, missing_file, special_file, stray_file, symbolic_link, wrong_id

_ID = r"(?P<id>[^/]+?)"
_LANG = r"\.(?P<lang>zh|en)\.md"
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern + r"\Z"))
    for kind, pattern in (
        ("site", r"site\.yaml"),
        ("units", r"units\.yaml"),
        ("glossary", r"glossary\.yaml"),
        ("tombstones", r"tombstones\.yaml"),
        ("redirects", r"redirects\.yaml"),
        ("register", r"addresses\.txt"),
        ("calendar", r"calendar/(?P<id>(?:19|20|21)[0-9]{2})\.yaml"),
        ("page", rf"pages/{_ID}{_LANG}"),
        ("notice", rf"notices/{_ID}{_LANG}"),
        ("change", rf"changes/{_ID}\.yaml"),
        ("file", r"files/.+"),
        ("plan", r"plans/(?P<plan>[^/]+)/plan\.yaml"),
        ("section", rf"plans/(?P<plan>[^/]+)/text/{_ID}{_LANG}"),
        ("item", rf"plans/(?P<plan>[^/]+)/items/{_ID}\.yaml"),
        ("indicator", rf"plans/(?P<plan>[^/]+)/indicators/{_ID}\.yaml"),
    )
)
_README = re.compile(r"(.*/)?README(\.[a-z]{2})?\.md\Z")


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class SourceFile:
    """A file of the content folder. `id` is the stem of its name without the language, `plan` and
    `lang` are empty where the kind has none."""

    address: str
    path: Path
    kind: str
    id: str = ""
    plan: str = ""
    lang: str = ""


def discover(root: Path) -> Outcome[tuple[SourceFile, ...]]:
    """Every content file below `root`, in the order of addresses, and the files that are none."""
    sources: list[SourceFile] = []
    problems: list[Problem] = []
    for address, path in walk(root):
        anchor = Anchor(file=address)
        if odd := _oddity(address, path):
            problems.append(odd)
        elif source := classify(address, path):
            sources.append(source)
            problems += [wrong_id.RULE.at(anchor, value=i) for i in _ids(source) if not GOOD_ID.match(i)]
        elif not _README.match(address):
            problems.append(stray_file.RULE.at(anchor))
    problems += _missing(sources)
    return Outcome(tuple(sources), tuple(problems))


def _oddity(address: str, path: Path) -> Problem | None:
    """What forbids to read a file at all: it is no file of its own, or its name cannot be shown."""
    anchor, mode = Anchor(file=address), path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return symbolic_link.RULE.at(anchor)
    if not stat.S_ISREG(mode):
        return special_file.RULE.at(anchor)
    if code := first_forbidden(address.replace("\n", "\0").replace("\t", "\0")):
        return forbidden_character.RULE.at(anchor, code=code)
    return None


def classify(address: str, path: Path) -> SourceFile | None:
    """What the file at an address is, None where the layout does not know it."""
    if _README.match(address):
        return None
    found = ((kind, pattern.match(address)) for kind, pattern in KINDS)
    return next(
        (SourceFile(address=address, path=path, kind=k, **m.groupdict()) for k, m in found if m), None
    )


def _ids(source: SourceFile) -> list[str]:
    return [i for i in (source.id, source.plan) if i]


def _missing(sources: Iterable[SourceFile]) -> list[Problem]:
    sources = list(sources)
    kinds = {s.kind for s in sources}
    wanted = [("site", "site.yaml"), ("units", "units.yaml"), ("plan", "plans/PLAN/plan.yaml")]
    missing = [file for kind, file in wanted if kind not in kinds]
    if "plan" in kinds:
        have = {s.plan for s in sources if s.kind == "plan"}
        missing += sorted({f"plans/{s.plan}/plan.yaml" for s in sources if s.plan and s.plan not in have})
    return [missing_file.RULE.at(Anchor(file=file), file=file) for file in missing]
