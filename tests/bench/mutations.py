"""What the ledger promises, at full length: 1,000 random changes of one byte in a published site and its ledger, each
found by `build.py verify` and by the program on the site alone, and 100 honest rebuilds without a false alarm.

    python tests/bench/mutations.py [--changes N] [--rebuilds N] [--seed N]

The tests hold a smaller part of it (`tests/publish/test_verifier.py`). Prints figures; exit code 1 where one is missed.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from disclosure.pipeline import build
from disclosure.publish.ownership import MARK
from disclosure.publish.verifier import check
from tests.pasts import Past, past
from tests.repos import Repository
from tests.trees import ROOT, order

HIDDEN = ("data/ledger.json", "manifest.json", "manifest.js", "verify.py")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=1000)
    parser.add_argument("--rebuilds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        repository = past(Path(folder) / "repository")
        site = published(repository, Path(folder) / "site")
        missed = list(changed(site, options.changes, random.Random(options.seed)))
        alarms = list(rebuilt(repository, Path(folder), options.rebuilds))
    for line in (*missed, *alarms):
        print(line)
    return 1 if missed or alarms else 0


def published(repository: Repository, site: Path) -> Path:
    result = build(order(repository.content, jobs=2), site)
    if result.is_refused:
        raise SystemExit("\n".join(p.message("en") for p in result.problems))
    return site


def changed(site: Path, count: int, chance: random.Random) -> Iterator[str]:
    """Change a byte, ask both, put it back. Every third change is in the files that have the most to hide."""
    files = sorted(p for p in site.rglob("*") if p.is_file() and p.name != MARK)
    program = site.parent / "verify.py"
    program.write_bytes((site / "verify.py").read_bytes())  # a reader's own copy, from before
    found: Counter[str] = Counter()
    start = time.perf_counter()
    for number in range(count):
        path = site / HIDDEN[number // 3 % len(HIDDEN)] if number % 3 == 0 else chance.choice(files)
        data = path.read_bytes()
        place, bit = chance.randrange(len(data)), chance.randrange(1, 256)
        path.write_bytes(data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :])
        answers = (run([str(ROOT / "build.py"), "verify", str(site)]), run([str(program), str(site)]))
        for name, answer in zip(("build.py verify", "verify.py"), answers, strict=True):
            found[name] += answer == 1
            if answer != 1:
                yield f"missed by {name}: {path.relative_to(site)}, byte {place}"
        path.write_bytes(data)
    print(
        f"{count} changes in {len(files)} files: {dict(found)} found, in {time.perf_counter() - start:.0f} s"
    )
    if list(check(str(site))):
        yield "the site is not whole again"


def run(words: list[str]) -> int:
    return subprocess.run([sys.executable, *words], capture_output=True, check=False).returncode


def rebuilt(repository: Repository, folder: Path, count: int) -> Iterator[str]:
    """A commit, a build, and a look at it against every build before, again and again."""
    writer = Past.of(repository)
    kept: list[Path] = [published(repository, folder / "kept" / "0")]
    start, asked = time.perf_counter(), 0
    text = "逐年修复。"
    for number in range(1, count + 1):
        day = f"2021-07-{1 + number // 24:02}"
        now = f"逐年修复，第{number}次核对。"
        writer.item("13", f"zh: {text}", f"zh: {now}")
        writer.note(day, 'items: ["13"]', "核对。", "Checked.")
        writer.commit(day, hour=number % 24)
        text = now
        kept.append(published(repository, folder / "kept" / str(number)))
        for earlier in ("", *kept):
            asked += 1
            for found in check(str(kept[-1]), str(earlier)):
                yield f"false alarm after {number} rebuilds, against {earlier}: {found}"
        for old in kept[1:-1][::-1][9:10]:  # ten are kept whole, of the others the ledger alone
            for file in sorted(old.rglob("*"), reverse=True):
                if file.is_file() and file.name not in ("ledger.json", "manifest.json"):
                    file.unlink()
    print(
        f"{count} rebuilds, {asked} looks without an alarm expected, in {time.perf_counter() - start:.0f} s"
    )


if __name__ == "__main__":
    sys.exit(main())
