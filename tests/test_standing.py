"""Whether a site stands as it is: never believed wrongly, and the same bytes as a build without any note."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.standing import look_at
from tests.trees import BASE, EVERY_STATE, ROOT

SEQUENCES = int(os.environ.get("EDIT_SEQUENCES", "6"))
TITLE = "plans/demo/items/01.yaml"


class Place:
    """Content, templates and the site made of them, each a copy that edits may spoil."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.content, self.templates = folder / "content", folder / "templates"
        self.site, self.cache = folder / "site", folder / "cache"
        self.options: dict[str, str] = {}
        shutil.copytree(BASE, self.content)
        shutil.copytree(ROOT / "templates", self.templates)

    def build(self, site: Path | None = None, *more: str) -> tuple[int, str]:
        asked = [word for pair in self.options.items() for word in pair]
        folders = ("--content", self.content, "--templates", self.templates, "--cache", self.cache)
        code = main(
            ["build", *map(str, folders), "--out", str(site or self.site), "--jobs", "1", *asked, *more], ROOT
        )
        told = self.capsys.readouterr()
        return code, told.out + told.err

    def is_left(self) -> bool:
        code, told = self.build()
        assert code == 0, told
        return "nothing has changed" in told

    def assert_clean(self) -> None:
        """The site is that of a build that knows nothing of the past."""
        clean = self.folder / "clean"
        assert self.build(clean, "--no-cache")[0] == 0
        assert tree(self.site) == tree(clean)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    made = Place(tmp_path, capsys)
    assert not made.is_left()
    return made


def restored(path: Path, change: Callable[[Path], object]) -> None:
    """Change a file and set its times back."""
    before = path.stat()
    change(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap(old: str, new: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_a_site_that_stands_is_left_as_it_is(place: Place) -> None:
    before = {path: path.stat() for path in place.site.rglob("*")}
    assert place.is_left()
    assert {path: path.stat() for path in place.site.rglob("*")} == before
    place.assert_clean()


def test_what_was_said_is_said_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    shutil.copytree(EVERY_STATE, tmp_path / "content")
    folders = ("--content", tmp_path / "content", "--out", tmp_path / "site", "--cache", tmp_path / "cache")
    told = []
    for _ in range(2):
        assert main(["build", *map(str, folders), "--jobs", "1"], ROOT) == 0
        told.append(capsys.readouterr())
    assert told[0].err == told[1].err != ""
    assert told[0].out.partition(" pages")[0] == told[1].out.partition(": ")[2].partition(" pages")[0]


CHANGES: dict[str, Callable[[Place], object]] = {
    "a content file, times restored": lambda p: restored(
        p.content / TITLE, lambda f: f.write_bytes(f.read_bytes() + b"\n")
    ),
    "same size, times restored": lambda p: restored(p.content / "site.yaml", swap("2018", "2019")),
    "a new file": lambda p: (p.content / "pages").mkdir(exist_ok=True),
    "a template": lambda p: restored(
        p.templates / "pages" / "item.html", lambda f: f.write_bytes(f.read_bytes() + b"\n")
    ),
    "a word": lambda p: restored(p.templates / "words" / "en.yaml", swap("Overview", "Overvieu")),
    "the site": lambda p: restored(p.site / "robots.txt", lambda f: f.write_bytes(f.read_bytes()[::-1])),
    "a file of the site gone": lambda p: (p.site / "robots.txt").unlink(),
    "a folder of the site gone": lambda p: shutil.rmtree(p.site / "en" / "method"),
    "the day": lambda p: p.options.update({"--as-of": "2018-11-30"}),
    "the address": lambda p: p.options.update({"--base-url": "https://other.example.org"}),
    "a note cut short": lambda p: spoil(p, lambda text: text[: len(text) // 2]),
    "a note of another form": lambda p: spoil(p, lambda text: text.replace('"form": 1', '"form": 0')),
    "a note that is no record": lambda p: spoil(p, lambda text: "[]"),
}


def spoil(place: Place, change: Callable[[str], str]) -> None:
    (note,) = place.cache.glob("standing-*.json")
    note.write_text(change(note.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(place: Place, change: str) -> None:
    CHANGES[change](place)
    assert not place.is_left()
    place.assert_clean()
    assert place.is_left()


def test_the_day_of_the_clock_is_asked(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    path = place.content / "site.yaml"
    text = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("as_of")]
    path.write_text("\n".join([*text, "as_of: today", ""]), "utf-8")
    for second, is_left in ((1_546_272_000, False), (1_546_272_000, True)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(second))
        assert place.is_left() is is_left
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_546_272_000 + 86_400))
    assert not place.is_left()


def test_what_is_written_while_it_is_looked_at_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("1")
    assert look_at([tmp_path]).is_settled
    now = (tmp_path / "a").stat().st_ctime_ns
    monkeypatch.setattr("time.time_ns", lambda: now + 1_000_000)
    assert not look_at([tmp_path]).is_settled


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_edits_in_any_order_give_a_clean_site(place: Place, seed: int) -> None:
    """The whole is run with EDIT_SEQUENCES=200."""
    random_ = random.Random(seed)
    edits: list[Callable[[], object]] = [
        lambda: restored(place.content / "units.yaml", swap("zh: ", random_.choice(("zh:  ", "zh: ")))),
        lambda: restored(
            place.content / TITLE, lambda f: f.write_text(f.read_text("utf-8") + "# note\n", "utf-8")
        ),
        lambda: os.utime(place.content / TITLE),
        lambda: (
            (place.content / TITLE)
            .rename(place.content / "plans/demo/items/x.yaml")
            .rename(place.content / TITLE)
        ),
        lambda: place.options.update({"--as-of": random_.choice(("2018-11-30", "2018-12-31"))}),
        lambda: restored(place.templates / "words" / "zh.yaml", swap("首页", "主页")),
        lambda: restored(place.templates / "words" / "zh.yaml", swap("主页", "首页")),
        lambda: (place.site / "robots.txt").write_text("spoilt", "utf-8"),
        lambda: None,
    ]
    for _ in range(3):
        random_.choice(edits)()
        place.build()
    place.assert_clean()


def test_a_day_that_was_asked_for_becomes_old(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    path = place.content / "site.yaml"
    path.write_text(path.read_text("utf-8").replace("as_of: 2018-12-31\n", ""), "utf-8")
    place.options["--as-of"] = "2018-12-17"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1545000000")
    place.build()
    assert place.is_left()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1555000000")
    assert not place.is_left()
    place.assert_clean()


def test_a_link_that_leads_nowhere_or_back_is_left_to_the_rules(place: Place) -> None:
    (place.content / "files" / "up").symlink_to("..")
    code, told = place.build()
    assert (code, "symbolic-link" in told) == (1, True)
    (place.content / "files" / "up").unlink()
    (place.content / "files" / "x").symlink_to("x")
    code, told = place.build()
    assert (code, "symbolic-link" in told) == (1, True)
