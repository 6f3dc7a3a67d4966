"""The page that checks files: right digests with and without the browser's own, from a server and a disk."""

import hashlib
import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NODE, Opener, missing

pytestmark = pytest.mark.browser
# Of FIPS 180-4 and the examples that NIST gives with it.
VECTORS = {
    b"": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    b"abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq": "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    b"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu": "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    b"a" * 1_000_000: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    bytes(1_000_000): "d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025",
    b"\xbd": "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b",
    b"\xc9\x8c\x8e\x55": "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504",
}
DIGEST = "hex => sha256(new Blob([Uint8Array.from(hex.match(/../g) || [], (byte) => parseInt(byte, 16))]))"
PIECES = """([hex, cuts]) => {
  const bytes = Uint8Array.from(hex.match(/../g) || [], (byte) => parseInt(byte, 16));
  const sum = new Sha256();
  cuts.forEach((cut, i) => sum.update(bytes.subarray(i ? cuts[i - 1] : 0, cut)));
  return sum.digest();
}"""
WORDS = {
    "zh": {
        "same": "与本网站公布的完全相同", "missing": "清单中没有", "itself": "这是校验清单",
        "item": "网页“第 02 项”，中文版", "data": "数据文件 items.json", "attachment": "附件 sample-acceptance-02.txt",
        "done": "已核对 6 个文件：完全相同 4 个，清单中没有 1 个，无法读取 0 个。对照的清单：数据截至2019年6月30日",
        "off": "校验清单没有载入", "stale": "不是同一次发布的",
    },
    "en": {
        "same": "Exactly as published here", "missing": "Not in the manifest", "itself": "This is the manifest",
        "item": "the page “Item 02”, in Chinese", "data": "the data file items.json", "attachment": "the attachment sample-acceptance-02.txt",
        "done": "Files checked: 6. Exactly as published: 4. Not in the manifest: 1. Not readable: 0. Checked against the manifest: data as of 30 June 2019",
        "off": "could not be loaded", "stale": "not from the same release",
    },
}  # fmt: skip


@pytest.fixture
def plain(chromium: Any, address: str) -> Any:
    """The page under a plain http name that is not this machine's own: no secure context."""
    page = chromium.new_page()
    page.goto(address.replace("127.0.0.1", "portal.test") + "/site/zh/verify/")
    assert page.evaluate("[isSecureContext, Boolean(crypto.subtle)]") == [False, False]
    yield page
    page.close()


def named(name: str, data: bytes) -> Any:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def choose(page: Any, *files: Any) -> None:
    """Choose files, and wait until they are all checked."""
    page.set_input_files("#verify-files", files)
    expect(page.locator(".verify-results > li")).to_have_count(len(files))
    expect(page.locator(".verify [role=status]")).to_contain_text(re.compile("[0-9a-f]{12}"))


def results(page: Any) -> dict[str, str]:
    """What the page says of each file."""
    items = page.locator(".verify-results > li").all()
    return {item.locator("h3").inner_text(): item.inner_text() for item in items}


def six_files(site: Path) -> list[Any]:
    paths = (
        "zh/plans/jinhua-2018/items/02/index.html", "data/items.json", "files/sample-acceptance-02.txt",
        "robots.txt", "manifest.json",
    )  # fmt: skip
    files = [named(path.rpartition("/")[2], (site / path).read_bytes()) for path in paths]
    data = (site / "data/items.json").read_bytes()
    return [*files, named("items (1).json", data.replace(b"2018", b"2017", 1))]


def test_our_own_digest_is_right_on_the_published_examples(plain: Any) -> None:
    assert {data: plain.evaluate(DIGEST, data.hex()) for data in VECTORS} == VECTORS


def test_our_own_digest_is_right_on_every_length_and_in_pieces(plain: Any) -> None:
    chance = random.Random(4)
    for length in [*range(131), *(chance.randrange(200_000) for _ in range(40))]:
        data = chance.randbytes(length)
        cuts = sorted(chance.randrange(length + 1) for _ in range(chance.randrange(6)))
        wanted = hashlib.sha256(data).hexdigest()
        assert plain.evaluate(PIECES, [data.hex(), [*cuts, length]]) == wanted, (length, cuts)


