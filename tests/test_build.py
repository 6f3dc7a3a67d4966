"""The chain as a whole: same input, same bytes; refused input changes nothing; the command's manners."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfWriter

from tests.trees import overlay

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "tests" / "corpus" / "base"


def run(*args: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """build.py as a person would run it, with a language that messages can be compared in."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    command = [sys.executable, str(ROOT / "build.py"), *args]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "content")
    return tmp_path / "content"


def test_the_real_content_builds_without_error_or_warning(tmp_path: Path) -> None:
    done = run("--out", str(tmp_path / "site"), "--no-cache")
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 warnings" in done.stdout


def test_two_builds_give_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "site", tmp_path / "b" / "其他" / "out"
    one = run("--out", str(first), "--jobs", "1", "--history", "off", TZ="Asia/Shanghai", PYTHONHASHSEED="1")
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(ROOT / "content", elsewhere / "content")
    mask = os.umask(0o077)
    try:
        two = run(
            "--out", str(second), "--content", str(elsewhere / "content"), "--jobs", "2", "--history", "off",
            cwd=tmp_path, TZ="America/New_York", PYTHONHASHSEED="2", LC_ALL="C", HOME=str(tmp_path),
        )  # fmt: skip
    finally:
        os.umask(mask)
    assert (one.returncode, two.returncode) == (0, 0)
    assert tree(first) == tree(second)


LAST_SECOND, MIDNIGHT = 1546271999, 1546272000  # 2018-12-31 23:59:59 and 2019-01-01 00:00:00, +08:00


def test_a_day_ends_at_midnight_of_the_site_wherever_it_is_built(tmp_path: Path, content: Path) -> None:
    """The item of the base tree is due on 31 December 2018."""
    overlay(content, "site.yaml", "as_of: today\n")
    trees: dict[str, list[dict[str, bytes]]] = {}
    for zone in ("UTC", "America/New_York", "Asia/Shanghai"):
        for second in (LAST_SECOND, MIDNIGHT):
            site = tmp_path / zone.replace("/", "-") / str(second)
            done = run("--content", str(content), "--out", str(site), TZ=zone, SOURCE_DATE_EPOCH=str(second))
            assert done.returncode == 0, done.stderr
            trees.setdefault(str(second), []).append(tree(site))
    before, after = trees.values()
    assert before[0] == before[1] == before[2]
    assert after[0] == after[1] == after[2]
    judged = [json.loads(found[0]["data/items.json"]) for found in (before, after)]
    assert [data["as_of"] for data in judged] == ["2018-12-31", "2019-01-01"]
    assert [data["records"][0]["timeliness"] for data in judged] == ["due_soon", "overdue"]


def test_the_manifest_lists_every_file_with_its_digest(tmp_path: Path, content: Path) -> None:
    import hashlib

    site = tmp_path / "site"
    assert run("--content", str(content), "--out", str(site)).returncode == 0
    manifest = json.loads((site / "manifest.json").read_text())
    listed = {f["path"]: (f["sha256"], f["bytes"]) for f in manifest["files"]}
    # The index of search is a copy of what the pages say.
    real = {
        name: (hashlib.sha256(data).hexdigest(), len(data))
        for name, data in tree(site).items()
        if name not in ("manifest.json", "manifest.js", ".disclosure-site")
        and not name.startswith("assets/search/")
    }
    assert listed == real
    script = (site / "manifest.js").read_text().removeprefix("self.siteManifest = ").removesuffix(";\n")
    assert json.loads(script) == manifest
    data = json.loads((site / "data/items.json").read_text())
    assert (manifest["as_of"], manifest["data_version"]) == (data["as_of"], data["data_version"])


def test_an_error_leaves_what_was_published_untouched(tmp_path: Path, content: Path) -> None:
    site = tmp_path / "site"
    assert run("--content", str(content), "--out", str(site)).returncode == 0
    before = tree(site)
    item = content / "plans/demo/items/01.yaml"
    item.write_text(item.read_text().replace("category:", "categry:"))
    done = run("--content", str(content), "--out", str(site))
    assert done.returncode == 1
    assert "did you mean “category”" in done.stderr
    assert tree(site) == before
    assert [p.name for p in tmp_path.iterdir() if ".staging" in p.name] == []


def test_the_gitignore_of_the_output_folder_stays(tmp_path: Path, content: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / ".gitignore").write_text("*\n!.gitignore\n")
    assert run("--content", str(content), "--out", str(site)).returncode == 0
    assert (site / ".gitignore").read_text() == "*\n!.gitignore\n"
    assert ".gitignore" not in (site / "manifest.json").read_text()


