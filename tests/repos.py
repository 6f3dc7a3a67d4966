"""Real git repositories around content trees, with commits on days of the test's choosing."""

import os
import subprocess
from pathlib import Path

from disclosure.ground.problems import Problem
from disclosure.judge.ledger import Ledger
from disclosure.past.annals import read_ledger
from disclosure.pipeline import check
from disclosure.read.content import read_registry
from disclosure.read.layout import discover
from tests.trees import copy_base, order, overlay

# No one's own settings, and a name that tells nobody anything.
SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
}


class Repository:
    """A repository whose `content/` begins as the base tree."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        folder.mkdir(parents=True, exist_ok=True)
        if not self.content.exists():
            copy_base(self.content)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, at: str = "") -> str:
        dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at} if at else {}
        env = {**os.environ, **SETTINGS, **dates}
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, at: str = "2019-01-10T12:00:00+08:00") -> str:
        """Commit all that there is. `at` is a moment with its zone."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "change", at=at)
        return self.git("rev-parse", "HEAD")

    def write(self, file: str, snippet: str) -> None:
        """Lay a snippet over a file of the content."""
        overlay(self.content, file, snippet)

    def swap(self, file: str, old: str, new: str) -> None:
        """Replace a passage of a content file, which it must hold."""
        path = self.content / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    def ledger(self, cache: Path | None = None, mode: str = "auto", jobs: int = 1) -> Ledger:
        registry = read_registry(discover(self.content).value or ()).value
        assert registry is not None
        zone, as_of = registry.site.time_zone, registry.site.as_of
        assert as_of is not None
        return read_ledger(self.content, mode, cache, jobs, zone, as_of)

    def problems(self, **options: object) -> list[Problem]:
        return check(order(self.content, **options)).problems


def told(ledger: Ledger) -> list[tuple[str, str, str]]:
    """The entries in brief: day, object, field."""
    return [(e.day.isoformat(), e.object, e.field) for e in ledger.entries]
