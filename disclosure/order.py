"""What is asked of a run, and what came of it: plain records that pass through the chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from .ground.problems import Problem
from .judge.ledger import NO_LEDGER, Ledger
from .judge.rows import ItemRow
from .judge.rules import after_as_of
from .plan.registry import Edition, Registry
from .plan.text import LANGUAGES
from .publish.records import KINDS
from .show.render import Artifact
from .workshop import Found

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What is asked for. `as_of` is the day of judgement where one is asked for, None to take that of
    site.yaml; `now` is the moment that “today” means; `preview` adds what only those who work on the
    site see; `history` is one of `auto`, `require` and `off`; `cache` is the folder of what later builds
    can use, None for none; `jobs` is the number of worker processes; `progress` is told (done, total)
    items; `pdf` asks for the print editions as PDFs too, `register` to add the addresses of the new site to
    the register of the content; `sign` is the key that signs the manifest, None for none;
    `translation` asks `check` for every text whose English wants work; `edition` says that the content is
    that of an old commit, None for the content as it is now."""

    content: Path
    templates: Path
    now: datetime
    as_of: date | None = None
    base_url: str | None = None
    production: bool = False
    strict: bool = False
    preview: bool = False
    history: str = "auto"
    cache: Path | None = None
    jobs: int = 1
    progress: Progress = lambda done, total: None
    pdf: bool = False
    register: bool = False
    sign: Path | None = None
    translation: bool = False
    edition: Edition | None = None


@dataclass(kw_only=True, slots=True)
class Result:
    """What came of a run; nothing was published where `is_refused` holds. `later_count` counts the
    records dated after a day that was asked for: they are left out, which is then no warning. `found` is
    what search knows of the pages of items. `is_one_step` is false where the file system made the new
    site take its place in two steps. `texts` are the files in which problems were found, where they are not
    those of the content folder; `label` then stands for that folder."""

    problems: list[Problem] = field(default_factory=list)
    rows: list[ItemRow] = field(default_factory=list)
    artifacts: list[Artifact] = field(default_factory=list)
    records: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    found: Found = field(default_factory=lambda: {lang: [] for lang in LANGUAGES})
    registry: Registry | None = None
    ledger: Ledger = NO_LEDGER
    later_count: int = 0
    is_strict: bool = False
    is_one_step: bool = True
    texts: Mapping[str, str] | None = None
    label: str = ""

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
