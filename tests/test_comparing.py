"""What a change means: told in both languages, from real repositories, and nothing touched."""

import json
from pathlib import Path

import pytest

from disclosure.comparing import diff
from disclosure.show.meaning_forms import form_meaning
from tests.repos import Repository
from tests.test_build import run
from tests.trees import order

ITEM = "plans/demo/items/01.yaml"
NOTE = "date: 2019-02-01\nplan: demo\nitems: ['01']\nnote: {zh: 更正, en: A correction}\n"
EXTENSION = (
    "extensions:\n  - {from: 2018-12-31, to: 2019-06, date: 2018-12-01, approved_by: bureau, document: 示〔2018〕9号, "
    "reason: {zh: 雨季影响施工, en: Rain held up the work}}\n"
)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit("2018-07-01T09:00:00+08:00")
    return made


def told(repository: Repository, base: str = "HEAD", head: str | None = None, lang: str = "en") -> list[str]:
    """The sentences, object by object, and the summary."""
    found = diff(order(repository.content), base, head).meaning
    assert found is not None
    texts = [t for o in found.objects for t in (o.name, *o.changes, *o.effects)]
    return [text.in_(lang) for text in (*texts, found.summary)]  # type: ignore[arg-type]


def test_an_extension_is_told_as_the_move_of_the_deadline(repository: Repository) -> None:
    repository.write(ITEM, EXTENSION)
    assert told(repository) == [
        "Item 01 Untreated discharge",
        "deadline 2018-12-31 → 2019-06-30, by extension approved by Shifan Environmental Protection Bureau "
        "(示〔2018〕9号): Rain held up the work",
        "last day: 2018-12-31 → 2019-06-30",
        "timeliness: Due soon → Not yet due",
        "1 object; 1 change; ledger +1 (1 of them not committed)",
    ]
    repository.commit("2018-12-02T09:00:00+08:00")
    assert told(repository, "HEAD~1", "HEAD", "zh") == [
        "第 01 项 污水直排",
        "期限 2018-12-31 → 2019-06-30，经示范市环境保护局批准延期（示〔2018〕9号）：雨季影响施工",
        "最后一日：2018-12-31 → 2019-06-30",
        "时限：即将到期 → 未到期",
        "涉及 1 个对象；1 处改动；台账 +1",
    ]


def test_a_deadline_that_moves_without_an_extension_says_so(repository: Repository) -> None:
    repository.swap(ITEM, "2018年底前", "2019年6月底前")
    base = repository.git("rev-parse", "HEAD")
    found = diff(order(repository.content), base, None)
    assert [p.rule.id for p in found.problems] == ["moved-deadline"]
    repository.write("changes/n1.yaml", NOTE)
    assert "note: A correction; no extension on record" in told(repository)[1]
    (repository.content / "changes/n1.yaml").unlink()
    said = told(repository)
    assert said[1].startswith(
        "deadline: By the end of 2018 → By the end of June 2019; no extension on record"
    )
    assert said[-1].endswith("1 change lacks its note or extension; 1 error in the content")


def test_stale_and_mended_translations_are_counted(repository: Repository) -> None:
    repository.swap(ITEM, "消除直排。", "基本消除直排。")
    repository.write("changes/n1.yaml", NOTE)
    repository.commit("2019-02-01T09:00:00+08:00")
    said = told(repository, "HEAD~1", "HEAD")
    assert said[1:] == [
        "goal: 消除直排 → 基本消除直排 (the English has not followed); note: A correction",
        "1 object; 1 change; 1 English field now stale; ledger +1",
    ]
    repository.swap(ITEM, "End untreated", "Basically end untreated")
    said = told(repository)
    assert said[1] == "goal: End untreated → Basically end untreated (English only)"
    assert "1 English field no longer stale" in said[-1]


@pytest.mark.parametrize("change", ["rename", "format"])
def test_what_no_reader_sees_is_no_change(repository: Repository, change: str) -> None:
    if change == "rename":
        repository.git("mv", f"content/{ITEM}", "content/plans/demo/items/01-renamed.yaml")
    else:
        repository.swap(ITEM, "goal:\n  zh: 消除直排。", "# 目标\ngoal:\n  zh: '消除直排。'")
    assert told(repository) == ["nothing published has changed; ledger +0"]


def test_an_item_comes_and_goes(repository: Repository) -> None:
    text = (repository.content / ITEM).read_text("utf-8")
    repository.write("plans/demo/items/02.yaml", text.replace('id: "01"', 'id: "02"'))
    assert told(repository)[:2] == ["Item 02 Untreated discharge", "new: Untreated discharge"]
    repository.commit("2019-02-01T09:00:00+08:00")
    (repository.content / "plans/demo/items/02.yaml").unlink()
    said = told(repository)
    assert said[:2] == ["Item 02 Untreated discharge", "withdrawn: Untreated discharge; no change note"]


def test_what_cannot_be_read_is_an_error_and_no_withdrawal(repository: Repository) -> None:
    repository.swap(ITEM, "goal:", "goal: [")
    found = diff(order(repository.content), "HEAD", None)
    assert [p.anchor.file for p in found.problems] == [ITEM]
    assert told(repository) == ["nothing published has changed; ledger +0; 1 error in the content"]


