"""Broken content: every problem is named at its place, and nothing else is said."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.explain import rule_modules
from disclosure.read.content import read_item
from disclosure.read.yaml import parse_yaml
from tests.test_rules import ALL
from tests.trees import BASE, ROOT, copy_base, overlay, problems_of

CASES = yaml.safe_load((ROOT / "tests" / "corpus" / "broken" / "cases.yaml").read_text("utf-8"))
SHORT = {"I": "plans/demo/items/01.yaml", "T": "plans/demo/text/01-aims.zh.md"}
ITEM = (BASE / SHORT["I"]).read_bytes()
HEAD = b"---\ntitle: T\n---\n"
TABLE = HEAD + "| 甲 | 乙 |\n| --- | --- |\n".encode()
DEEP = b"[" * 30_000 + b"]" * 30_000 + b"\n"
LAUGHS = b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 13))

MADE: dict[str, tuple[str, bytes]] = {
    "deep-flow": ("I", b"lead: " + b"[" * 30_000 + b"]" * 30_000 + b"\n"),
    "deep-beside-doubled": ("I", b"a: 1\na: 2\nb: " + DEEP),
    "deep-title": ("T", b"---\ntitle: " + DEEP + b"---\n[x](http://a.b)\n"),
    "laughs-beside-doubled": ("I", b"q: {z: 1, z: 2}\na0: &a0 [x]\n" + LAUGHS),
    "three-thousand-keys": ("I", b"a: b\n" * 3000),
    "eight-thousand-comments": ("I", b"".join(b"a%d: b #c\n" % n for n in range(8000))),
    "deep-block": ("I", b"".join(b"  " * n + b"a:\n" for n in range(400)) + b"  " * 400 + b"b: c\n"),
    "gbk": ("I", "source_number: 整改\n".encode("gbk")),
    "utf-16": ("I", "source_number: 一\n".encode("utf-16")),
    "truncated": ("I", "source_number: 一".encode()[:-1]),
    "megabyte": ("I", b"# " + b"x" * 1_000_000),
    "long-line": ("I", b"# " + b"x" * 100_001 + b"\n" + ITEM),
    "bom-crlf": ("I", b"\xef\xbb\xbf" + ITEM.replace(b"\n", b"\r\n")),
    "brackets": ("T", HEAD + b"[" * 8000 + b"\n"),
    "backticks": ("T", HEAD + b"`a " * 4000 + b"\n"),
    "curly": ("T", HEAD + b"{{" * 40_000 + b"\n"),
    "heading-gap": ("T", HEAD + b"# a" + b" " * 20_000 + b"x\n"),
    "table-gap": ("T", HEAD + b"a|b\n" + b" " * 30_000 + b"x|\n-|-|-\n"),
    "closings-first": ("T", HEAD + b"]" * 4000 + b"![" * 4000 + b"\n"),
    "inline-list": ("T", HEAD + b"- " * 500 + b"x\n"),
    "inline-numbers": ("T", HEAD + b"1. " * 500 + b"x\n"),
    "quotes": ("T", HEAD + b"> " * 500 + b"x\n"),
    "fence-gap": ("T", HEAD + b"~~~" + b" " * 20_000 + b"x\nx\n~~~\n"),
    "huge-number": ("T", HEAD + b"1" * 9000 + b". x\n"),
    "bold-rows": ("T", TABLE + "| **甲** | 2 |\n".encode() * 600),
    "code-rows": ("T", TABLE + b"| `x` | 2 |\n" * 600),
    "snake-rows": ("T", TABLE + b"| file_name_x | 2 |\n" * 600),
    "deep-list": ("T", HEAD + b"".join(b"    " * n + b"- x\n" for n in range(30))),
}


def make(content: Path, name: str) -> None:
    if name == "link":
        (content / "files" / "passwd").symlink_to("/etc/passwd")
        return
    if name == "pipe":
        os.mkfifo(content / "files" / "p")
        return
    if name == "bytes":
        Path(os.fsdecode(os.fsencode(content / "files") + b"/\xff.txt")).write_bytes(b"x")
        return
    file, data = MADE[name]
    (content / SHORT[file]).write_bytes(data)


def lay(content: Path, case: dict[str, Any]) -> None:
    for short, text in case.get("files", {}).items():
        file = SHORT.get(short, short)
        if case.get("whole"):
            (content / file).write_text(text, "utf-8", newline="")
        else:
            overlay(content, file, text)
        if "without" in case:
            path = content / file
            path.write_text(drop(path.read_text("utf-8"), case["without"]), "utf-8")


def drop(text: str, key: str) -> str:
    """The text without the block of a top-level key."""
    lines = text.split("\n")
    first = lines.index(f"{key}:")
    last = next((n for n in range(first + 1, len(lines)) if lines[n][:1] not in (" ", "")), len(lines))
    return "\n".join(lines[:first] + lines[last:])


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"].replace(" ", "-"))
def test_broken_content_is_named_at_its_place(case: dict[str, Any], tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    lay(content, case)
    if "make" in case:
        make(content, case["make"])
    names = {file: short for short, file in SHORT.items()}
    problems = problems_of(content, production=case.get("production", False))
    places = ((p, names.get(p.anchor.file, p.anchor.file), p.anchor.position) for p in problems)
    # Only the Chinese is broken here: of course its numbers are not in the English.
    found = [
        f"{file} {at.line}:{at.column} {p.rule.id}"
        for p, file, at in places
        if at and p.rule.id != "number-parity"
    ]
    # The attachment of the base tree waits for those cases that name it.
    found = [line for line in found if line != "files/a.txt 1:1 unused-attachment"]
    if case.get("among"):
        assert set(case["expect"]) <= set(found), found
    else:
        assert sorted(found) == sorted(case["expect"])


def test_every_rule_has_a_broken_case_or_example() -> None:
    shown = {e.rule for e in ALL if not e.passes} | {x.split()[-1] for c in CASES for x in c["expect"]}
    at_gate_2 = {
        "dead-link",
        "dead-anchor",
        "doubled-anchor",
        "doubled-path",
        "unpaired-page",
        "vanished-address",
        "redirect-end",
        "lost-text",
        "unexplained-difference",  # tests/publish/test_fidelity.py
    }
    # What only a repository has, see tests/past; or the network, see tests/test_linking.py.
    of_git = {"uncommitted", "translation-state", "unreachable-link"}
    of_files = {r for r in rule_modules() if r.startswith("attachment-")} | {"photo-location"}  # tests/guard
    of_files.add("unused-attachment")  # tests/judge/test_honesty.py
    assert set(rule_modules()) - shown - at_gate_2 - of_git - of_files == set()


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise(data: bytes) -> None:
    outcome = read_item(data, "plans/demo/items/01.yaml", "demo")
    assert outcome.value is not None or outcome.problems


MARKS = "：　\u200b\u2028\u00a0\t-#\"'[]{}&*!|>%@`,?: \n\r0甲x"


@pytest.mark.parametrize("seed", range(400))
def test_no_mutation_of_an_item_raises_or_passes_in_silence(seed: int) -> None:
    """One character deleted, doubled or put in: an error, or data that shows the change."""
    chance = random.Random(seed)
    text = ITEM.decode()
    place = chance.randrange(len(text))
    change: Callable[[], str] = chance.choice(
        [
            lambda: text[:place] + text[place + 1 :],
            lambda: text[:place] + text[place] + text[place:],
            lambda: text[:place] + chance.choice(MARKS) + text[place:],
        ]
    )
    mutant = change()
    outcome = read_item(mutant.encode(), "plans/demo/items/01.yaml", "demo")
    if outcome.value is None:
        assert outcome.problems
        return
    before = parse_yaml(text, "a").value
    after = parse_yaml(mutant.replace("\r\n", "\n"), "a").value
    letters = [ch for ch in text if ch.isalnum()]
    mutated = [ch for ch in mutant if ch.isalnum()]
    assert before != after or letters == mutated
