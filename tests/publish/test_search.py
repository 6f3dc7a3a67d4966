"""The index of a site: the same bytes whoever makes it, small changes for small edits, unlisted."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from disclosure import indexing
from disclosure.plan.text import LANGUAGES
from disclosure.publish.search import PIECE_BYTES, item_blocks, write_index
from disclosure.show.searchable import Searchable

SENTENCES = ("河道排放污水", "锅炉没有淘汰", "群众反映强烈", "验收已经通过", "扬尘管控不力", "整改正在推进")


def stage(folder: Path, number: int, text: str) -> Searchable:
    """A page as it is staged, and what search knows of it."""
    path = f"zh/plans/demo/items/{number:03}/index.html"
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(f"<body><header>页眉</header><main><p>{text}</p></main></body>", "utf-8")
    return Searchable(
        kind="item",
        address=path.removeprefix("zh/").removesuffix("index.html"),
        path=path,
        title=f"第{number}项",
    )


def stage_many(folder: Path) -> list[Searchable]:
    texts = (f"{SENTENCES[n % 6]}，共{n}处，{SENTENCES[n * n % 5]}。" for n in range(200))
    return [stage(folder, number, text) for number, text in enumerate(texts)]


def parts(folder: Path) -> set[str]:
    return {path.name for path in (folder / "assets/search").iterdir()}


def read(folder: Path, name: str) -> object:
    text = (folder / f"{name}.js").read_text("utf-8")
    return json.loads(re.fullmatch(r'searchPart\("[a-z0-9-]+",(.*)\);\n', text, re.DOTALL)[1])  # type: ignore[index]


def make(folder: Path, items: list[Searchable], others: list[Searchable] | None = None) -> str:
    return write_index(folder, "zh", item_blocks(folder, items), others or [])


def test_an_edit_changes_a_text_and_the_parts_of_its_words(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    make(before, stage_many(before))
    items = stage_many(after)
    items[77] = stage(after, 77, "河道排放污水，共77处，群众反映强烈。又查出新的问题。")
    make(after, items)
    assert len(parts(after) - parts(before)) < len(parts(before)) / 2
    texts = [
        name
        for name in parts(after) - parts(before)
        if "又查出" in (after / "assets/search" / name).read_text("utf-8")
    ]
    assert len(texts) == 1


def test_a_page_that_comes_last_leaves_the_texts_of_others_alone(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    make(before, stage_many(before))
    make(after, [*stage_many(after), stage(after, 200, "新的一项")])
    gone = parts(before) - parts(after)
    assert sum("河道排放污水，" in (before / "assets/search" / name).read_text("utf-8") for name in gone) <= 1


def test_parts_are_named_by_what_they_hold(tmp_path: Path) -> None:
    head = make(tmp_path, stage_many(tmp_path))
    assert re.fullmatch("assets/search/zh-[0-9a-f]{12}", head)
    data = read(tmp_path, head)
    assert isinstance(data, dict)
    named = {*data["terms"], *(name for _, name in data["itemFiles"])}
    assert {f"{name}.js" for name in named} == {
        name for name in parts(tmp_path) if not name.startswith("zh-")
    }


def test_a_long_page_lies_in_pieces_that_overlap_by_a_line(tmp_path: Path) -> None:
    lines = "".join(f"<li>{SENTENCES[n % 6]}第{n}行</li>" for n in range(2000))
    page = replace(stage(tmp_path, 1, lines), kind="list")
    data = read(tmp_path, make(tmp_path, [], [page]))
    assert isinstance(data, dict)
    (entry,) = data["entries"]
    pieces = [piece for _, name in data["otherFiles"] for (piece,) in read(tmp_path, f"assets/search/{name}")]  # type: ignore[attr-defined]
    assert entry[-2:] == [0, len(pieces)]
    assert len(pieces) > 2
    assert max(len(piece.encode()) for piece in pieces) <= PIECE_BYTES + 100
    for one, next_one in pairwise(pieces):
        assert one.split("\n")[-1] == next_one.split("\n")[0]
    assert {line for piece in pieces for line in piece.split("\n")} == {
        f"{SENTENCES[n % 6]}第{n}行" for n in range(2000)
    }


@pytest.mark.parametrize("few", [0, 10_000])
def test_any_number_of_workers_writes_the_same_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(indexing, "FEW", few)
    heads: list[dict[str, str]] = []
    for jobs in (1, 2):
        folder = tmp_path / str(jobs)
        found = {lang: stage_many(folder) for lang in LANGUAGES}
        others = {lang: [replace(found[lang][3], kind="page")] for lang in LANGUAGES}
        with indexing.indexing(folder, found, jobs) as finish:
            heads.append(finish(others))
    assert heads[0] == heads[1]
    assert parts(tmp_path / "1") == parts(tmp_path / "2")


def test_the_index_holds_the_main_part_of_pages_only(site: Path) -> None:
    texts: Callable[[str], str] = lambda words: " ".join(  # noqa: E731
        path.name for path in (site / "assets/search").iterdir() if words in path.read_text("utf-8")
    )
    assert texts("按照《金华经济技术开发区网格化环境监管工作实施方案》") != ""
    assert (texts("本页版本"), texts("您的位置"), texts("内容可自由引用")) == ("", "", "")


def test_the_manifest_leaves_the_index_out(site: Path) -> None:
    listed = {file["path"] for file in json.loads((site / "manifest.json").read_text())["files"]}
    assert {path for path in listed if path.startswith("assets/search/")} == set()
    assert "zh/search/index.html" in listed
