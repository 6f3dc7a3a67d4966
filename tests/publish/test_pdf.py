"""The PDF of the print edition: tagged, whole, the same each time, and made without the network."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from disclosure.publish.pdf import PACKAGES, PdfFault, check_pdf_tools, staged_files
from tests.browser.conftest import missing
from tests.trees import BASE, ROOT, order

A4 = (595.28, 841.89)
TITLES = {
    "zh": "金华经济技术开发区贯彻落实中央环境保护督察反馈意见整改方案（打印版）",
    "en": "Rectification Plan of the Jinhua Economic and Technological Development Zone in Response to the "
    "Feedback of the Central Environmental Protection Inspection (print edition)",
}
LANGS = tuple(TITLES)
TREE = "plans/jinhua-2018/print"


@pytest.fixture(scope="session")
def tools() -> None:
    try:
        check_pdf_tools()
    except PdfFault as fault:
        missing(str(fault))


@pytest.fixture(scope="session")
def made(tools: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own content with its PDFs."""
    from disclosure.pipeline import build

    folder = tmp_path_factory.mktemp("pdf") / "site"
    assert build(order(ROOT / "content", jobs=2, pdf=True), folder).problems == []
    return folder


def run(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build.py"), *args]
    env = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def read(made: Path, lang: str) -> Any:
    from pypdf import PdfReader

    return PdfReader(made / lang / TREE / "plan.pdf")


def text_of(made: Path, lang: str, *options: str) -> str:
    """What pdftotext, as people use it, finds in the file."""
    if not shutil.which("pdftotext"):
        missing("pdftotext")
    command = ["pdftotext", *options, str(made / lang / TREE / "plan.pdf"), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def elements(node: Any) -> Iterator[Any]:
    """Every element below a node of the structure tree."""
    from pypdf.generic import ArrayObject, DictionaryObject

    node = node.get_object()
    if isinstance(node, ArrayObject):
        for part in node:
            yield from elements(part)
    elif isinstance(node, DictionaryObject) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node["/K"])


@pytest.mark.parametrize("lang", LANGS)
def test_it_has_title_language_and_structure(made: Path, lang: str) -> None:
    pdf = read(made, lang)
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == {"zh": "zh-CN", "en": "en"}[lang]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title.startswith(TITLES[lang])
    assert b"pdfuaid" in root["/Metadata"].get_data()
    kinds = [str(e["/S"]) for e in elements(root["/StructTreeRoot"]["/K"])]
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Link"} <= set(kinds)
    assert kinds.count("/H1") == 1
    assert "/Figure" not in kinds


def test_cells_know_their_heads(made: Path) -> None:
    root = read(made, "zh").trailer["/Root"]
    cells = [e for e in elements(root["/StructTreeRoot"]["/K"]) if e["/S"] == "/TD"]
    heads = {e["/ID"] for e in elements(root["/StructTreeRoot"]["/K"]) if "/ID" in e}
    assert cells
    assert all(set(cell["/A"]["/Headers"]) <= heads for cell in cells)
    assert sum(1 for cell in cells if cell["/A"]["/Headers"]) > 0.9 * len(cells)


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_a4_and_says_its_number_its_day_and_its_version(made: Path, lang: str) -> None:
    version = json.loads((made / "data/items.json").read_text("utf-8"))["data_version"][:8]
    day = {"zh": "数据截至2019年6月30日", "en": "Dataasof30June2019"}[lang]
    pages = read(made, lang).pages
    texts = text_of(made, lang).split("\f")[:-1]
    assert len(texts) == len(pages) > 15
    shapes = {tuple(round(float(n), 2) for n in page.mediabox[2:]) for page in pages}
    assert shapes == {A4, A4[::-1]}
    for number, text in enumerate(texts, 1):
        words = squeezed(text)
        assert f"—{number}—" in words
        assert day in words
        assert version in words


@pytest.mark.parametrize("lang", LANGS)
def test_its_fonts_are_embedded(made: Path, lang: str) -> None:
    fonts = {}
    for page in read(made, lang).pages:
        for name, font in page["/Resources"]["/Font"].items():
            fonts[name] = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    assert len(fonts) > 3
    for font in fonts.values():
        assert {"/FontFile2", "/FontFile3"} & set(font.get_object())


@pytest.mark.parametrize("lang", LANGS)
def test_its_text_is_whole_and_in_order(made: Path, lang: str) -> None:
    """Sections, list and status come out as text; what a state is stands beside its shape."""
    text = squeezed(text_of(made, lang))
    items = json.loads((made / "data/items.json").read_text("utf-8"))["records"]
    title = next(squeezed(i["title"][lang]) for i in items if i["state"] == "closed")
    wanted = {
        "zh": "本文为重述 目录 引言 一、指导思想 五、组织保障 附件1 整改清单 {title} ■ 已销号 附件2 整改状况 按责任单位",
        "en": "Thisisarestatement Contents Introduction I.Guidingthought V.Organisationalsafeguards Annex1 Thelist "
        "{title} ■ Closed Annex2 Status Byresponsibleunit",
    }[lang].split()
    place = 0
    for words in (w.replace("{title}", title[:15]) for w in wanted):
        place = text.find(words, place)
        assert place >= 0, words


@pytest.mark.parametrize("lang", LANGS)
def test_its_links_lead_somewhere(made: Path, lang: str) -> None:
    pdf = read(made, lang)
    known = set(pdf.named_destinations)
    inside = outside = 0
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            link = note.get_object()
            if "/A" in link and link["/A"].get("/S") == "/URI":
                assert re.match("(https|mailto|tel):", link["/A"]["/URI"])
                outside += 1
            else:
                assert (link.get("/Dest") or link["/A"]["/D"]) in known
                inside += 1
    assert inside > 6
    assert outside > 6


def test_pages_that_can_be_had_are_linked_and_listed(made: Path, site: Path) -> None:
    listed = {f["path"]: f["sha256"] for f in json.loads((made / "manifest.json").read_text())["files"]}
    for lang in LANGS:
        path = f"{lang}/{TREE}/plan.pdf"
        assert listed[path] == hashlib.sha256((made / path).read_bytes()).hexdigest()
        assert 'print/plan.pdf"' in (made / lang / TREE / "index.html").read_text("utf-8")
        assert 'print/plan.pdf"' in (made / lang / "plans/jinhua-2018/index.html").read_text("utf-8")
    assert not any(path.endswith(".pdf") for path in (str(p) for p in site.rglob("*")))
    for path in ("plans/jinhua-2018/index.html", f"{TREE}/index.html"):
        assert "plan.pdf" not in (site / "zh" / path).read_text("utf-8")


def test_two_builds_give_the_same_bytes(tools: None, tmp_path: Path) -> None:
    trees = []
    for name, jobs, zone in (("a", "1", "Asia/Shanghai"), ("b", "2", "America/New_York")):
        shutil.copytree(BASE, tmp_path / name / "content")
        folder = tmp_path / name / "site"
        done = run(
            "--pdf", "--content", str(tmp_path / name / "content"), "--out", str(folder), "--jobs", jobs,
            TZ=zone, PYTHONHASHSEED=jobs, HOME=str(tmp_path / name),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        trees.append({p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()})
    assert sum(1 for path in trees[0] if path.suffix == ".pdf") == 2
    assert trees[0] == trees[1]


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example.org/x.css",
        "http://site.example.org/x.css",
        "https://site.example.org.evil.example/x.css",
        "file:///etc/passwd",
        "https://site.example.org/../secret",
        "https://site.example.org/%2e%2e/secret",
        "https://site.example.org//etc/passwd",
        "https://site.example.org/link.css",
        "data:text/css,p{}",
    ],
)
def test_nothing_but_the_staged_site_is_read(tools: None, tmp_path: Path, address: str) -> None:
    folder = tmp_path / "staged"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret")
    (folder / "x.css").write_text("p {}")
    (folder / "link.css").symlink_to(tmp_path / "secret")
    fetcher = staged_files(folder, "https://site.example.org/")
    assert fetcher.fetch("https://site.example.org/x.css?v#a").read() == b"p {}"
    with pytest.raises(PermissionError):
        fetcher.fetch(address)