def test_a_state_that_follows_from_a_report_is_told(repository: Repository) -> None:
    report = "updates:\n  - {id: u1, date: 2018-08-01, by: bureau, reports: completed, text: {zh: 完成。, en: Done.}}\n"
    repository.write(ITEM, report)
    said = told(repository)
    assert said[1].startswith("new report u1: ")
    assert said[2:4] == [
        "state: Not started → Completed, awaiting acceptance",
        "timeliness: Due soon → Done on time",
    ]


def test_a_branch_counts_from_where_it_left(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "other")
    repository.swap(ITEM, "消除直排。", "全部消除直排。")
    repository.write("changes/n1.yaml", NOTE)
    repository.commit("2019-02-01T09:00:00+08:00")
    repository.git("checkout", "-q", "main")
    repository.write(ITEM, EXTENSION)
    repository.commit("2018-12-02T09:00:00+08:00")
    assert told(repository, "other", "main")[-1].endswith("ledger +1")


def test_a_base_before_the_content_and_a_draft(tmp_path: Path) -> None:
    made = Repository(tmp_path / "repository")
    made.content.rename(tmp_path / "kept")
    made.commit("2018-06-01T09:00:00+08:00")
    (tmp_path / "kept").rename(made.content)
    made.write("site.yaml", "public: false\n")
    made.commit("2018-07-01T09:00:00+08:00")
    said = told(made, "HEAD~1", "HEAD")
    assert "new: Untreated discharge" in said
    assert said[-1].endswith("no ledger")


def test_nothing_of_the_repository_is_touched(repository: Repository) -> None:
    repository.swap(ITEM, "消除直排。", "基本消除直排。")

    def state() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in sorted(repository.folder.rglob("*")) if p.is_file()}

    before = state()
    assert told(repository) == told(repository)
    assert state() == before


def test_the_command_answers_in_each_form(repository: Repository) -> None:
    repository.write(ITEM, EXTENSION)
    repository.commit("2018-12-02T09:00:00+08:00")
    words = ("diff", "HEAD~1", "HEAD", "--no-cache", "--content", str(repository.content))
    both = run(*words)
    assert (both.returncode, both.stderr) == (0, "")
    assert "期限 2018-12-31 → 2019-06-30" in both.stdout
    assert "    deadline 2018-12-31 → 2019-06-30" in both.stdout
    assert "期限" not in run(*words, "--lang", "en").stdout
    data = json.loads(run(*words, "--format", "json").stdout)
    assert data["head"] == repository.git("rev-parse", "HEAD")
    assert data["ledger"] == {"added": 1, "pending": 0}
    [one] = data["objects"]
    assert (one["object"], one["changes"][0]["field"]) == ("item/01", "extension/2018-12-01")
    assert one["effects"][0] == {
        "what": "due",
        "old": "2018-12-31",
        "new": "2019-06-30",
        "meaning": {"zh": "最后一日：2018-12-31 → 2019-06-30", "en": "last day: 2018-12-31 → 2019-06-30"},
    }
    assert "### 第 01 项 污水直排 · Item 01 Untreated discharge" in run(*words, "--format", "markdown").stdout


def test_markdown_takes_nothing_of_the_content_for_its_own(repository: Repository) -> None:
    repository.swap(
        ITEM, "End untreated discharge.", "End <b>*untreated*</b> [discharge](https://example.org)."
    )
    found = diff(order(repository.content), "HEAD", None)
    assert found.meaning is not None
    text = form_meaning(found.meaning, "markdown", ("en",), (found.base, None))
    assert r"\<b\>\*untreated\*" in text
    assert r"\[discharge\](https://example.org)" in text


@pytest.mark.parametrize(("base", "code"), [("nowhere", 2), ("--help-me", 2), ("HEAD:content", 2)])
def test_a_base_that_is_no_commit_is_a_wrong_command_line(
    repository: Repository, base: str, code: int
) -> None:
    done = run("diff", "--no-cache", "--lang", "en", "--content", str(repository.content), "--", base)
    assert (done.returncode, "there is no commit" in done.stderr, done.stdout) == (code, True, "")


def test_content_that_cannot_be_read_is_told_and_not_compared(repository: Repository) -> None:
    (repository.content / "site.yaml").write_text("name: [\n", "utf-8")
    done = run("diff", "HEAD", "--no-cache", "--lang", "en", "--content", str(repository.content))
    assert (done.returncode, done.stdout) == (1, "")
    assert "site.yaml:" in done.stderr


def test_what_cannot_be_read_on_the_earlier_side_is_no_sameness(repository: Repository) -> None:
    path = repository.content / ITEM
    whole = path.read_text("utf-8")
    path.write_text("x: [\n" + whole, "utf-8")
    base = repository.commit("2019-01-10T09:00:00+08:00")
    path.write_text(whole.replace("category: water", "category: air"), "utf-8")
    repository.commit("2019-01-11T09:00:00+08:00")
    found = diff(order(repository.content), "HEAD~1", "HEAD")
    assert (found.meaning, found.side) == (None, base)
    assert {p.anchor.file for p in found.problems} == {ITEM}
