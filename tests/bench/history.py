"""A repository with a long past, to measure the history and the ledger: what is in a content folder, then
REVISIONS edits of its items in commits of 100, each with its change note.

    python tests/bench/history.py FOLDER [--content DIR] [--items N] [--revisions N]

Then `time build.py check --content FOLDER/content --cache CACHE`, twice: the second run reads no commit again. Without
--content the items are copies of the one of `tests/corpus/base`. Written by `git fast-import`, in seconds.
"""

import argparse
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

BASE = Path(__file__).resolve().parents[1] / "corpus" / "base"
START = 1_530_417_600  # noon in Shanghai, 1 July 2018
A_COMMIT = 100
HOUR = 3600


def copies(count: int) -> dict[str, bytes]:
    """The files of the base tree with `count` items, by path."""
    files = {str(p.relative_to(BASE)): p.read_bytes() for p in sorted(BASE.rglob("*")) if p.is_file()}
    text = files["plans/demo/items/01.yaml"].decode()
    for number in range(2, count + 1):
        name = f"{number:05}"
        files[f"plans/demo/items/{name}.yaml"] = text.replace('id: "01"', f'id: "{name}"').encode()
    return files


def stream(files: dict[str, bytes], revisions: int) -> Iterator[bytes]:
    """The commits as `git fast-import` reads them."""
    chance = random.Random(4)
    items = [path for path in files if "/items/" in path]
    plan = items[0].split("/")[1]
    yield commit(0, files)
    for number in range(1, revisions // A_COMMIT + 1):
        changed = {
            path: edited(files[path], number) for path in chance.sample(items, min(A_COMMIT, len(items)))
        }
        files |= changed
        names = ", ".join(f'"{Path(path).stem}"' for path in changed)
        note = f"date: 2019-01-01\nplan: {plan}\nitems: [{names}]\nnote: {{zh: 核对原件。, en: Checked.}}\n"
        yield commit(number, {**changed, f"changes/c{number}.yaml": note.encode()})


def edited(data: bytes, number: int) -> bytes:
    """The item with one of its fields changed: the goal, the title or the text of a measure."""
    text = data.decode()
    field = ("goal", "title", "finding", "text")[number % 4]
    found = re.search(rf"(?m)^ *(?:- )?{field}:\n +zh: (.*)$", text)
    if found is None:  # pragma: no cover - every item has all four
        raise ValueError(f"an item without {field}")
    words = re.sub(r"（第\d+次核对）", "", found[1].strip('"'))
    return f'{text[: found.start(1)]}"{words}（第{number}次核对）"{text[found.end(1) :]}'.encode()


def commit(number: int, files: dict[str, bytes]) -> bytes:
    parts = [
        f"commit refs/heads/main\ncommitter Editor <editor@example.org> {START + number * HOUR} +0800\ndata 1\nc\n".encode()
    ]
    for path, data in files.items():
        parts.append(f"M 100644 inline content/{path}\ndata {len(data)}\n".encode() + data + b"\n")
    return b"".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--content", type=Path)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--revisions", type=int, default=50_000)
    options = parser.parse_args()
    options.folder.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=options.folder, check=True)
    files = (
        {
            str(p.relative_to(options.content)): p.read_bytes()
            for p in sorted(options.content.rglob("*"))
            if p.is_file()
        }
        if options.content
        else copies(options.items)
    )
    command = ["git", "fast-import", "--quiet"]
    subprocess.run(command, cwd=options.folder, input=b"".join(stream(files, options.revisions)), check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=options.folder, check=True)


if __name__ == "__main__":
    main()