def test_a_folder_that_is_not_ours_is_not_replaced(tmp_path: Path, content: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "thesis.txt").write_text("years of work")
    done = run("--content", str(content), "--out", str(site))
    assert done.returncode == 3
    assert "thesis.txt" in done.stderr
    assert tree(site) == {"thesis.txt": b"years of work"}


def items_added(content: Path, count: int) -> None:
    """Give the list of the base tree so many items."""
    items = content / "plans" / "demo" / "items"
    text = (items / "01.yaml").read_text("utf-8")
    for number in range(2, count + 1):
        (items / f"{number:02}.yaml").write_text(text.replace('id: "01"', f'id: "{number:02}"'), "utf-8")


def start(*args: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "build.py"), *args]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, content: Path
) -> None:
    items_added(content, 40)
    target = tmp_path / "out" / "site"
    args = ("--content", str(content), "--out", str(target), "--jobs", "2", "--quiet")
    begin = time.monotonic()
    assert run(*args).returncode == 0
    lasted = time.monotonic() - begin
    old = tree(target)
    overlay(content, "site.yaml", "name: {zh: 新名称, en: New name}\n")
    moments = random.Random(9)
    new: dict[str, bytes] = {}
    for number in range(5):
        left = set(target.parent.glob(".site-*/manifest.json"))
        with start(*args) as build:
            if number < 2:
                time.sleep(moments.uniform(0.2, 1) * lasted)
            else:  # around the exchange
                while build.poll() is None and not set(target.parent.glob(".site-*/manifest.json")) - left:
                    time.sleep(0.002)
                time.sleep(moments.uniform(0, 0.1))
            build.send_signal(signal.SIGKILL if number % 2 else signal.SIGTERM)
        # The last is the answer to a request that comes before the program could listen.
        assert build.returncode in (0, 130, -signal.SIGKILL, -signal.SIGTERM)
        found = tree(target)
        if found != old:
            new = new or found
            assert found == new
    assert run(*args).returncode == 0
    assert tree(target) == (new or tree(target)) != old
    assert [p.name for p in target.parent.iterdir()] == ["site"]


def test_a_request_to_end_is_followed_at_once_and_leaves_nothing(tmp_path: Path, content: Path) -> None:
    items_added(content, 40)
    target = tmp_path / "out" / "site"
    with start("--content", str(content), "--out", str(target), "--jobs", "2") as build:
        while not list(target.parent.glob(".site-*.staging/zh/plans/demo/items/*/index.html")):
            assert build.poll() is None
            time.sleep(0.005)
        build.send_signal(signal.SIGTERM)
    assert build.returncode == 130
    assert list(target.parent.iterdir()) == []


def test_two_builds_at_once_both_end_well(tmp_path: Path, content: Path) -> None:
    target = tmp_path / "out" / "site"
    crew = [start("--content", str(content), "--out", str(target)) for _ in range(2)]
    assert [build.wait() for build in crew] == [0, 0]
    assert [p.name for p in target.parent.iterdir()] == ["site"]


def test_what_is_written_can_be_read_by_a_web_server(tmp_path: Path, content: Path) -> None:
    site = tmp_path / "out" / "site"
    mask = os.umask(0o077)
    try:
        assert run("--content", str(content), "--out", str(site)).returncode == 0
    finally:
        os.umask(mask)
    modes = {(p.is_dir(), p.stat().st_mode & 0o777) for p in (site, *site.rglob("*"))}
    assert modes == {(True, 0o755), (False, 0o644)}


def test_a_terminal_that_knows_no_chinese_stops_nothing(tmp_path: Path, content: Path) -> None:
    args = ("--content", str(content), "--out", str(tmp_path / "site"), "--lang", "zh")
    done = run(*args, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u5df2" in done.stdout


def test_one_of_a_kind_is_told_as_one(content: Path) -> None:
    done = run("check", "--content", str(content))
    assert done.stdout.startswith("checked: 1 item in ")
    item = content / "plans/demo/items/01.yaml"
    item.write_text(item.read_text("utf-8").replace("category: water", "category: wet"), "utf-8")
    assert "1 error, 0 warnings" in run("check", "--content", str(content)).stderr


@pytest.mark.parametrize("form", ["github", "json"])
def test_problems_can_be_read_by_programs(content: Path, form: str) -> None:
    (content / "plans/demo/items/02.yaml").write_text("id: '02'\nid: '03'\n")
    done = run("check", "--content", str(content), "--format", form, "--strict")
    assert done.returncode == 1
    if form == "json":
        found = json.loads(done.stderr)
        assert {"file", "line", "column", "severity", "rule", "message", "remedy"} == set(found[0])
    else:
        assert "::error file=" in done.stderr and "line=2,col=1" in done.stderr


def test_a_day_decides_what_is_known(tmp_path: Path) -> None:
    early = run("--as-of", "2018-06-30", "--out", str(tmp_path / "site"))
    assert early.returncode == 0, early.stderr
    assert "2018-06-30" in early.stdout
    assert "left out" in early.stderr


def test_production_refuses_sample_data() -> None:
    done = run("check", "--production")
    assert done.returncode == 1
    assert "[sample-in-production]" in done.stderr
    assert "[identifier-missing]" in done.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--nonsense"], 2),
        (["check", "--as-of", "2018.10"], 2),
        (["check", "--base-url", "foo"], 2),
        (["check", "--base-url", "https://a.example/"], 2),
        (["check", "--base-url", "https://a.example/b?c"], 2),
        (["serve", "--port", "99999"], 2),
        (["serve", "--port", "0"], 2),
        (["explain", "no-such-rule"], 2),
        (["explain"], 0),
    ],
)
def test_exit_codes_of_the_command_line(args: list[str], code: int) -> None:
    done = run(*args)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


