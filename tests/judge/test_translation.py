"""The state of translations: what follows from the order of changes, and what must raise no alarm."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.judge.stale import Follower, folded
from disclosure.pipeline import build, check
from disclosure.plan.history import Revision
from tests.repos import Repository
from tests.test_build import run
from tests.trees import order

ITEM, SECTION = "plans/demo/items/01.yaml", "plans/demo/text/01-aims.{}.md"
NOTE = "date: 2019-02-01\nplan: demo\nitems: ['01']\ntext: [01-aims]\nnote: {zh: 说明, en: A note}\n"
CHINESE, ENGLISH = "消除直排。", "End untreated discharge."


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit("2018-07-01T09:00:00+08:00")
    return made


def stale(repository: Repository) -> list[tuple[str, str, str]]:
    return sorted(repository.ledger().stale)


def test_a_translation_is_stale_until_it_follows(repository: Repository) -> None:
    repository.swap(ITEM, CHINESE, "基本消除直排。")
    repository.write("changes/n1.yaml", NOTE)
    repository.commit("2019-02-01T09:00:00+08:00")
    assert stale(repository) == [("demo", "item/01", "goal")]
    repository.swap(ITEM, "基本消除直排。", "到2019年基本消除直排。")
    repository.write("changes/n2.yaml", NOTE)
    repository.commit("2019-02-02T09:00:00+08:00")
    passages = repository.ledger().stale["demo", "item/01", "goal"]
    assert [(p.old, p.new) for p in passages] == [
        (CHINESE, "基本消除直排。"),
        ("基本消除直排。", "到2019年基本消除直排。"),
    ]
    repository.swap(ITEM, ENGLISH, "Basically end untreated discharge by 2019.")
    assert stale(repository) == []
    repository.commit("2019-02-03T09:00:00+08:00")
    assert stale(repository) == []
    assert [p.rule.id for p in repository.problems() if p.is_error] == []


def test_a_change_of_both_at_once_is_current(repository: Repository) -> None:
    repository.swap(ITEM, CHINESE, "基本消除直排。")
    repository.swap(ITEM, ENGLISH, "Basically end untreated discharge.")
    repository.commit("2019-02-01T09:00:00+08:00")
    assert stale(repository) == []


@pytest.mark.parametrize(
    "chinese", ["消除直排 。", "消除直排｡", "|\n    消除\n    直排。", '"消除直排。"', ">-\n    消除直排。"]
)
def test_another_way_of_writing_the_same_raises_no_alarm(repository: Repository, chinese: str) -> None:
    repository.swap(ITEM, f"zh: {CHINESE}", f"zh: {chinese}")
    repository.commit("2019-02-01T09:00:00+08:00")
    assert stale(repository) == []


def test_a_text_that_is_wrapped_anew_raises_no_alarm(repository: Repository) -> None:
    path = repository.content / SECTION.format("zh")
    head, _, body = path.read_text("utf-8").rpartition("---\n")
    path.write_text(f"{head}---\n\n\n" + "\n".join(body.replace("，", "，\n").split("\n")) + "\n", "utf-8")
    repository.commit("2019-02-01T09:00:00+08:00")
    assert stale(repository) == []
    assert repository.ledger().entries == ()


def test_a_section_is_stale_by_its_own_file(repository: Repository) -> None:
    path = repository.content / SECTION.format("zh")
    path.write_text(path.read_text("utf-8") + "\n新增一段。\n", "utf-8")
    repository.write("changes/n1.yaml", NOTE)
    repository.commit("2019-02-01T09:00:00+08:00")
    assert stale(repository) == [("demo", "section/01-aims", "body")]
    other = repository.content / SECTION.format("en")
    other.write_text(other.read_text("utf-8") + "\nA new paragraph.\n", "utf-8")
    repository.commit("2019-02-02T09:00:00+08:00")
    assert stale(repository) == []


def test_a_translation_that_is_taken_away_is_missing_and_not_stale(repository: Repository) -> None:
    repository.swap(ITEM, CHINESE, "基本消除直排。")
    repository.swap(ITEM, f"  en: {ENGLISH}\n", "")
    repository.commit("2019-02-01T09:00:00+08:00")
    assert stale(repository) == []


words = st.text(alphabet="整改目标ab1，。 \n", max_size=8)


@given(st.lists(st.tuples(words, words), min_size=2, max_size=8))
def test_following_is_idempotent_and_blind_to_writing(states: list[tuple[str, str]]) -> None:
    """A revision that only writes the same differently changes no state, wherever it comes."""

    def follow(pairs: list[tuple[str, str]]) -> set[tuple[str, str, str]]:
        follower = Follower()
        for n, (before, after) in enumerate(pairwise(pairs)):
            old, new = ({"zh": zh, "en": en} for zh, en in (before, after))
            follower.follow(Revision(moment=n, plan="", object="x", field="goal", old=old, new=new, file=""))
        return set(follower.stale)

    spaced = [pair for zh, en in states for pair in ((zh, en), (f" {zh}\n", en.replace(" ", "\n")))]
    assert follow(spaced) == follow(states)
    assert follow([*states, states[-1]]) == follow(states)


def test_full_and_half_width_are_folded_alike() -> None:
    assert folded("目标（35），\n 按期") == folded("目标(35),按期")


def test_the_reader_is_told_and_the_editor_shown_the_place(repository: Repository, tmp_path: Path) -> None:
    repository.swap(ITEM, CHINESE, "基本消除直排。")
    repository.write("changes/n1.yaml", NOTE)
    repository.swap(
        ITEM,
        "    text:\n      zh: 排查管网。\n      en: Survey the pipes.",
        "    text:\n      zh: 排查管网。",
    )
    repository.swap(ITEM, "  en: Untreated discharge", "  en: Untreated discharge\n  en_by: machine")
    repository.commit("2019-02-01T09:00:00+08:00")
    found = check(order(repository.content, translation=True)).problems
    places = [(p.anchor.file, p.anchor.position.line, p.message("en")) for p in found if p.anchor.position]
    assert places == [
        (ITEM, 6, "“title” was translated by a machine"),
        (ITEM, 15, "“goal” has not followed its Chinese: 消除直排 → 基本消除直排"),
        (ITEM, 19, "“measure m1, text” has no English"),
    ]
    site = tmp_path / "site"
    assert not build(order(repository.content), site).is_refused
    page = (site / "en/plans/demo/items/01/index.html").read_text("utf-8")
    assert "has changed since it was translated" in page
    assert "<ins>基本</ins>消除直排。" in page
    assert "Translated by a machine" in page
    assert (
        "has changed since it was translated" not in (site / "zh/plans/demo/items/01/index.html").read_text()
    )
    whole = (site / "en/translation/index.html").read_text("utf-8")
    for heading in ("Out of date", "Machine translations", "Not translated"):
        assert heading in whole


def test_check_lists_translations_only_when_asked(repository: Repository) -> None:
    repository.swap(ITEM, f"  en: {ENGLISH}\n", "")
    repository.commit("2019-02-01T09:00:00+08:00")
    assert "translation-state" not in run("check", "--content", str(repository.content)).stderr
    done = run("check", "--content", str(repository.content), "--translation")
    assert (done.returncode, "items/01.yaml:13:" in done.stderr) == (0, True)
    assert "[translation-state]" in done.stderr


def test_all_texts_are_looked_at(repository: Repository) -> None:
    """Also those that stand on no page of their own."""
    repository.write("site.yaml", "channels:\n  - {id: post, name: {zh: 信箱}, kind: post, value: 1号}\n")
    repository.write("units.yaml", "hall:\n  name: {zh: 大厅, en: Hall, en_by: machine}\n  kind: other\n")
    repository.write(
        "glossary.yaml", "closure:\n  term: {zh: 销号, en: Closure}\n  definition: {zh: 办结。}\n"
    )
    repository.write("changes/n1.yaml", "date: 2018-12-01\nplan: demo\nitems: ['01']\nnote: {zh: 更正}\n")
    stone = "- {path: plans/demo/items/09/, date: 2018-12-01, reason: {zh: 重复}, approved_by: bureau}\n"
    repository.write("tombstones.yaml", stone)
    found = check(order(repository.content, translation=True)).problems
    told = {p.anchor.file: p.message("en") for p in found if p.rule.id == "translation-state"}
    assert told == {
        "site.yaml": "“channel post, name” has no English",
        "units.yaml": "“name” was translated by a machine",
        "glossary.yaml": "“definition” has no English",
        "changes/n1.yaml": "“change note” has no English",
        "tombstones.yaml": "“reason” has no English",
    }


def test_a_note_may_say_that_the_english_stands(repository: Repository) -> None:
    """For what it names, up to its own commit; what changes later is stale again."""
    repository.swap(ITEM, CHINESE, "消除污水直排。")
    repository.write("changes/n1.yaml", NOTE)
    repository.commit("2019-02-01T09:00:00+08:00")
    assert stale(repository) == [("demo", "item/01", "goal")]
    words = NOTE.replace("items: ['01']\ntext: [01-aims]", "records: ['01/goal']") + "english_stands: true\n"
    repository.write("changes/n2.yaml", words.replace("01/goal", "01/title"))
    assert stale(repository) == [("demo", "item/01", "goal")]
    repository.write("changes/n2.yaml", words)
    assert stale(repository) == []
    repository.commit("2019-02-02T09:00:00+08:00")
    assert stale(repository) == []
    repository.swap(ITEM, "消除污水直排。", "基本消除污水直排。")
    repository.write("changes/n3.yaml", NOTE)
    repository.commit("2019-02-03T09:00:00+08:00")
    passages = repository.ledger().stale["demo", "item/01", "goal"]
    assert [p.new for p in passages] == ["基本消除污水直排。"]
    assert [p.rule.id for p in repository.problems() if p.is_error] == []
