"""The cache of a history: with it and without it the same, whatever happens to the repository."""

import json
import random
from pathlib import Path

import pytest

from disclosure.past.keeping import keep
from tests.pasts import past
from tests.repos import Repository

ITEM = "plans/demo/items/{}.yaml"
SECTION = "plans/demo/text/01-aims.{}.md"


class Editor:
    """Makes random commits: texts, records, items, renames, deletions, merges, rewritten history."""

    def __init__(self, repository: Repository, seed: int) -> None:
        self.repository = repository
        self.random = random.Random(seed)
        self.count = 0

    def items(self) -> list[Path]:
        return sorted((self.repository.content / "plans/demo/items").glob("*.yaml"))

    def commit(self) -> None:
        self.count += 1
        day, hour = divmod(self.count, 20)
        self.repository.commit(f"2019-{1 + day // 28:02}-{1 + day % 28:02}T{hour:02}:00:00+08:00")

    def step(self) -> None:
        kind = self.random.choice(
            [
                "goal",
                "goal",
                "record",
                "new",
                "rename",
                "delete",
                "section",
                "back",
                "merge",
                "note",
                "broken",
            ]
        )
        getattr(self, f"do_{kind}")()

    def _reword(self, path: Path, start: str) -> None:
        lines = path.read_text("utf-8").split("\n")
        place = next((n for n, line in enumerate(lines) if line.startswith(start)), None)
        if place is not None:
            lines[place] = f"{start} 第{self.random.randrange(10**6)}次。"
            path.write_text("\n".join(lines), "utf-8")

    def do_goal(self) -> None:
        self._reword(self.random.choice(self.items()), self.random.choice(["  zh:", "  en:"]))
        self.commit()

    def do_record(self) -> None:
        path = self.random.choice(self.items())
        text = path.read_text("utf-8")
        if "updates:" not in text:
            ident = self.random.randrange(10**6)
            text += f"updates:\n  - {{id: u{ident}, date: 2018-09-30, by: bureau, reports: started, text: {{zh: 甲}}}}\n"
        path.write_text(text, "utf-8")
        self.commit()

    def do_new(self) -> None:
        ident = f"n{self.random.randrange(10**6)}"
        first = self.items()[0].read_text("utf-8")
        text = "\n".join(f'id: "{ident}"' if line.startswith("id:") else line for line in first.split("\n"))
        (self.repository.content / ITEM.format(ident)).write_text(text, "utf-8")
        self.commit()

    def do_rename(self) -> None:
        self.random.choice(self.items()).rename(
            self.repository.content / ITEM.format(f"f{self.random.randrange(10**6)}")
        )
        self.commit()

    def do_delete(self) -> None:
        if len(self.items()) > 1:
            self.random.choice(self.items()).unlink()
            self.commit()

    def do_section(self) -> None:
        lang = self.random.choice(["zh", "en"])
        path = self.repository.content / SECTION.format(lang)
        if self.random.random() < 0.2:
            path.unlink(missing_ok=True)
        else:
            title = "" if self.random.random() < 0.2 else "title: 甲\n"
            path.write_text(f"---\n{title}---\n第{self.random.randrange(10**6)}段。\n", "utf-8")
        self.commit()

    def do_back(self) -> None:
        count = int(self.repository.git("rev-list", "--first-parent", "--count", "HEAD"))
        if count > 4:
            self.repository.git("reset", "-q", "--hard", f"HEAD~{self.random.randrange(1, 3)}")

    def do_merge(self) -> None:
        self.repository.git("checkout", "-q", "-b", f"side{self.count}")
        self.do_goal()
        self.do_record()
        self.repository.git("checkout", "-q", "main")
        self.count += 1
        day = 1 + self.count // 20
        self.repository.git(
            "merge",
            "-q",
            "--no-ff",
            "-m",
            "m",
            "@{-1}",
            at=f"2019-{1 + day // 28:02}-{1 + day % 28:02}T00:00:00+08:00",
        )

    def do_note(self) -> None:
        name = f"changes/c{self.random.randrange(10**6)}.yaml"
        self.repository.write(name, "date: 2019-01-01\nplan: demo\nitems: ['01']\nnote: {zh: 说明}\n")
        self.commit()

    def do_broken(self) -> None:
        path = self.random.choice(self.items())
        whole = path.read_text("utf-8")
        path.write_text(whole + "goal: [\n", "utf-8")
        self.commit()
        if self.random.random() < 0.7:
            path.write_text(whole, "utf-8")
            self.commit()