def test_a_character_without_a_glyph_is_told(tools: None, tmp_path: Path) -> None:
    from disclosure.publish import pdf

    page = "<!doctype html><html lang=zh-CN><title>x</title><p>整改\uf8fe".encode()
    found = pdf._make(page, "https://site.example.org/", tmp_path, "https://site.example.org/")
    assert (found.reason, found.detail, found.data) == ("glyphs", "\uf8fe (U+F8FE)", b"")


def test_a_file_that_cannot_be_read_is_told(tools: None, tmp_path: Path) -> None:
    from disclosure.publish import pdf

    page = b"<!doctype html><html lang=en><title>x</title><link rel=stylesheet href=gone.css>"
    found = pdf._make(page, "https://site.example.org/", tmp_path, "https://site.example.org/")
    assert found.reason == "missing"
    assert "gone.css" in found.detail


PANGO = "raise OSError(\"cannot load library 'libpango-1.0-0': cannot open shared object file\")"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("raise ModuleNotFoundError", {"zh": "没有安装", "en": "not installed"}),
        (PANGO, {"zh": "需要 Pango 等程序库", "en": "needs Pango"}),
    ],
    ids=["module", "library"],
)
def test_what_is_missing_is_named(tmp_path: Path, lang: str, module: str, words: dict[str, str]) -> None:
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake" / "weasyprint.py").write_text(module)
    done = run(
        "--pdf", "--content", str(BASE), "--out", str(tmp_path / "site"), "--lang", lang,
        PYTHONPATH=str(tmp_path / "fake"),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert words[lang] in done.stderr
    assert PACKAGES in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "fake"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("fonts", ["/usr/share/fonts/truetype/dejavu", "/nonexistent"])
def test_a_missing_chinese_font_is_named(tools: None, tmp_path: Path, fonts: str, lang: str) -> None:
    (tmp_path / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{fonts}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    done = run(
        "--pdf", "--content", str(BASE), "--out", str(tmp_path / "site"), "--lang", lang,
        FONTCONFIG_FILE=str(tmp_path / "fonts.conf"),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert {"zh": "需要中文字体", "en": "needs a Chinese font"}[lang] in done.stderr
    assert "fonts-noto-cjk" in done.stderr
    assert len(done.stderr.splitlines()) == 2
    assert not (tmp_path / "site").exists()
