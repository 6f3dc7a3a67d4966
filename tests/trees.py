"""Content trees for tests: whole, or small pieces laid over `tests/corpus/base`."""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from disclosure.ground.problems import Problem
from disclosure.pipeline import Order, check

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "tests" / "corpus" / "base"
EVERY_STATE = ROOT / "tests" / "corpus" / "every-state"
NOON = datetime(2018, 12, 31, 4, tzinfo=UTC)


def order(content: Path, **options: object) -> Order:
    """An order to work on `content` as of its own day, else 31 December 2018."""
    return Order(content=content, templates=ROOT / "templates", now=NOON, **options)


def problems_of(content: Path, **options: object) -> list[Problem]:
    """All problems of gate 1, placed and sorted."""
    return check(order(content, **options)).problems


def copy_base(folder: Path) -> Path:
    shutil.copytree(BASE, folder)
    return folder


def merge_yaml(snippet: str, base: str) -> str:
    """The snippet, then what the base has under other top-level keys: lines of the snippet hold."""
    block: Callable[[str], list[str]] = lambda text: re.split(r"(?m)^(?=[^\s#-])", text)  # noqa: E731
    key: Callable[[str], str] = lambda part: re.split(r"[:：\s]", part, maxsplit=1)[0]  # noqa: E731
    have = {key(part) for part in block(snippet)}
    return snippet + "".join(part for part in block(base) if key(part) not in have)


def overlay(content: Path, file: str, snippet: str) -> None:
    """Lay a snippet over a file of the tree: YAML is merged by its top-level keys."""
    path = content / file
    path.parent.mkdir(parents=True, exist_ok=True)
    base = path.read_text("utf-8") if path.is_file() and file.endswith(".yaml") else ""
    path.write_text(merge_yaml(snippet, base) if base and not snippet.startswith("- ") else snippet, "utf-8")
