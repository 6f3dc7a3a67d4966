"""What a history becomes, on real repositories: nothing here is a stand-in for git."""

import shutil
from pathlib import Path

import pytest

from disclosure.past.annals import HistoryMissing
from tests.repos import Repository, told

ITEM = "plans/demo/items/01.yaml"
GOAL = "消除直排。"
NOTE = "date: 2019-02-01\nplan: demo\nitems: ['01']\nnote: {zh: 说明, en: A note}\n"
UPDATE = "updates:\n  - {id: a, date: 2018-09-30, by: bureau, reports: started, text: {zh: 已启动。}}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit("2018-07-01T09:00:00+08:00")
    return made


def reword(repository: Repository, goal: str, note: str = "") -> None:
    """Change the goal of item 01 and, where a name is given, explain it."""
    path = repository.content / ITEM
    lines = path.read_text("utf-8").split("\n")
    place = lines.index("goal:") + 1
    lines[place] = f"  zh: {goal}"
    path.write_text("\n".join(lines), "utf-8")
    if note:
        repository.write(f"changes/{note}.yaml", NOTE)


def rules(repository: Repository, **options: object) -> list[str]:
    return sorted({p.rule.id for p in repository.problems(**options) if p.is_error})


def test_nothing_has_changed_when_it_was_published(repository: Repository) -> None:
    ledger = repository.ledger()
    assert ledger.entries == ()
    assert str(ledger.begins_on) == "2018-07-01"
    assert len(ledger.head) == 64


def test_a_change_is_told_with_both_values_its_day_and_its_note(repository: Repository) -> None:
    reword(repository, "基本消除直排。", "n1")
    commit = repository.commit("2019-02-01T23:30:00-05:00")
    (entry,) = repository.ledger().entries
    assert (entry.n, entry.plan, entry.object, entry.field) == (1, "demo", "item/01", "goal")
    assert entry.old == {"zh": GOAL, "en": "End untreated discharge."}
    assert entry.new == {"zh": "基本消除直排。", "en": "End untreated discharge."}
    assert entry.note == {"zh": "说明", "en": "A note"}
    assert (entry.day.isoformat(), entry.commit) == ("2019-02-02", commit)  # in the zone of the site
    assert rules(repository) == []


def test_an_addition_needs_no_note_and_never_gets_a_later_one(repository: Repository) -> None:
    repository.write(ITEM, UPDATE)
    repository.commit("2019-01-10T12:00:00+08:00")
    before = repository.ledger()
    assert told(before) == [("2019-01-10", "item/01", "update/a")]
    assert rules(repository) == []
    reword(repository, "基本消除直排。", "n1")
    repository.commit("2019-02-01T12:00:00+08:00")
    after = repository.ledger()
    assert after.entries[0] == before.entries[0]
    assert after.entries[1].note is not None


def test_how_a_file_is_written_is_no_change(repository: Repository) -> None:
    path = repository.content / ITEM
    text = path.read_text("utf-8")
    text = text.replace(f"zh: {GOAL}", f'zh: "{GOAL}"').replace("category: water\n", "")
    text = text.replace("id:", "# 说明\nid:", 1) + "# 末尾\ncategory: 'water'\n"
    path.write_text("\ufeff" + text.replace("\n", "\r\n"), "utf-8")
    repository.commit("2019-01-10T12:00:00+08:00")
    assert repository.ledger().entries == ()


def test_a_renamed_file_keeps_its_history(repository: Repository) -> None:
    reword(repository, "基本消除直排。", "n1")
    repository.commit("2019-02-01T12:00:00+08:00")
    old, new = repository.content / ITEM, repository.content / "plans/demo/items/first.yaml"
    old.rename(new)
    repository.commit("2019-02-02T12:00:00+08:00")
    assert len(repository.ledger().entries) == 1
    new.write_text(new.read_text("utf-8").replace("基本消除", "大部消除"), "utf-8")
    shutil.move(new, old)
    repository.write("changes/n2.yaml", NOTE)
    repository.commit("2019-02-03T12:00:00+08:00")
    assert told(repository.ledger())[1:] == [("2019-02-03", "item/01", "goal")]


def test_a_squash_before_publication_changes_nothing(repository: Repository, tmp_path: Path) -> None:
    start = repository.git("rev-parse", "HEAD")
    repository.write(ITEM, UPDATE)
    repository.commit("2019-02-01T09:00:00+08:00")
    reword(repository, "基本消除直排。", "n1")
    repository.commit("2019-02-01T10:00:00+08:00")
    apart = repository.ledger()
    repository.git("reset", "-q", "--soft", start)
    repository.commit("2019-02-01T18:00:00+08:00")
    squashed = repository.ledger()
    assert {(e.object, e.field, str(e.new)) for e in apart.entries} == {
        (e.object, e.field, str(e.new)) for e in squashed.entries
    }
    assert [e.day for e in squashed.entries] == [e.day for e in apart.entries]


