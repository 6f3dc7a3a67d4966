"""What nobody may do to a published site unseen: one byte, one file, one entry, one rewritten past."""

import functools
import http.server
import json
import os
import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from disclosure.judge.ledger import hash_of
from disclosure.pipeline import build
from disclosure.publish.ownership import MARK
from disclosure.publish.verifier import check
from tests.repos import Repository
from tests.test_build import run, tree
from tests.trees import ROOT, order

ITEM = "plans/demo/items/01.yaml"
NOTE = "date: 2019-02-01\nplan: demo\nitems: ['01']\nnote: {zh: 说明}\n"
LEDGER = "data/ledger.json"


def published(repository: Repository, name: str) -> Path:
    site = repository.folder.parent / name
    result = build(order(repository.content), site)
    assert not result.is_refused, [p.message("en") for p in result.problems]
    return site


def change(repository: Repository, goal: str, day: str) -> None:
    repository.write(ITEM, f"goal:\n  zh: {goal}\n")
    repository.write(f"changes/{day}.yaml", NOTE)
    repository.commit(f"{day}T12:00:00+08:00")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = Repository(tmp_path_factory.mktemp("verifier") / "repository")
    made.commit("2018-07-01T12:00:00+08:00")
    for number in range(1, 6):
        change(made, f"第{number}次。", f"2019-0{number}-01")
    return made


@pytest.fixture(scope="module")
def whole(repository: Repository) -> Path:
    return published(repository, "site")


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "copy"))


def words(place: Path, against: object = "") -> list[tuple[object, ...]]:
    return list(check(str(place), str(against)))


def test_a_site_as_it_was_published_is_whole(whole: Path) -> None:
    assert words(whole) == []
    assert words(whole, whole) == []


def test_the_program_on_the_site_is_small_and_stands_alone(whole: Path, copy: Path) -> None:
    program = whole / "verify.py"
    assert sum(1 for line in program.read_text("utf-8").splitlines() if line.strip()) <= 100
    command = [sys.executable, "-I", "-S", str(program), str(copy)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    (copy / "robots.txt").write_bytes(b"")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "robots.txt" in done.stderr) == (1, True)


def test_every_one_of_five_hundred_changed_bytes_is_found(copy: Path) -> None:
    chance = random.Random(4)
    # The mark of the folder is for the next build alone: it is no part of what is published.
    files = sorted(p for p in copy.rglob("*") if p.is_file() and p.name != MARK)
    for number in range(500):
        # Every fifth in the ledger or the manifest, which have the most to hide.
        path = copy / (LEDGER, "manifest.json")[number % 2] if number % 5 == 0 else chance.choice(files)
        data = path.read_bytes()
        place = chance.randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ chance.randrange(1, 256)]) + data[place + 1 :])
        assert words(copy), (path, place)
        path.write_bytes(data)
    assert words(copy) == []


def test_what_is_missing_or_added_is_named(copy: Path) -> None:
    (copy / "zh" / "index.html").unlink()
    (copy / "zh" / "extra.html").write_text("x")
    part = next((copy / "assets" / "search").iterdir())
    part.unlink()
    missing, altered = ("missing", f"assets/search/{part.name}"), ("altered", "zh/extra.html")
    assert set(words(copy)) == {("missing", "zh/index.html"), missing, altered}


def reseal(site: Path) -> None:
    """What a careful forger does: make the manifest fit again."""
    from disclosure.publish.verifier import digest

    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    for file in manifest["files"]:
        data = (site / file["path"]).read_bytes()
        file |= {"sha256": digest(data), "bytes": len(data)}
    manifest["ledger"] = json.loads((site / LEDGER).read_text("utf-8"))["head"]
    text = json.dumps({**manifest, "seal": digest({**manifest, "seal": None})}, ensure_ascii=False, indent=0)
    (site / "manifest.json").write_text(f"{text}\n", "utf-8")
    (site / "manifest.js").write_text(f"self.siteManifest = {text};\n", "utf-8")


def forge(site: Path, how: str, is_chained: bool) -> None:
    """Alter the past of a copy, and make all else fit; with `is_chained` the hashes too."""
    ledger = json.loads((site / LEDGER).read_text("utf-8"))
    entries = ledger["entries"]
    if how == "alter":
        entries[1]["new"] = {"zh": "从来如此。"}
    elif how == "delete":
        del entries[1]
    elif how == "swap":
        entries[1], entries[2] = entries[2], entries[1]
    elif how == "cut":
        del entries[3:]
    if is_chained:
        previous = entries[0]["previous"]
        for number, entry in enumerate(entries, 1):
            entry |= {"n": number, "previous": previous}
            entry["hash"] = previous = hash_of(entry)
        ledger["head"] = previous
    (site / LEDGER).write_text(json.dumps(ledger, ensure_ascii=False), "utf-8")
    reseal(site)


@pytest.mark.parametrize(("how", "entry"), [("alter", 2), ("delete", 2), ("swap", 2), ("cut", 3)])
def test_an_altered_chain_breaks_even_where_the_manifest_fits(copy: Path, how: str, entry: int) -> None:
    forge(copy, how, is_chained=False)
    assert words(copy) == [("chain", entry)]


@pytest.mark.parametrize(("how", "entry"), [("alter", 2), ("delete", 2), ("swap", 2), ("cut", 4)])
def test_a_past_that_was_rewritten_with_care_shows_to_whoever_kept_it(
    whole: Path, copy: Path, how: str, entry: int
) -> None:
    forge(copy, how, is_chained=True)
    assert words(copy) == []  # a chain kept by its owner alone proves nothing
    assert words(copy, whole) == [("rewritten", entry)]
    assert words(copy, whole / LEDGER) == [("rewritten", entry)]
    head = json.loads((whole / LEDGER).read_text("utf-8"))["head"]
    assert words(copy, head) == [("unknown",)]
    assert words(copy, whole / "manifest.json") == [("unknown",)]


