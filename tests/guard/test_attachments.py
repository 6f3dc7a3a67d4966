"""The gate over attachments: what is let in, and everything that is not."""

import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from disclosure.guard.attachments import check_attachment, check_attachments
from disclosure.guard.kinds import kind_of
from disclosure.guard.permits import Permits
from disclosure.read.layout import SourceFile
from tests.guard import files
from tests.trees import copy_base, problems_of

NOBODY = Permits()
PHONE = "13800138000"


def rules(name: str, data: bytes) -> list[str]:
    return sorted({p.rule.id for p in check_attachment(f"files/{name}", data, NOBODY)})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", files.docx("验收意见")),
        ("a.xlsx", files.xlsx(("编号", "金额"), ("1", "13800"), ("2", "138000"))),
        ("a.pdf", files.pdf("Minutes")),
        ("a.jpg", files.jpeg("门口")),
        ("a.jpeg", files.jpeg()),
        ("a.png", files.png("说明")),
        ("a.txt", "验收意见".encode()),
        ("a.csv", "验收意见".encode("gb18030")),
        ("a.json", b"{}"),
    ],
)
def test_what_is_allowed_and_harmless_passes(name: str, data: bytes) -> None:
    assert rules(name, data) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("a.html", b"<!doctype html><script>alert(1)</script>"),
        ("a.txt", b"text first <script>alert(1)</script>"),
        ("a.png", b"<html>"),
        ("a.pdf", files.png()),
        ("a.jpg", files.pdf("x")),
        ("a.txt", files.docx("x")),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("a.zip", files._zip({"a.txt": "x"})),
        ("a.exe", b"MZ" + bytes(100)),
        ("a.bin", bytes(100)),
        ("a.txt", b""),
        ("a", b"text"),
    ],
)
def test_what_is_not_on_the_list_is_refused_by_its_content(name: str, data: bytes) -> None:
    assert rules(name, data) == ["attachment-type"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", files.docx(f"电话{PHONE}")),
        ("a.docx", files.docx("x", properties=f"电话{PHONE}")),
        ("a.docx", files.docx("x", word__comments="", **{"word__comments.xml": f"<w:comments xmlns:w='w'><w:p><w:r><w:t>{PHONE}</w:t></w:r></w:p></w:comments>"})),
        ("a.docx", files.docx("x", **{"word__media__image1.jpeg": files.jpeg(f"电话{PHONE}")})),
        ("a.xlsx", files.xlsx(("姓名", "电话"), ("张某", PHONE))),
        ("a.xlsx", files.xlsx(("姓名", "说明"), ("张某", f"手机{PHONE}"))),
        ("a.pdf", files.pdf(f"tel {PHONE}")),
        ("a.pdf", files.pdf("x", subject=f"电话{PHONE}")),
        ("a.jpg", files.jpeg(f"电话{PHONE}")),
        ("a.png", files.png(f"电话{PHONE}")),
        ("a.txt", f"电话{PHONE}".encode("gbk")),
    ],
)  # fmt: skip
def test_private_data_is_found_wherever_a_file_holds_it(name: str, data: bytes) -> None:
    assert rules(name, data) == ["mobile-number"]


def test_what_is_hidden_or_alive_is_refused() -> None:
    assert rules("a.docx", files.docx("x", run="<w:vanish/>")) == ["hidden-text"]
    assert rules("a.docx", files.docx("x", run='<w:vanish w:val="0"/>')) == []
    assert rules("a.xlsx", files.xlsx(("a",), state="veryHidden")) == ["hidden-text"]
    assert rules("a.docx", files.docx("x", **{"word__vbaProject.bin": b"x"})) == ["attachment-active"]
    opening = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    assert rules("a.pdf", files.pdf("x", extra=opening)) == ["attachment-active"]
    assert rules("a.jpg", files.jpeg(has_place=True)) == ["photo-location"]
    assert rules("a.pdf", files.pdf("")) == ["attachment-unread"]