def test_the_browsers_digest_agrees(visit: Opener) -> None:
    page = visit("zh", "verify/")
    assert page.evaluate("Boolean(crypto.subtle)")
    assert {data: page.evaluate(DIGEST, data.hex()) for data in VECTORS} == VECTORS


def test_a_file_of_many_pieces_is_checked_without_the_browsers_digest(plain: Any, site: Path) -> None:
    data = random.Random(5).randbytes(9_000_001)
    choose(plain, named("large.bin", data), named("items.json", (site / "data/items.json").read_bytes()))
    found = results(plain)
    assert hashlib.sha256(data).hexdigest() in found["large.bin"]
    assert WORDS["zh"]["same"] in found["items.json"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_says_what_each_of_several_files_is(visit: Opener, site: Path, lang: str) -> None:
    page, words = visit(lang, "verify/"), WORDS[lang]
    choose(page, *six_files(site))
    found = results(page)
    for name, kind in (
        ("index.html", "item"),
        ("items.json", "data"),
        ("sample-acceptance-02.txt", "attachment"),
    ):
        assert words["same"] in found[name] and words[kind] in found[name], found[name]
    assert words["itself"] in found["manifest.json"]
    assert words["missing"] in found["items (1).json"]
    size = len((site / "data/items.json").read_bytes())
    assert f"{size:,}" in found["items.json"]
    status = page.locator(".verify [role=status]").inner_text()
    assert status.startswith(words["done"])
    version = json.loads((site / "manifest.json").read_text("utf-8"))["data_version"]
    assert version[:12] in status
    assert words["stale"] not in status
    page.locator(".verify-results a", has_text=words["item"]).click()
    assert page.url.endswith("/zh/plans/jinhua-2018/items/02/")


def test_a_changed_file_is_told_from_the_published_one_of_its_name(visit: Opener, site: Path) -> None:
    page = visit("en", "verify/")
    choose(page, named("items.json", (site / "data/items.json").read_bytes() + b"\n"))
    hint = page.locator("[data-hint]")
    size = (site / "data/items.json").stat().st_size
    assert hint.inner_text() == (
        f"This site has one file of this name with other content: the data file items.json · {size:,} bytes"
    )
    assert hint.locator("a").get_attribute("href") == "../../data/items.json"


def test_a_dropped_file_is_checked(visit: Opener, site: Path) -> None:
    page = visit("zh", "verify/")
    text = (site / "robots.txt").read_text("utf-8")
    transfer = page.evaluate_handle(
        "text => { const t = new DataTransfer(); t.items.add(new File([text], 'robots.txt')); return t; }",
        text,
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": transfer})
    page.wait_for_selector(".verify-results > li")
    assert WORDS["zh"]["same"] in results(page)["robots.txt"]


def test_a_later_choice_takes_the_place_of_the_last(visit: Opener, site: Path) -> None:
    page = visit("zh", "verify/")
    choose(page, *six_files(site))
    choose(page, named("佐证.txt", b"x"))
    assert list(results(page)) == ["佐证.txt"]


def test_the_manifest_is_loaded_with_the_first_file_only(visit: Opener) -> None:
    page = visit("zh", "verify/")
    loaded: list[str] = []
    page.on("request", lambda r: loaded.append(r.url) if "manifest" in r.url else None)
    page.wait_for_timeout(100)
    assert loaded == []
    choose(page, named("a", b"a"))
    choose(page, named("b", b"b"))
    assert [url.rpartition("/")[2] for url in loaded] == ["manifest.js"]


def test_a_page_from_a_disk_checks_files_and_leads_to_them(chromium: Any, site: Path) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"file://{site}/en/verify/index.html")
    choose(page, *six_files(site))
    assert WORDS["en"]["item"] in results(page)["index.html"]
    assert page.locator(".verify-results a").first.get_attribute("href") == (
        "../../zh/plans/jinhua-2018/items/02/index.html"
    )
    assert {url.partition(":")[0] for url in asked} == {"file"}
    page.close()


def test_without_the_manifest_the_page_says_so_and_tries_again(chromium: Any, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}/site/zh/verify/")
    context.set_offline(True)
    page.set_input_files("#verify-files", [named("a", b"a")])
    page.get_by_text(WORDS["zh"]["off"]).wait_for()
    context.set_offline(False)
    choose(page, named("a", b"a"))
    # Once loaded, it needs no connection.
    context.set_offline(True)
    choose(page, named("b", b"b"))
    assert WORDS["zh"]["missing"] in results(page)["b"]
    context.close()


def test_a_page_older_than_the_manifest_says_so(visit: Opener) -> None:
    page = visit("en", "verify/")
    page.evaluate("document.querySelector('form.verify').dataset.version = 'older'")
    choose(page, named("a", b"a"))
    assert WORDS["en"]["stale"] in page.locator(".verify [role=status]").inner_text()


def test_the_page_is_used_by_keyboard(visit: Opener, site: Path) -> None:
    page = visit("zh", "verify/")
    page.locator("main").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "verify-files"
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    assert chooser.value.is_multiple()
    chooser.value.set_files([named("robots.txt", (site / "robots.txt").read_bytes())])
    page.wait_for_selector(".verify-results > li a")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.verify-results') !== null")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_script_the_page_tells_how_to_check(visit: Opener, lang: str) -> None:
    page = visit(lang, "verify/", java_script_enabled=False)
    assert not page.locator("form.verify").is_visible()
    assert page.locator("noscript").is_visible()
    text = page.locator("main").inner_text()
    for command in ("sha256sum", "Get-FileHash", "certutil"):
        assert command in text
    assert page.locator("main a[href='../../manifest.json']").count() == 2


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_results(visit: Opener, site: Path, scheme: str, width: int) -> None:
    path = NODE / "axe-core" / "axe.min.js"
    if not path.is_file():
        missing("axe-core")
    page = visit("en", "verify/", width=width, color_scheme=scheme)
    choose(page, *six_files(site), named(f"{'名' * 60}.txt", b"x"))
    page.evaluate(path.read_text("utf-8"))
    found = page.evaluate("() => axe.run()")["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    stray = page.evaluate(
        "() => [...document.querySelectorAll('.verify-results *')].filter((e) => !e.closest('[lang=zh-CN]')"
        " && [...e.childNodes].some((n) => n.nodeType === 3 && /\\p{Script=Han}/u.test(n.data)))"
        ".map((e) => e.textContent)"
    )
    assert stray == []


@pytest.mark.parametrize("folder", ["site", "invented"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_file_of_a_site_is_named_for_what_it_is(
    visit: Opener, site: Path, invented_site: Path, lang: str, folder: str
) -> None:
    page = visit(lang, "verify/", folder=folder)
    manifest = json.loads((site.parent / folder / "manifest.json").read_text("utf-8"))
    paths = [f["path"] for f in manifest["files"] if "/patterns/" not in f["path"]]
    said = page.evaluate(
        "paths => { const form = document.querySelector('form.verify').dataset;"
        " const [kinds, names] = [JSON.parse(form.kinds), JSON.parse(form.names)];"
        " return paths.map((path) => kindOf(path, kinds, names)); }",
        paths,
    )
    words = dict(zip(paths, said, strict=True))
    other = "供程序读取的文件" if lang == "zh" else "a file for programs"
    assert {path for path in paths if other in words[path]} == {"robots.txt", "sitemap.xml"}
    pages = {path: words[path] for path in paths if path.endswith("/index.html")}
    bare = {path: path[3:].removesuffix("/index.html") for path in pages}
    assert [path for path, what in pages.items() if "{" in what or f"“{bare[path]}”" in what] == []
    assert [what for what, count in Counter(pages.values()).items() if count > 1] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_reader_is_told_since_when_a_file_is_public_as_it_is(
    visit: Opener, told_site: Path, lang: str
) -> None:
    page = visit(lang, "verify/", folder="told")
    choose(page, told_site / "files" / "acceptance.txt", told_site / "robots.txt")
    since = {"zh": "自2021年1月15日起以现有内容公开", "en": "Public as it is since 15 January 2021"}[lang]
    assert since in results(page)["acceptance.txt"]
    assert since not in results(page)["robots.txt"]