def test_a_note_squashed_into_its_change_gives_the_same_chain(repository: Repository) -> None:
    start = repository.git("rev-parse", "HEAD")
    reword(repository, "基本消除直排。")
    repository.commit("2019-02-01T09:00:00+08:00")
    assert rules(repository) == ["unexplained-change"]
    repository.write("changes/n1.yaml", NOTE)
    repository.commit("2019-02-01T10:00:00+08:00")
    apart = repository.ledger().head
    repository.git("reset", "-q", "--soft", start)
    repository.commit("2019-02-01T18:00:00+08:00")
    assert repository.ledger().head == apart


def test_a_rebase_gives_the_same_chain(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "work")
    reword(repository, "基本消除直排。", "n1")
    repository.commit("2019-02-01T09:00:00+08:00")
    before = repository.ledger()
    repository.git("checkout", "-q", "main")
    (repository.folder / "README").write_text("not content\n")
    repository.commit("2019-01-20T09:00:00+08:00")
    repository.git("checkout", "-q", "work")
    repository.git("rebase", "-q", "--committer-date-is-author-date", "main")
    after = repository.ledger()
    assert after.head == before.head
    assert after.entries[0].commit != before.entries[0].commit


def test_a_merge_counts_once_by_the_day_on_which_it_came_to_the_main_line(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "work")
    reword(repository, "改了一次。", "n1")
    repository.commit("2019-02-01T09:00:00+08:00")
    reword(repository, "改了两次。", "n2")
    repository.commit("2019-02-02T09:00:00+08:00")
    repository.git("checkout", "-q", "main")
    repository.write(ITEM, UPDATE + (repository.content / ITEM).read_text("utf-8"))
    repository.commit("2019-02-03T09:00:00+08:00")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "work", at="2019-02-04T09:00:00+08:00")
    assert told(repository.ledger()) == [
        ("2019-02-03", "item/01", "update/a"),
        ("2019-02-04", "item/01", "goal"),
    ]


def test_a_revert_is_a_change_of_its_own(repository: Repository) -> None:
    reword(repository, "基本消除直排。", "n1")
    repository.commit("2019-02-01T09:00:00+08:00")
    reword(repository, GOAL)
    repository.commit("2019-02-05T09:00:00+08:00")
    assert [(e.old["zh"], e.new["zh"]) for e in repository.ledger().entries] == [
        (GOAL, "基本消除直排。"),
        ("基本消除直排。", GOAL),
    ]
    assert rules(repository) == ["unexplained-change"]
    repository.write("changes/n2.yaml", NOTE)
    assert rules(repository) == []


def test_two_changes_of_one_day_are_two_entries_in_order(repository: Repository) -> None:
    for number, hour in enumerate(("09", "15"), 1):
        reword(repository, f"第{number}次。", f"n{number}")
        repository.commit(f"2019-02-01T{hour}:00:00+08:00")
    entries = repository.ledger().entries
    assert [e.day.isoformat() for e in entries] == ["2019-02-01", "2019-02-01"]
    assert [e.new["zh"] for e in entries] == ["第1次。", "第2次。"]


def test_a_clock_that_ran_behind_is_moved_up_and_said(repository: Repository) -> None:
    reword(repository, "第1次。", "n1")
    repository.commit("2019-02-10T09:00:00+08:00")
    reword(repository, "第2次。", "n2")
    repository.commit("2019-01-01T09:00:00+08:00")
    reword(repository, "第3次。", "n3")
    repository.commit("2019-03-01T09:00:00+08:00")
    entries = repository.ledger().entries
    assert [e.day.isoformat() for e in entries] == ["2019-02-10", "2019-02-10", "2019-03-01"]
    assert [e.is_clamped for e in entries] == [False, True, False]


def test_a_note_explains_what_came_before_it_and_nothing_after(repository: Repository) -> None:
    reword(repository, "第1次。")
    repository.commit("2019-02-01T09:00:00+08:00")
    repository.write("changes/n1.yaml", NOTE)
    repository.commit("2019-02-02T09:00:00+08:00")
    reword(repository, "第2次。")
    repository.commit("2019-02-03T09:00:00+08:00")
    assert [bool(e.note) for e in repository.ledger().entries] == [True, False]
    (problem,) = [p for p in repository.problems() if p.is_error]
    place = problem.anchor.position
    assert (problem.anchor.file, place.line if place else 0) == (ITEM, 13)
    assert "2019-02-03" in problem.message("en")