class _Page(HTMLParser):
    """Collects where Han characters stand outside an element with a Chinese `lang`."""

    VOID = frozenset(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
    )

    def __init__(self) -> None:
        super().__init__()
        self.langs = ["?"]
        self.tags: list[str] = []
        self.stray: list[str] = []

    def _check(self, text: str) -> None:
        if not self.langs[-1].startswith("zh") and any("\u3400" <= ch <= "\u9fff" for ch in text):
            self.stray.append(text.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        lang = found.get("lang") or self.langs[-1]
        if tag not in self.VOID:
            self.tags.append(tag)
            self.langs.append(lang)
        for name in ("title", "alt", "aria-label", "content", "placeholder", "value"):
            if not lang.startswith("zh") and any("\u3400" <= ch <= "\u9fff" for ch in found.get(name) or ""):
                self.stray.append(f"{name}={found[name]}")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        while self.tags and self.tags.pop() != tag:
            self.langs.pop()
        self.langs.pop()

    def handle_data(self, data: str) -> None:
        self._check(data)


def test_no_han_character_stands_outside_a_chinese_element_in_english(site: Path) -> None:
    stray: dict[str, list[str]] = {}
    for path in sorted((site / "en").rglob("*.html")):
        page = _Page()
        page.feed(path.read_text("utf-8"))
        if page.stray:
            stray[str(path.relative_to(site))] = page.stray[:3]
    assert stray == {}


def test_every_page_has_its_twin(site: Path) -> None:
    pages = {
        lang: {str(p.relative_to(site / lang)) for p in (site / lang).rglob("*.html")}
        for lang in ("zh", "en")
    }
    assert pages["zh"] == pages["en"]
    assert len(pages["zh"]) > 50


def test_every_page_with_an_illustrative_record_says_so(site: Path) -> None:
    """The badge stands wherever a sample record shows; the banner on every page of a sample site."""
    rows = ("items/01/", "items/02/", "items/03/", "items/", "", "indicators/", "indicators/pm25/")
    tails = [f"plans/jinhua-2018/{tail}" for tail in rows]
    tails += ["", "notices/", "notices/2018-06-28-plan-published/", "units/environment-bureau/"]
    for lang, word in (("zh", "示例"), ("en", "Illustrative")):
        for tail in tails:
            page = (site / lang / tail / "index.html").read_text("utf-8")
            main = page.partition("<main")[2].partition("</main>")[0]
            assert f'<strong class="sample">{word}</strong>' in main, (lang, tail)
        for path in (site / lang).rglob("*.html"):
            assert 'class="banner"' in path.read_text("utf-8"), path


def test_what_counts_says_that_the_list_is_not_whole(site: Path) -> None:
    for lang, words in (("zh", "清单不完整"), ("en", "This list is incomplete")):
        for tail in ("", "plans/jinhua-2018/", "plans/jinhua-2018/items/", "units/environment-bureau/"):
            assert words in (site / lang / tail / "index.html").read_text("utf-8"), (lang, tail)


def test_the_original_is_named_with_its_copy_and_its_page(tmp_path: Path, content: Path) -> None:
    (content / "files").mkdir(exist_ok=True)
    paper = PdfWriter()
    paper.add_blank_page(width=100, height=100)
    paper.write(content / "files/original.pdf")
    original = "{title: {zh: 原件}, url: https://example.org/original, file: original.pdf}"
    overlay(content, "plans/demo/plan.yaml", f"restatement: true\noriginal: {original}\n")
    target = tmp_path / "site"
    done = run("--content", str(content), "--out", str(target))
    assert done.returncode == 0, done.stderr
    for tail in ("plans/demo/", "plans/demo/print/"):
        page = (target / "zh" / tail / "index.html").read_text("utf-8")
        assert '/files/original.pdf">原件</a>' in page
        assert '<a href="https://example.org/original">原件所在网页</a>' in page


def test_what_is_untranslated_is_marked_and_said(tmp_path: Path, content: Path) -> None:
    item = content / "plans/demo/items/01.yaml"
    item.write_text(item.read_text("utf-8").replace("  en: End untreated discharge.\n", ""), "utf-8")
    target = tmp_path / "site"
    assert run("--content", str(content), "--out", str(target)).returncode == 0
    page = (target / "en/plans/demo/items/01/index.html").read_text("utf-8")
    assert '<span lang="zh-CN" class="untranslated">消除直排。</span>' in page
    assert "has not been translated yet" in page
    assert "has not been translated yet" not in (target / "zh/plans/demo/items/01/index.html").read_text(
        "utf-8"
    )


def test_the_package_installs_with_its_data(tmp_path: Path) -> None:
    """`pip install .` packages `disclosure` alone, with the tables that it reads."""
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    assert settings["packages"]["find"]["include"] == ["disclosure*"]
    assert settings["package-data"]["disclosure"] == ["**/*.yaml"]


def test_many_workers_say_and_make_the_same_as_one(tmp_path: Path, content: Path) -> None:
    """Seventy items are more than one worker takes at a time; some of their reports lie after the day."""
    items = content / "plans" / "demo" / "items"
    text = (items / "01.yaml").read_text("utf-8")
    report = "updates:\n  - {id: a, date: 2018-12-05, by: stranger, reports: progress, text: {zh: 甲}}\n"
    for number in range(2, 71):
        more = report if number % 3 == 0 else ""
        (items / f"{number:02}.yaml").write_text(
            text.replace('id: "01"', f'id: "{number:02}"') + more, "utf-8"
        )
    done = {
        jobs: run(
            "--content", str(content), "--out", str(tmp_path / jobs), "--jobs", jobs, "--as-of", "2018-12-01"
        )
        for jobs in ("1", "3")
    }
    assert done["1"].returncode == 0, done["1"].stderr
    assert done["1"].stderr == done["3"].stderr
    assert "23 records dated after 2018-12-01" in done["1"].stderr
    assert tree(tmp_path / "1") == tree(tmp_path / "3")


def test_no_free_page_can_take_the_address_of_the_sites_own() -> None:
    from disclosure.judge.rules.page_name import RESERVED
    from disclosure.show import urls

    own = {
        tail.partition("/")[0]
        for name, tail in vars(urls).items()
        if name.isupper() and isinstance(tail, str) and tail
    }
    assert own | {"plans", "data"} <= RESERVED


def test_what_the_contract_allows_passes_both_gates(tmp_path: Path, content: Path) -> None:
    """HTML shown as typed is no link and no anchor; names of files may be Chinese; attachments are bytes."""
    overlay(
        content,
        "plans/demo/text/01-aims.zh.md",
        '---\ntitle: 题\n---\n请点击 <a href="foo.html">这里</a>，<div id="main">\n\n见[[file:报告（一）.txt]]、[[file:a.txt|报告]]。\n\n'
        "| 局 | 数 |\n| --- | --- |\n| [[unit:bureau|环境局]] | 2 |\n",
    )
    names = ("报告（一）.txt", "《办法》、附件.csv", "a_b-1.TXT")
    for name in names:
        (content / "files" / name).write_bytes("<a href=x>整改".encode("gbk"))
    evidence = ", ".join(f'{{file: "{name}", title: {{zh: 甲}}}}' for name in names)
    overlay(
        content,
        "plans/demo/items/01.yaml",
        f"measures:\n  - id: m1\n    text: {{zh: 甲}}\n    evidence: [{evidence}]\n",
    )
    site = tmp_path / "site"
    done = run("--content", str(content), "--out", str(site), "--jobs", "1")
    assert done.returncode == 0, done.stderr
    page = (site / "zh/plans/demo/index.html").read_text("utf-8")
    assert "files/报告（一）.txt" in page
    assert "&lt;a href=&quot;foo.html" in page
    for name in names:
        assert (site / "files" / name).read_bytes() == (content / "files" / name).read_bytes()


def test_the_places_of_pages_are_those_of_their_templates() -> None:
    from disclosure.judge.page_anchors import OF_TEMPLATES

    ids = {
        file: set(re.findall(r' id="([a-z0-9-]+)"', (ROOT / "templates" / file).read_text("utf-8")))
        for file in (
            "layouts/base.html", *(f"pages/{kind}.html" for kind in OF_TEMPLATES),
            *(f"partials/{p.name}" for p in (ROOT / "templates/partials").glob("*.html")),
        )
    }  # fmt: skip
    shared = {name for file, names in ids.items() if not file.startswith("pages/") for name in names}
    assert {kind: ids[f"pages/{kind}.html"] | shared for kind in OF_TEMPLATES} == OF_TEMPLATES