@pytest.mark.parametrize("seed", range(8))
def test_a_history_is_the_same_with_the_cache_and_without(seed: int, tmp_path: Path) -> None:
    repository, cache = Repository(tmp_path / "repository"), tmp_path / "cache"
    repository.commit("2018-12-31T12:00:00+08:00")
    editor = Editor(repository, seed)
    for number in range(24):
        editor.step()
        if number % 3 == 0:
            assert repository.ledger(cache) == repository.ledger()
    assert repository.ledger(cache) == repository.ledger(jobs=2)


NAMES = ("history.json", "ledger.json")


@pytest.fixture
def told(tmp_path: Path) -> Repository:
    """A place in which everything has changed once."""
    return past(tmp_path / "told")


def test_what_is_kept_comes_back_as_it_was(told: Repository, tmp_path: Path) -> None:
    plain, cache = told.ledger(), tmp_path / "cache"
    assert [told.ledger(cache) for _ in range(3)] == [plain] * 3
    kept = {p.name: p for p in cache.rglob("*.json")}
    assert set(kept) == set(NAMES)
    kept["history.json"].unlink()
    assert told.ledger(cache) == plain  # from the ledger alone
    told.ledger(cache)
    kept["ledger.json"].unlink()
    assert told.ledger(cache) == plain  # from the history alone


def test_what_is_kept_is_never_taken_for_another_day_or_another_state(
    told: Repository, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    told.ledger(cache)
    told.swap("site.yaml", "as_of: 2021-07-05", "as_of: 2021-03-01")
    changed = told.ledger()
    assert told.ledger(cache) == changed  # not committed
    told.commit("2021-07-06T10:00:00+08:00")
    assert told.ledger(cache) == told.ledger() != changed
    (told.content / "plans/yundu-2019/items/01.yaml").write_text("x: [", "utf-8")
    assert told.ledger(cache) == told.ledger(cache) == told.ledger()


@pytest.mark.parametrize("name", NAMES)
def test_a_cache_that_cannot_be_read_is_thrown_away(name: str, told: Repository, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    plain = told.ledger(cache)
    kept = {p.name: p for p in cache.rglob("*.json")}
    whole, chance = kept[name].read_bytes(), random.Random(5)
    place = chance.randrange(len(whole))
    wrong = [b"", b"{}", b"[1]", b"\xff", whole[:-20], whole[70:], whole + b" "]
    wrong += [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]]
    for data in wrong:
        for file in kept.values():
            file.unlink(missing_ok=True)
        told.ledger(cache)
        kept[NAMES[1]].unlink()
        kept[name].write_bytes(data)
        assert told.ledger(cache) == plain


@pytest.mark.parametrize("name", NAMES)
def test_a_cache_of_another_place_or_program_is_thrown_away(
    name: str, told: Repository, tmp_path: Path
) -> None:
    cache, other = tmp_path / "cache", Repository(tmp_path / "other")
    other.commit("2018-12-31T12:00:00+08:00")
    Editor(other, 1).do_goal()
    plain = told.ledger(cache)
    foreign = tmp_path / "foreign"
    other.ledger(foreign)
    kept, strange = (next(folder.rglob(name)) for folder in (cache, foreign))
    for file in cache.rglob("*.json"):
        file.unlink()
    kept.write_bytes(strange.read_bytes())
    assert told.ledger(cache) == plain
    # Well made, and of another form: a key is no promise.
    for data in ([], {}, {"moments": 1}, {"judged": [[]], "notes": []}, None):
        key = json.loads(kept.read_bytes().partition(b"\n")[2])[0]
        for file in cache.rglob("*.json"):
            file.unlink()
        keep(kept, key, data)
        assert told.ledger(cache) == plain