def test_a_broken_version_was_never_published(repository: Repository) -> None:
    path = repository.content / ITEM
    good = path.read_text("utf-8")
    path.write_text(good + "goal: [\n", "utf-8")
    repository.commit("2019-02-01T09:00:00+08:00")
    path.write_text(good, "utf-8")
    repository.commit("2019-02-02T09:00:00+08:00")
    assert repository.ledger().entries == ()


def test_a_shallow_clone_knows_nothing_and_says_so(repository: Repository, tmp_path: Path) -> None:
    reword(repository, "基本消除直排。", "n1")
    repository.commit("2019-02-01T09:00:00+08:00")
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "shallow"))
    shallow = Repository(tmp_path / "shallow")
    ledger = shallow.ledger()
    assert (ledger.state, ledger.entries, ledger.head, ledger.begins_on) == ("shallow", (), "", None)
    with pytest.raises(HistoryMissing) as raised:
        shallow.ledger(mode="require")
    assert raised.value.state == "shallow"


def test_without_a_repository_nothing_is_known(tmp_path: Path) -> None:
    made = Repository(tmp_path / "repository")
    shutil.rmtree(made.folder / ".git")
    assert made.ledger().state == "no-repository"


def test_what_no_commit_holds_is_no_history(tmp_path: Path) -> None:
    made = Repository(tmp_path / "repository")
    assert made.ledger().state == "untracked"
    (made.folder / "README").write_text("x")
    made.git("add", "README")
    made.git("commit", "-q", "-m", "without the content")
    assert made.ledger().state == "untracked"


