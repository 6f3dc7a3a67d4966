"""检查网站的副本：文件是否与清单一致，变更台账是否环环相扣，您留存的过去有没有被改写。只需要 Python。

Check a copy of this site: its files against the manifest, the chain of its ledger, and with --against that
the past which you kept was not rewritten. Needs Python alone. It cannot tell what nobody outside kept.

    python3 verify.py FOLDER|URL [--against FOLDER|ledger.json|manifest.json|HEAD]
"""

import hashlib
import json
import re
import sys
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import quote

WORDS = {
    "missing": ("读不到文件 {0}", "the file {0} cannot be read"),
    "altered": ("文件 {0} 被改动过，或不在清单里", "the file {0} was altered, or is not in the manifest"),
    "chain": ("变更台账从第 {0} 条起对不上", "the ledger breaks at entry {0}"),
    "rewritten": ("变更台账从第 {0} 条起被改写或截去", "the ledger was rewritten or cut from entry {0} on"),
    "unknown": ("变更台账里没有您留存的校验码", "the head that you kept is nowhere in the ledger"),
    "kept": ("您留存的台账从第 {0} 条起自己就对不上", "the ledger that you kept itself breaks at entry {0}"),
    "unread": ("读不到您留存的内容：{0}", "what you kept cannot be read: {0}"),
}
FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


def digest(value: Any) -> str:
    """Of bytes, or of data in its one form; what was withdrawn is sealed and keeps its digest alone."""
    if isinstance(value, dict) and value.keys() == {"sealed"}:
        return str(value["sealed"])
    if not isinstance(value, bytes):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.sha256(value).hexdigest()


def read(place: str, path: str) -> bytes:
    """A file below a folder or an address; empty where there is none."""
    file = Path(place, path)
    try:
        if not place.startswith(("https://", "http://")):
            return file.read_bytes() if file.is_file() and not file.is_symlink() else b""
        with urllib.request.urlopen(f"{place.rstrip('/')}/{quote(path)}", timeout=60) as answer:
            return bytes(answer.read())
    except (OSError, ValueError, HTTPException):
        return b""


def check_files(place: str) -> Iterator[tuple[Any, ...]]:
    """Every file, the seal of the manifest, its copy as a script, and files that it does not list."""
    data = read(place, "manifest.json")
    manifest = json.loads(data)
    text = json.dumps(manifest, ensure_ascii=False, indent=0).encode()
    if text + b"\n" != data or manifest["seal"] != digest({**manifest, "seal": None}):
        yield "altered", "manifest.json"
    listed = {"manifest.js": digest(b"self.siteManifest = " + text + b";\n"), "manifest.json": digest(data)}
    listed["manifest.json.sig"] = digest(read(place, "manifest.json.sig"))  # which ssh-keygen can judge
    listed |= {f["path"]: f["sha256"] for f in manifest["files"] + manifest["index"]}
    for path, wanted in listed.items():
        if digest(found := read(place, path)) != wanted:
            yield "altered" if found else "missing", path
    for file in sorted(Path(place).rglob("*")) if Path(place).is_dir() else ():
        path = file.relative_to(place).as_posix()
        if file.is_symlink() or (not file.is_dir() and path not in listed and path[0] != "."):
            yield "altered", path


def chain(ledger: Any) -> tuple[list[str], int]:
    """The hashes of a ledger as far as they hold, its beginning first, and the entry that breaks it or 0."""
    held = [ledger["entries"][0]["previous"] if ledger["entries"] else ledger["head"]]
    for n, entry in enumerate(ledger["entries"], 1):
        said = {k: digest(v) if k in ("old", "new") else v for k, v in entry.items() if k != "hash"}
        if (entry["n"], entry["previous"], entry["hash"]) != (n, held[-1], digest(said)):
            return held, n
        held.append(entry["hash"])
    return held, 0 if held[-1] == ledger["head"] else len(held) - 1


def check(place: str, against: str = "") -> Iterator[tuple[Any, ...]]:
    """All that is wrong with the copy of a site at a place, and what of the past that was kept is gone."""
    try:
        yield from check_files(place)
        held, broken = chain(json.loads(read(place, "data/ledger.json")))
    except FAULTS:
        yield "altered", "manifest.json, data/ledger.json"
        return
    if broken:
        yield "chain", broken
    try:
        name = Path(against).name if Path(against).is_file() else "data/ledger.json"
        is_head = re.fullmatch("([0-9A-Fa-f]{64})?", against)
        kept = {"ledger": against.lower()} if is_head else json.loads(read(against.removesuffix(name), name))
        old, broken = chain(kept) if "entries" in kept else ([], 0)
        if broken:
            yield "kept", broken
        elif old != held[: len(old)]:
            yield "rewritten", next((n for n, h in enumerate(held) if old[n : n + 1] != [h]), len(held))
        elif against and not old and kept["ledger"] not in held:
            yield ("unknown",)
    except FAULTS:
        yield "unread", against


if __name__ == "__main__":
    words = [w for w in (word.removeprefix("--against").removeprefix("=") for word in sys.argv[1:]) if w]
    found = list(check(*words)) if 1 <= len(words) <= 2 else sys.exit(__doc__)
    lines = [" / ".join(WORDS[word]).format(*facts) for word, *facts in found]
    sys.exit("\n".join(lines) or print("完好 / whole"))
