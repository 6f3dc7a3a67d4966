"""A slip of one character anywhere in the content ends in an error beside it, in the same site, or in a site that
shows it: no fact elsewhere is changed or lost, nothing is raised, nothing hangs.

A part is run with all tests; `MUTATIONS=2000 tests/run tests/test_mutations.py` runs them all (`MUTATIONS_FROM=1000`
leaves out the first thousand).
"""

import os
import random
import re
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from disclosure.ground.problems import Problem
from disclosure.pipeline import build, check
from disclosure.read.content import read_item, read_registry
from disclosure.read.layout import discover
from tests.trees import ROOT, order

COUNT = int(os.environ.get("MUTATIONS", "40"))
FIRST = int(os.environ.get("MUTATIONS_FROM", "0"))
SECONDS = 10
KINDS = ("quote", "colon", "zero-width", "line-separator", "nbsp", "tab", "dash", "line", "delete")
SIGNS = {"zero-width": "\u200b", "line-separator": "\u2028", "nbsp": "\u00a0", "tab": "\t", "dash": "-"}
Facts = Mapping[str, object]


@dataclass(frozen=True)
class Mutation:
    """A file as it is after a slip of some kind in a line."""

    kind: str
    file: str
    line: int
    before: str
    after: str


def mutate(seed: int, texts: Mapping[str, str]) -> Mutation:
    """A slip at a random place of a random file; long files are met more often."""
    chance = random.Random(f"slip-{seed}")
    while True:
        kind = chance.choice(KINDS)
        file = chance.choices(list(texts), weights=[len(text) for text in texts.values()])[0]
        text = texts[file]
        signs = {"quote": "\"'“”", "colon": ":"}.get(kind)
        places = [n for n, ch in enumerate(text) if signs is None or ch in signs]
        if not places:
            continue
        at = chance.choice(places)
        if kind == "line":
            start, end = text.rfind("\n", 0, at) + 1, (text.find("\n", at) + 1) or len(text)
            after = text[:end] + text[start:end] + text[end:]
        elif kind == "colon":
            after = f"{text[:at]}：{text[at + 1 :]}"
        elif kind in ("quote", "delete"):
            after = text[:at] + text[at + 1 :]
        else:
            after = text[:at] + SIGNS[kind] + text[at:]
        return Mutation(kind, file, text.count("\n", 0, at) + 1, text, after)