def test_git_that_is_missing_is_no_history(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert repository.ledger().state == "no-git"


def test_the_history_can_be_left_out(repository: Repository) -> None:
    assert repository.ledger(mode="off").state == "off"


def test_nobodys_settings_change_what_is_read(repository: Repository) -> None:
    reword(repository, "基本消除直排。", "n1")
    repository.commit("2019-02-01T09:00:00+08:00")
    plain = repository.ledger()
    for name, value in (
        ("log.showSignature", "true"), ("diff.renames", "copies"), ("core.quotePath", "true"), ("log.date", "iso"),
        ("diff.noprefix", "true"), ("log.follow", "true"), ("color.ui", "always"), ("log.decorate", "full"),
    ):  # fmt: skip
        repository.git("config", name, value)
    assert repository.ledger() == plain


def test_a_replaced_commit_is_not_the_real_one(repository: Repository) -> None:
    reword(repository, "基本消除直排。", "n1")
    commit = repository.commit("2019-02-01T09:00:00+08:00")
    plain = repository.ledger()
    reword(repository, "另一种说法。")
    repository.git("add", "-A")
    repository.git("commit", "-q", "--amend", "-m", "other", at="2019-02-01T09:00:00+08:00")
    forged = repository.git("rev-parse", "HEAD")
    repository.git("reset", "-q", "--hard", commit)
    repository.git("replace", commit, forged)
    assert repository.ledger() == plain


def test_a_site_counts_as_published_from_the_commit_that_says_so(tmp_path: Path) -> None:
    made = Repository(tmp_path / "repository")
    made.write("site.yaml", "public: false\n")
    made.commit("2018-07-01T09:00:00+08:00")
    reword(made, "起草中的目标。")
    made.commit("2018-07-02T09:00:00+08:00")
    assert (made.ledger().begins_on, made.ledger().entries, rules(made)) == (None, (), [])
    made.write("site.yaml", "public: true\n")
    made.commit("2018-07-03T09:00:00+08:00")
    assert (str(made.ledger().begins_on), rules(made)) == ("2018-07-03", [])
    reword(made, "改过的目标。")
    made.commit("2018-07-04T09:00:00+08:00")
    assert told(made.ledger()) == [("2018-07-04", "item/01", "goal")]
    made.write("site.yaml", "public: false\n")
    made.commit("2018-07-05T09:00:00+08:00")
    assert str(made.ledger().begins_on) == "2018-07-03"
    assert rules(made) == ["unexplained-change"]


def test_production_refuses_what_no_commit_holds(repository: Repository) -> None:
    repository.write(ITEM, UPDATE)
    found = {p.rule.id: p.anchor.file for p in repository.problems(production=True)}
    assert found["uncommitted"] == ITEM
    assert "uncommitted" not in rules(repository)
    repository.commit("2019-01-10T12:00:00+08:00")
    assert "uncommitted" not in rules(repository, production=True)


def test_what_no_commit_holds_is_shown_and_not_chained(repository: Repository) -> None:
    reword(repository, "基本消除直排。")
    ledger = repository.ledger()
    assert ledger.entries == ()
    assert [(p.field, p.new["zh"]) for p in ledger.pending] == [("goal", "基本消除直排。")]
    assert rules(repository) == ["unexplained-change"]
    assert rules(repository, preview=True) == []


@pytest.mark.parametrize("form", ["off", "combined", "dense-combined", "separate"])
def test_no_setting_hides_what_a_merge_itself_changed(repository: Repository, form: str) -> None:
    repository.git("checkout", "-q", "-b", "side")
    repository.write("pages/more.zh.md", "---\ntitle: 更多\n---\n甲\n")
    repository.commit("2019-01-20T12:00:00+08:00")
    repository.git("checkout", "-q", "main")
    repository.commit("2019-01-21T12:00:00+08:00")
    repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
    reword(repository, "基本消除直排。")
    repository.commit("2019-01-22T12:00:00+08:00")
    repository.git("config", "log.diffMerges", form)
    assert ("2019-01-22", "item/01", "goal") in told(repository.ledger())


def test_no_setting_changes_how_the_log_is_written(repository: Repository) -> None:
    reword(repository, "基本消除直排。")
    repository.commit("2019-01-22T12:00:00+08:00")
    before = repository.ledger()
    repository.git("config", "i18n.logOutputEncoding", "UTF-16")
    repository.git("config", "color.ui", "always")
    assert repository.ledger() == before


def test_a_graft_cuts_off_no_past(repository: Repository) -> None:
    reword(repository, "基本消除直排。")
    commit = repository.commit("2019-01-22T12:00:00+08:00")
    grafts = repository.folder / ".git" / "info" / "grafts"
    grafts.parent.mkdir(exist_ok=True)
    grafts.write_text(f"{commit}\n")
    assert len(repository.ledger().entries) == 1


def test_damaged_objects_are_no_folder_that_was_never_committed(repository: Repository) -> None:
    for path in (repository.folder / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"\n")
    assert repository.ledger().state == "no-git"


HIDING = {
    "a mark": lambda r: r.git("update-index", "--assume-unchanged", f"content/{ITEM}"),
    "a mark of sparse folders": lambda r: r.git("update-index", "--skip-worktree", f"content/{ITEM}"),
    "a filter": lambda r: (
        (r.folder / ".git" / "info").mkdir(exist_ok=True),
        (r.folder / ".git" / "info" / "attributes").write_text("*.yaml filter=f\n"),
        r.git("config", "filter.f.clean", "sed s/基本消除/消除/"),
    ),
}


@pytest.mark.parametrize("way", HIDING)
def test_what_git_does_not_tell_is_uncommitted_all_the_same(repository: Repository, way: str) -> None:
    HIDING[way](repository)
    reword(repository, "基本消除直排。")
    ledger = repository.ledger()
    assert ledger.uncommitted == (ITEM,)
    assert [p.field for p in ledger.pending] == ["goal"]


def test_an_ignored_file_is_uncommitted(repository: Repository) -> None:
    (repository.folder / ".gitignore").write_text("02.yaml\n")
    repository.commit("2019-01-22T12:00:00+08:00")
    item = (repository.content / ITEM).read_text("utf-8").replace('id: "01"', 'id: "02"')
    (repository.content / "plans/demo/items/02.yaml").write_text(item, "utf-8")
    assert repository.ledger().uncommitted == ("plans/demo/items/02.yaml",)


def test_ends_of_lines_that_git_converts_are_no_difference(repository: Repository) -> None:
    path = repository.content / ITEM
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    repository.git("config", "core.autocrlf", "true")
    repository.git("add", "-A")
    assert repository.ledger().uncommitted == ()


def test_a_moved_deadline_is_told_once_and_no_note_is_asked_for(repository: Repository) -> None:
    repository.write(ITEM, "deadline: 2019年底前\n")
    repository.commit("2019-01-22T12:00:00+08:00")
    found = rules(repository)
    assert [r for r in found if r in ("moved-deadline", "unexplained-change")] == ["moved-deadline"]


def test_a_note_that_is_missing_is_asked_for_by_the_lines_to_copy(repository: Repository) -> None:
    reword(repository, "基本消除直排。")
    (problem,) = [p for p in repository.problems() if p.rule.id == "unexplained-change"]
    assert dict(problem.facts)["naming"] == 'plan: demo, items: ["01"]'
    assert dict(problem.facts)["object_zh"] == "第 01 项"


def test_what_cannot_be_read_is_to_be_mended_and_not_explained(repository: Repository) -> None:
    repository.write(ITEM, UPDATE)
    repository.commit("2019-01-10T12:00:00+08:00")
    repository.swap(ITEM, "date: 2018-09-30", "date: 2018-09-31")
    assert rules(repository) == ["wrong-day"]