def test_a_past_that_went_on_holds_what_was_kept(repository: Repository, tmp_path: Path) -> None:
    again = Repository(Path(shutil.copytree(repository.folder, tmp_path / "repository")))
    before = published(again, "before")
    change(again, "又一次。", "2019-06-01")
    after = published(again, "after")
    assert (
        words(after, before) == words(after, before / LEDGER) == words(after, before / "manifest.json") == []
    )
    for entry in json.loads((before / LEDGER).read_text("utf-8"))["entries"]:
        assert words(after, entry["hash"]) == words(after, entry["previous"]) == []
    assert words(before, after) == [("rewritten", 6)]


def test_a_rewritten_repository_shows(repository: Repository, tmp_path: Path) -> None:
    again = Repository(Path(shutil.copytree(repository.folder, tmp_path / "repository")))
    before = published(again, "before")
    again.git("reset", "-q", "--hard", "HEAD~2")
    change(again, "改写过的第4次。", "2019-04-01")
    change(again, "第5次。", "2019-05-01")
    assert words(published(again, "after"), before) == [("rewritten", 4)]


def test_a_hundred_honest_rebuilds_raise_no_alarm(repository: Repository, tmp_path: Path) -> None:
    """Ten more commits, each built in turn, and every later ledger checked against every earlier one."""
    again = Repository(Path(shutil.copytree(repository.folder, tmp_path / "repository")))
    kept: list[Path] = [published(again, "kept-0")]
    for number in range(1, 14):
        if number % 3:
            change(again, f"再次{number}。", f"2019-06-{number:02}")
        else:
            again.write(ITEM, f"title:\n  zh: 题目{number}\n")
            again.write(f"changes/w{number}.yaml", NOTE + "minor: true\n")
            again.commit(f"2019-06-{number:02}T12:00:00+08:00")
        kept.append(published(again, f"kept-{number}"))
    pairs = [(later, earlier) for n, later in enumerate(kept) for earlier in kept[: n + 1]]
    assert len(pairs) >= 100
    assert [found for later, earlier in pairs for found in words(later, earlier)] == []
    again_built = build(order(again.content), tmp_path / "same")
    assert not again_built.is_refused
    assert tree(tmp_path / "same") == tree(kept[-1])


def test_the_command_names_what_is_wrong(whole: Path, copy: Path) -> None:
    assert run("verify", str(whole)).stdout == "whole\n"
    (copy / "robots.txt").write_text("Disallow: /\n")
    done = run("verify", str(copy), "--against", str(whole), "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "the file robots.txt was altered, or is not in the manifest\n"
    assert run("verify", str(copy / "zh")).returncode == 3


def test_a_site_is_checked_over_the_network_too(whole: Path, copy: Path) -> None:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    (copy / "data" / "items.json").write_text("{}")
    handler = functools.partial(Quiet, directory=str(whole.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{whole.name}"
        assert list(check(address, address)) == []
        server.shutdown()
    handler = functools.partial(Quiet, directory=str(copy))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert list(check(f"http://127.0.0.1:{server.server_port}/")) == [("altered", "data/items.json")]
        server.shutdown()


def test_the_shape_of_the_ledger(whole: Path) -> None:
    ledger = json.loads((whole / LEDGER).read_text("utf-8"))
    assert set(ledger) == {"head", "entries"}
    keys = {"n", "previous", "hash", "day", "plan", "object", "field", "old", "new", "note", "sample"}
    assert all(set(entry) == keys for entry in ledger["entries"])
    manifest = json.loads((whole / "manifest.json").read_text("utf-8"))
    assert manifest["ledger"] == ledger["head"] == ledger["entries"][-1]["hash"]
    assert ROOT.joinpath("disclosure/publish/verifier.py").read_bytes() == (whole / "verify.py").read_bytes()


def test_a_kept_ledger_that_is_damaged_itself_proves_nothing(whole: Path, tmp_path: Path) -> None:
    ledger = json.loads((whole / LEDGER).read_text("utf-8"))
    ledger["entries"][1]["note"] = {"zh": "别的"}
    kept = tmp_path / "kept.json"
    kept.write_text(json.dumps(ledger, ensure_ascii=False), "utf-8")
    assert words(whole, kept) == [("kept", 2)]
    ledger["entries"] = ledger["entries"][:1]
    kept.write_text(json.dumps(ledger, ensure_ascii=False), "utf-8")
    assert words(whole, kept) == [("kept", 1)]


def test_what_cannot_be_read_is_not_laid_to_the_site(whole: Path, tmp_path: Path) -> None:
    assert words(whole, tmp_path / "none.json") == [("unread", str(tmp_path / "none.json"))]
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 200_000)
    assert words(whole, deep) == [("unread", str(deep))]
    head = json.loads((whole / LEDGER).read_text("utf-8"))["head"]
    assert words(whole, head.upper()) == []


def test_links_and_pipes_in_a_copy_are_found(copy: Path, tmp_path: Path) -> None:
    (copy / "zh" / "more").symlink_to(tmp_path)
    (copy / "robots.txt").unlink()
    os.mkfifo(copy / "robots.txt")
    assert set(words(copy)) == {("altered", "zh/more"), ("missing", "robots.txt")}


def test_the_program_says_how_it_is_used(whole: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", str(whole / "verify.py")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "verify.py FOLDER|URL" in done.stderr
