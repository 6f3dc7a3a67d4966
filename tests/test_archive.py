"""Old editions: the site as it stood at a commit or on a day, which says that it is not the latest."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from disclosure.archive import build_edition
from disclosure.pipeline import build
from disclosure.publish.addresses import REGISTER
from tests.repos import Repository
from tests.test_build import run, tree
from tests.trees import order

ITEM, PAGE = "plans/demo/items/01.yaml", "plans/demo/items/01/index.html"
NOTE = "date: 2018-10-01\nplan: demo\nitems: ['01']\nnote: {zh: 更正, en: A correction}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A goal that changed between two commits."""
    made = Repository(tmp_path / "repository")
    made.commit("2018-07-01T09:00:00+08:00")
    made.swap(ITEM, "消除直排。", "基本消除直排。")
    made.swap(ITEM, "End untreated", "Basically end untreated")
    made.write("changes/2018-10-01-goal.yaml", NOTE)
    made.commit("2018-10-01T09:00:00+08:00")
    return made


def banner(page: Path) -> str:
    """The words of the banner of an old edition, empty without one."""
    found = re.search(r'<aside class="banner edition".*?</aside>', page.read_text("utf-8"), re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[0]) if found else ""


def test_a_commit_gives_the_site_as_it_stood(repository: Repository, tmp_path: Path) -> None:
    before = tree(repository.folder)
    first = repository.git("rev-parse", "HEAD~1")
    result = build_edition(order(repository.content), "HEAD~1", tmp_path / "then")
    assert not result.is_refused
    page = tmp_path / "then/en" / PAGE
    assert "End untreated discharge." in page.read_text("utf-8")
    assert f"the content of commit {first[:10]}, as it stood on 31 December 2018" in banner(page)
    assert 'href="https://portal.example.org/en/plans/demo/items/01/" target="_top"' in page.read_text(
        "utf-8"
    )
    assert '<meta name="robots" content="noindex">' in page.read_text("utf-8")
    assert json.loads((tmp_path / "then/data/ledger.json").read_text("utf-8"))["entries"] == []
    assert tree(repository.folder) == before


def test_the_last_commit_is_no_old_edition(repository: Repository, tmp_path: Path) -> None:
    repository.swap(ITEM, "污水直排", "未提交")
    assert not build_edition(order(repository.content), "main", tmp_path / "now").is_refused
    page = tmp_path / "now/zh" / PAGE
    assert "未提交" not in page.read_text("utf-8")
    assert banner(page) == ""
    assert "noindex" not in page.read_text("utf-8")


def test_every_page_of_both_languages_says_it(repository: Repository, tmp_path: Path) -> None:
    assert not build_edition(order(repository.content), "HEAD~1", tmp_path / "then").is_refused
    pages = [p for lang in ("zh", "en") for p in (tmp_path / "then" / lang).rglob("*.html")]
    assert len(pages) > 40
    assert [str(p) for p in pages if not banner(p)] == []
    assert banner(tmp_path / "then/zh/index.html").startswith("这不是最新版本。")


def test_the_link_leads_to_the_address_of_today(repository: Repository, tmp_path: Path) -> None:
    """Also where the site has moved since, and the edition has an address of its own."""
    repository.swap("site.yaml", "https://portal.example.org", "https://new.example.org")
    asked = order(repository.content, base_url="https://new.example.org/editions/2018")
    assert not build_edition(asked, "HEAD~1", tmp_path / "then").is_refused
    text = (tmp_path / "then/zh" / PAGE).read_text("utf-8")
    assert 'href="https://new.example.org/zh/plans/demo/items/01/" target="_top"' in text
    assert (
        '<link rel="canonical" href="https://new.example.org/editions/2018/zh/plans/demo/items/01/">' in text
    )


@pytest.mark.parametrize(
    ("fixed", "asked", "is_old"),
    [
        ("2018-12-31", date(2018, 9, 30), True),
        ("2018-12-31", date(2018, 12, 31), False),
        ("2018-12-31", date(2019, 6, 30), False),
        ("today", date(2018, 12, 29), True),
        # The day before is still today somewhere, and a build in such a zone makes no old edition.
        ("today", date(2018, 12, 30), False),
    ],
)
def test_a_day_of_the_past_is_an_old_edition(
    repository: Repository, tmp_path: Path, fixed: str, asked: date, is_old: bool
) -> None:
    repository.write("site.yaml", f"as_of: {fixed}\n")
    assert not build(order(repository.content, as_of=asked), tmp_path / "then").is_refused
    assert bool(banner(tmp_path / "then/en" / PAGE)) is is_old


def test_today_is_the_day_of_the_commit(repository: Repository, tmp_path: Path) -> None:
    repository.write("site.yaml", "as_of: today\n")
    repository.commit("2018-11-05T23:30:00+08:00")
    repository.commit("2018-11-20T09:00:00+08:00")
    result = build_edition(order(repository.content), "HEAD~1", tmp_path / "then")
    assert result.registry is not None
    assert (result.registry.as_of, result.registry.is_current) == (date(2018, 11, 5), False)


def test_addresses_that_came_later_are_no_fault(repository: Repository, tmp_path: Path) -> None:
    head = "---\ntitle: 公告\ndate: 2018-12-01\n---\n正文。\n"
    repository.write("notices/2018-12-01-news.zh.md", head)
    asked = order(repository.content, register=True)
    assert not build(asked, tmp_path / "now").is_refused
    register = (repository.content / REGISTER).read_bytes()
    assert b"2018-12-01-news" in register
    result = build(order(repository.content, as_of=date(2018, 9, 30)), tmp_path / "then")
    assert [p.message("en") for p in result.problems if p.is_error] == []
    assert not build_edition(order(repository.content, register=True), "HEAD~1", tmp_path / "old").is_refused
    assert (repository.content / REGISTER).read_bytes() == register


def test_the_same_commit_gives_the_same_bytes(repository: Repository, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert not build(order(repository.content, cache=cache), tmp_path / "now").is_refused
    assert not build_edition(order(repository.content, cache=cache), "HEAD~1", tmp_path / "a").is_refused
    assert not build_edition(order(repository.content), "HEAD~1", tmp_path / "b").is_refused
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_the_command(repository: Repository, tmp_path: Path) -> None:
    words = ("--no-cache", "--lang", "en", "--content", str(repository.content))
    done = run("--commit", "HEAD~1", "--out", str(tmp_path / "then"), *words)
    assert (done.returncode, banner(tmp_path / "then/en" / PAGE) != "") == (0, True)
    assert run("--commit", "HEAD~1", *words).returncode == 2
    done = run("--commit", "nowhere", "--out", str(tmp_path / "x"), *words)
    assert (done.returncode, "there is no commit “nowhere”" in done.stderr) == (2, True)
    assert not (tmp_path / "x").exists()


def test_faults_of_an_old_commit_are_told_with_its_own_lines(repository: Repository, tmp_path: Path) -> None:
    repository.swap(ITEM, "lead: [bureau]", "lead: [bureua]")
    broken = repository.commit("2018-11-01T09:00:00+08:00")
    repository.swap(ITEM, "lead: [bureua]", "# mended\nlead: [bureau]")
    repository.commit("2018-11-02T09:00:00+08:00")
    words = ("--no-cache", "--lang", "en", "--content", str(repository.content))
    done = run("--commit", broken, "--out", str(tmp_path / "then"), *words)
    assert done.returncode == 1
    assert f"{broken[:10]}:content/{ITEM}:" in done.stderr
    assert "    lead: [bureua]" in done.stderr
    assert not (tmp_path / "then").exists()