def flat(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """All values of records as (path, value), but those that say where they stand."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in ("home", "home_en", "sha256", "size"):
                yield from flat(getattr(value, field.name), f"{path}/{field.name}")
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from flat(inner, f"{path}/{key}")
    elif isinstance(value, (tuple, list)):
        yield f"{path}/count", len(value)
        for number, inner in enumerate(value):
            yield from flat(inner, f"{path}/{number}")
    else:
        yield path, value


def facts_of(content: Path) -> Facts:
    """Every value that the content states."""
    files = discover(content).value or ()
    facts = dict(flat(read_registry(files).value))
    for source in files:
        if source.kind == "item":
            facts |= flat(
                read_item(source.path.read_bytes(), source.address, source.plan).value, source.address
            )
    return facts


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.text += "".join(value or "" for name, value in attrs if name in ("href", "datetime", "title"))

    def handle_data(self, data: str) -> None:
        self.text += "".join(data.split())


def shown(page: bytes) -> str:
    """What a page shows or leads to, without white space."""
    parser = _Text()
    parser.feed(page.decode())
    return parser.text


def pages_of(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.html")}


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Raise where more processor time is taken; what else the machine does counts for nothing."""

    def stop(number: int, frame: object) -> None:
        raise TimeoutError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


class Bench:
    """The project's own content, its facts and its pages; slips are tried in a copy."""

    def __init__(self, folder: Path) -> None:
        self.content, self.site = folder / "content", folder / "site"
        shutil.copytree(ROOT / "content", self.content)
        names = (
            p
            for p in sorted(self.content.rglob("*"))
            if p.suffix in (".yaml", ".md") and p.name != "README.md"
        )
        self.texts = {str(p.relative_to(self.content)): p.read_text("utf-8") for p in names}
        assert build(order(self.content), self.site).problems == []
        self.facts, self.pages = facts_of(self.content), pages_of(self.site)

    def outcome(self, slip: Mutation) -> str:
        """What came of it: `error`, `same`, `shown`, `further`, `referred`; anything else says what went wrong."""
        path = self.content / slip.file
        path.write_text(slip.after, "utf-8", newline="")
        try:
            with at_most(SECONDS):
                problems = check(order(self.content)).problems
            errors = [p for p in problems if p.is_error]
            if errors:
                return _where(errors, slip)
            return self._accepted(slip)
        finally:
            path.write_text(slip.before, "utf-8", newline="")

    def _accepted(self, slip: Mutation) -> str:
        facts = facts_of(self.content)
        changed = {
            path for path in facts.keys() | self.facts.keys() if facts.get(path) != self.facts.get(path)
        }
        if not changed:
            return "same"
        # A line that came twice, or an entry more, moves what follows; its own field is one.
        roots = {path.rsplit("/", 1)[0] if path.endswith(("/zh", "/en")) else path for path in changed}
        # What is read twice, as the title of a notice, is one fact.
        values = {(str(self.facts.get(path)), str(facts.get(path))) for path in changed}
        if len(roots) > 1 and len(values) > 1:
            return f"facts: {sorted(changed)[:6]}"
        if any(
            "".join(str(facts.get(p)).split()) != "".join(str(self.facts.get(p)).split()) for p in changed
        ):
            return self._is_shown(slip)
        return "same"

    def _is_shown(self, slip: Mutation) -> str:
        site = self.site.with_name("changed")
        with at_most(SECONDS):
            result = build(order(self.content), site)
        if result.is_refused:
            return _where([p for p in result.problems if p.is_error], slip)
        pages = pages_of(site)
        shutil.rmtree(site)
        if pages.keys() != self.pages.keys():
            return f"pages: {sorted(pages.keys() ^ self.pages.keys())[:4]}"
        differing = (path for path, page in pages.items() if page != self.pages[path])
        is_seen = any(shown(pages[path]) != shown(self.pages[path]) for path in differing)
        return "shown" if is_seen else "hidden"


def _where(errors: list[Problem], slip: Mutation) -> str:
    """Where the errors of a refused content are: beside the slip; in its file, further off; or, where the slip
    changed an id, at what refers to it."""
    if is_beside(errors, slip):
        return "error"
    if any(p.anchor.file == slip.file for p in errors):
        return f"further: {places(errors)}"
    key = re.match(r"[a-z0-9-]+(?=:)", slip.before.split("\n")[slip.line - 1])
    if key and all(
        p.rule.id in ("unknown-reference", "unknown-unit") and key[0] in p.message("en") for p in errors
    ):
        return "referred"
    return f"elsewhere: {places(errors)}"


def is_beside(errors: list[Problem], slip: Mutation) -> bool:
    """Whether one of the errors names the file, at most a line away."""
    return any(
        p.anchor.file == slip.file and p.anchor.position and abs(p.anchor.position.line - slip.line) <= 1
        for p in errors
    )


def places(problems: list[Problem]) -> list[str]:
    return [
        f"{p.anchor.file}:{p.anchor.position.line if p.anchor.position else '?'} {p.rule.id}"
        for p in problems
    ][:4]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("slips"))


def test_a_slip_is_named_or_shown_and_changes_nothing_else(bench: Bench) -> None:
    outcomes: dict[str, int] = {}
    wrong: list[tuple[Any, ...]] = []
    for seed in range(FIRST, COUNT):
        slip = mutate(seed, bench.texts)
        outcome = bench.outcome(slip)
        outcomes[outcome.partition(":")[0]] = outcomes.get(outcome.partition(":")[0], 0) + 1
        if outcome.partition(":")[0] not in ("error", "same", "shown", "further", "referred"):
            wrong.append((seed, slip.kind, f"{slip.file}:{slip.line}", outcome))
    print(f"\n{COUNT} slips: {outcomes}")
    assert wrong == []
    # A head that is not closed is told where it begins, a list that is cut at its next entry; an id that nothing
    # knows, where it is used.
    assert outcomes.get("further", 0) <= max(1, (COUNT - FIRST) // 200)
    assert outcomes.get("referred", 0) <= max(2, (COUNT - FIRST) // 100)


def test_every_kind_of_slip_is_among_them(bench: Bench) -> None:
    assert {mutate(seed, bench.texts).kind for seed in range(COUNT)} == set(KINDS)