def test_what_cannot_be_opened_is_refused() -> None:
    whole = files.docx("x")
    assert rules("a.pdf", b"%PDF-1.7\n" + bytes(range(256))) == ["attachment-locked"]
    assert rules("a.jpg", files.jpeg()[:20]) == ["attachment-locked"]
    assert rules("a.docx", files.docx("x", **{"word__more.xml": "<a><b></a>"})) == ["attachment-locked"]
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert rules("a.docx", files.docx("x", **{"word__more.xml": bomb})) == ["attachment-locked"]
    for cut in range(30, len(whole), 97):
        assert rules("a.docx", whole[:cut]) in (["attachment-type"], ["attachment-locked"])


def test_bombs_are_refused_before_they_go_off() -> None:
    assert rules("a.png", _png_of(20_000, 20_000)) == ["attachment-size"]
    buffer = BytesIO(files.docx("x"))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/big.xml", b" " * 210_000_000)
    assert rules("a.docx", buffer.getvalue()) == ["attachment-size"]


def _png_of(width: int, height: int) -> bytes:
    """A picture that says it is that large."""
    import struct
    import zlib

    data = bytearray(files.png())
    head = data.index(b"IHDR")
    data[head + 4 : head + 12] = struct.pack(">II", width, height)
    data[head + 17 : head + 21] = struct.pack(">I", zlib.crc32(bytes(data[head : head + 17])))
    return bytes(data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = copy_base(tmp_path / "content")
    return content / "files"


def named(folder: Path) -> set[str]:
    return {p.rule.id for p in problems_of(folder.parent)}


@pytest.mark.parametrize(
    "name",
    [
        "a b.txt", "a?.txt", "a#b.txt", "a%2e.txt", "-a.txt", "a..txt", "con.txt", "a\u200b.txt", "a\u202etxt.txt", "<a>.txt", "a'b.txt",
        "甲" * 50 + ".txt", "a\n.txt", "e\u0301.txt", "a\\b.txt", "a|b.txt", "a .txt", "张三:.txt",
    ],
)  # fmt: skip
def test_hard_names_are_refused(folder: Path, name: str) -> None:
    (folder / name).write_text("x")
    assert named(folder) & {"attachment-name", "stray-file", "forbidden-character"}


@pytest.mark.parametrize(
    "name",
    [
        "acceptance-02.txt",
        "验收意见-02.txt",
        "2018/第一批（修订）.txt",
        "金委办发〔2017〕31号.txt",
        "A_b.v2.txt",
    ],
)
def test_plain_names_are_fine(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x")
    assert "attachment-name" not in named(folder)


def _sources(*names: str) -> Iterator[SourceFile]:
    for name in names:
        yield SourceFile(address=f"files/{name}", path=Path(__file__), kind="file")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.txt", "A.txt"),
        ("验收１.txt", "验收1.txt"),
        ("é.txt", unicodedata.normalize("NFD", "é.txt")),
        ("x/a.txt", "X/a.txt"),
    ],
)
def test_names_that_are_one_on_some_disk_are_told_at_both(one: str, other: str) -> None:
    found = [
        p for p in check_attachments(_sources(one, other), NOBODY) if p.rule.id == "attachment-collision"
    ]
    assert {p.anchor.file for p in found} == {f"files/{one}", f"files/{other}"}
    assert {dict(p.facts)["other"] for p in found} == {f"files/{one}", f"files/{other}"}


def test_a_link_and_a_way_out_are_refused(folder: Path) -> None:
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    assert "symbolic-link" in named(folder)
    item = folder.parent / "plans/demo/items/01.yaml"
    text = item.read_text("utf-8")
    item.write_text(text.replace("file: a.txt", "file: ../site.yaml"), "utf-8")
    assert "missing-attachment" in named(folder)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_are_told_and_never_raise(seed: int) -> None:
    import random

    chance = random.Random(seed)
    for name, whole in (
        ("a.docx", files.docx("甲")),
        ("a.pdf", files.pdf("x")),
        ("a.jpg", files.jpeg("甲")),
        ("a.png", files.png("甲")),
    ):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        rules(name, bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))
        kind_of(bytes(data))
