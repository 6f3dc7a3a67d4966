"""The register of addresses: every address that was ever published, so that none vanishes unseen.

It is a file of the content, `addresses.txt`, one address without its language a line. The step that
publishes adds to it; nothing is ever taken out. Pages of lists and of the ledger are left out, since their
number follows the length of it, and so is what is named by its digest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..ground.problems import Anchor, Position, Problem
from ..plan.registry import Registry
from ..plan.site_model import Tombstone
from ..show.render import Artifact
from .rules import redirect_end, vanished_address

REGISTER = "addresses.txt"
_HEAD = (
    "# 本站公布过的全部网址，不带语言。由发布步骤添加，不手工改动，不删去。\n"
    "# Every address ever published here, without its language. The publishing step adds to it; nothing is\n"
    "# ever taken out.\n"
)
_PAGE = re.compile(r"(?:zh|en)/(.*)index\.html\Z")
_FILE = re.compile(r"(?:data|files|feeds)/.+")
# What follows from the ledger is kept by its chain, and not made where the past is not known.
_PASSING = re.compile(r"(?:(.*/)?(?:page-[0-9]+|embed|patterns)|changes/[^/]+)/\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Gone:
    """Pages to be made where something was: tails with their tombstones, and tails with where they lead."""

    tombstones: Mapping[str, Tombstone]
    redirects: Mapping[str, str]

    @property
    def tails(self) -> frozenset[str]:
        return frozenset((*self.tombstones, *self.redirects))


def addresses_of(artifacts: Iterable[Artifact]) -> frozenset[str]:
    """The permanent addresses among what was made: of pages their tails, of other files their paths."""
    paths = {a.path for a in artifacts}
    pages = {page[1] for page in map(_PAGE.match, paths) if page}
    return frozenset(a for a in (*pages, *filter(_FILE.match, paths)) if not _PASSING.match(a))


def register_text(addresses: Iterable[str]) -> str:
    """The register as a file; the first page is a bare slash."""
    return _HEAD + "".join(f"{address or '/'}\n" for address in sorted(set(addresses)))


def registered(content: Path) -> tuple[tuple[int, str], ...]:
    """The addresses in the register of a content folder, each with its line; none without a register."""
    file = content / REGISTER
    return tuple(read_register(file.read_text("utf-8"))) if file.is_file() else ()


def read_register(text: str) -> Iterator[tuple[int, str]]:
    """The addresses of a register, each with its line."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip().lstrip("/")


def gone_from(registry: Registry, registered: Iterable[str], made: Collection[str]) -> Gone:
    """The pages of what was withdrawn or moved. A tombstone of a page also stands at every registered
    address below it."""
    pages = {t.path: t for t in registry.tombstones if t.path.endswith("/")}
    found = {path: tombstone for path, tombstone in pages.items() if path not in made}
    for address in registered:
        above = next((path for path in pages if address.startswith(path)), None)
        if above and address not in made and address.endswith("/"):
            found[address] = pages[above]
    moved = {path: to for path, to in registry.redirects.items() if path not in made and to in made}
    return Gone(tombstones=found, redirects=moved)


def check_addresses(
    registry: Registry, registered: Iterable[tuple[int, str]], made: Collection[str], gone: Gone
) -> Iterator[Problem]:
    """Registered addresses at which nothing stands any more, and redirects from or to the wrong place. `made`
    are the addresses of the new site but those in `gone`."""
    withdrawn = tuple(t.path for t in registry.tombstones)
    for line, address in registered:
        if address not in made and address not in gone.tails and not address.startswith(withdrawn):
            at = Position(line=line, column=1)
            yield vanished_address.RULE.at(Anchor(file=REGISTER), address=address or "/").placed(at)
    for path, target in registry.redirects.items():
        anchor = Anchor(file="redirects.yaml").at(path, on_key=path in made)
        if path in made:
            yield redirect_end.RULE.at(anchor, path=path, what_zh="上还有网页", what="leads away from a page")
        elif target not in made:
            yield redirect_end.RULE.at(anchor, path=path, what_zh="通向的网页不存在", what="leads to no page")
