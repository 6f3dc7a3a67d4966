"""Addresses are permanent: what is withdrawn leaves a tombstone, what moves leads on, nothing vanishes."""

from pathlib import Path

import pytest

from disclosure.order import Result
from disclosure.pipeline import build
from disclosure.publish.addresses import read_register, register_text
from tests.repos import Repository
from tests.trees import order

ITEM = "id: '02'\nsource_number: 二\ncategory: water\ntitle: {zh: 甲}\nfinding: {zh: 甲}\nlead: [bureau]\ndeadline: 2018年底前\ngoal: {zh: 甲}\nmeasures:\n  - {id: m1, text: {zh: 内部材料甲丙戊庚}}\n"
UPDATE = "updates:\n  - {id: a, date: 2018-09-30, by: bureau, reports: started, text: {zh: 内部材料甲丙戊庚}}\n  - {id: b, date: 2018-10-30, by: bureau, reports: progress, text: {zh: 进展}}\n"
SECOND, FIRST = "plans/demo/items/02.yaml", "plans/demo/items/01.yaml"
TOMBSTONE = (
    "- {{path: '{}', date: 2018-11-01, reason: {{zh: 重复。, en: A duplicate.}}, approved_by: bureau}}\n"
)
NOTE = "date: 2018-11-01\nplan: demo\nitems: ['01']\nnote: {zh: 撤回一条。}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.write(SECOND, ITEM)
    made.write(FIRST, UPDATE)
    made.commit("2018-10-31T09:00:00+08:00")
    return made


def publish(repository: Repository, **options: object) -> tuple[Result, Path]:
    site = repository.folder.parent / "site"
    return build(order(repository.content, **options), site), site


def rules(result: Result) -> list[tuple[str, str]]:
    return [(p.rule.id, p.anchor.file) for p in result.problems if p.is_error]


def page(site: Path, lang: str, tail: str) -> str:
    return (site / lang / tail / "index.html").read_text("utf-8")


def everything(site: Path) -> str:
    return "".join(p.read_text("utf-8", "replace") for p in site.rglob("*") if p.is_file())


def test_an_item_that_is_withdrawn_leaves_a_tombstone(repository: Repository) -> None:
    (repository.content / SECOND).unlink()
    assert rules(publish(repository)[0]) == [("silent-withdrawal", SECOND)]
    repository.write("tombstones.yaml", TOMBSTONE.format("plans/demo/items/02/"))
    repository.commit("2018-11-01T09:00:00+08:00")
    result, site = publish(repository)
    assert rules(result) == []
    for lang, word in (("zh", "重复。"), ("en", "A duplicate.")):
        html = page(site, lang, "plans/demo/items/02/")
        assert word in html
        assert 'content="noindex"' in html
    assert "plans/demo/items/02/" not in (site / "sitemap.xml").read_text("utf-8")
    (entry,) = repository.ledger().entries
    assert (entry.object, entry.field, entry.new, entry.note) == (
        "item/02", "record", None, {"zh": "重复。", "en": "A duplicate."}
    )  # fmt: skip
    assert (
        "内部材料甲丙戊庚"
        not in everything(site / "zh" / "changes") + (site / "data" / "ledger.json").read_text()
    )


def test_a_record_that_is_withdrawn_leaves_its_place_on_the_page(repository: Repository) -> None:
    repository.write(FIRST, UPDATE.split("  - ")[0] + "  - " + UPDATE.split("  - ")[2])
    repository.write("changes/n.yaml", NOTE)
    assert rules(publish(repository)[0]) == [("silent-withdrawal", FIRST)]
    repository.write("tombstones.yaml", TOMBSTONE.format("plans/demo/items/01/#update-a"))
    repository.commit("2018-11-01T09:00:00+08:00")
    result, site = publish(repository)
    assert rules(result) == []
    html = page(site, "zh", "plans/demo/items/01/")
    assert '<li id="update-a">' in html
    assert "重复。" in html
    (entry,) = repository.ledger().entries
    assert list(entry.old) == ["sealed"]
    (repository.content / "changes/n.yaml").unlink()
    assert ("changed-note", "changes/n.yaml") in rules(publish(repository)[0])


def test_what_was_leaked_in_a_text_can_be_sealed_where_it_stood(repository: Repository) -> None:
    repository.write(FIRST, "goal: {zh: 请拨内部材料甲丙戊庚。}\n")
    repository.write("changes/n1.yaml", NOTE)
    repository.commit("2018-11-01T09:00:00+08:00")
    leaked = repository.ledger()
    repository.write(FIRST, "goal: {zh: 消除直排。}\n")
    repository.write("changes/n2.yaml", NOTE)
    repository.write("tombstones.yaml", TOMBSTONE.format("plans/demo/items/01/#goal"))
    repository.commit("2018-11-02T09:00:00+08:00")
    result, site = publish(repository)
    assert rules(result) == []
    data = (site / "data" / "ledger.json").read_text("utf-8")
    assert "内部材料甲丙戊庚" not in data
    assert data.count('"sealed"') == 4
    assert leaked.entries[0].hash in data
    assert "内容已撤回" in page(site, "zh", "changes/")


def test_an_id_that_was_withdrawn_is_not_used_again(repository: Repository) -> None:
    repository.write("tombstones.yaml", TOMBSTONE.format("plans/demo/items/02/"))
    assert rules(publish(repository)[0]) == [("living-tombstone", "tombstones.yaml")]


def test_a_page_that_moved_leads_on(repository: Repository) -> None:
    (repository.content / SECOND).unlink()
    repository.write("plans/demo/items/03.yaml", ITEM.replace("'02'", "'03'"))
    repository.write("redirects.yaml", "plans/demo/items/02/: plans/demo/items/03/\n")
    assert rules(publish(repository)[0]) == [("unexplained-change", SECOND)]
    repository.write("changes/n.yaml", NOTE.replace("['01']", "['02']"))
    result, site = publish(repository)
    assert rules(result) == []
    assert 'content="0; url=../../../../plans/demo/items/03/index.html"' in page(
        site, "zh", "plans/demo/items/02/"
    )


def test_redirects_lead_from_nothing_to_something(repository: Repository) -> None:
    repository.write("redirects.yaml", "old/: units/\n")
    result, site = publish(repository)
    assert rules(result) == []
    html = page(site, "en", "old/")
    assert '<meta http-equiv="refresh" content="0; url=../units/index.html">' in html
    assert '<link rel="canonical" href="https://portal.example.org/en/units/">' in html
    repository.write("redirects.yaml", "units/: notices/\nold/: nowhere/\n")
    result, _ = publish(repository)
    assert rules(result) == [("redirect-end", "redirects.yaml"), ("redirect-end", "redirects.yaml")]
    places = [p.anchor.position for p in result.problems if p.rule.id == "redirect-end"]
    assert [(place.line, place.column) for place in places if place] == [(1, 1), (2, 7)]


def test_the_register_holds_every_address_and_lets_none_go(repository: Repository) -> None:
    publish(repository, register=True)
    register = (repository.content / "addresses.txt").read_text("utf-8")
    known = [address for _, address in read_register(register)]
    assert {"", "plans/demo/items/02/", "units/bureau/", "data/items.json", "changes/"} <= set(known)
    assert not any("embed" in address or "page-" in address for address in known)
    assert known == sorted(known)
    repository.swap("units.yaml", "stranger:", "neighbour:")
    repository.swap("site.yaml", "operator: stranger", "operator: neighbour")
    result, _ = publish(repository)
    assert rules(result) == [("vanished-address", "addresses.txt")]
    (problem,) = [p for p in result.problems if p.is_error]
    assert "units/stranger/" in problem.message("en")
    repository.write("redirects.yaml", "units/stranger/: units/neighbour/\n")
    assert rules(publish(repository, register=True)[0]) == []
    after = [
        address for _, address in read_register((repository.content / "addresses.txt").read_text("utf-8"))
    ]
    assert set(known) < set(after)
    assert "units/neighbour/" in after


def test_a_plan_that_is_withdrawn_leaves_a_tombstone_at_all_its_addresses(tmp_path: Path) -> None:
    made = Repository(tmp_path / "repository")
    for file in ("plan.yaml", "items/01.yaml"):
        made.write(f"plans/second/{file}", (made.content / "plans/demo" / file).read_text("utf-8"))
    made.commit("2018-10-31T09:00:00+08:00")
    publish(made, register=True)
    for path in sorted((made.content / "plans/second").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (made.content / "plans/second").rmdir()
    assert {rule for rule, _ in rules(publish(made)[0])} >= {"silent-withdrawal"}
    made.write("tombstones.yaml", TOMBSTONE.format("plans/second/"))
    result, site = publish(made)
    assert rules(result) == []
    for tail in ("plans/second/", "plans/second/items/01/", "plans/second/status/"):
        assert "重复。" in page(site, "zh", tail)


def test_a_register_reads_as_it_was_written() -> None:
    addresses = ["units/", "", "data/items.json"]
    assert [a for _, a in read_register(register_text(addresses))] == sorted(addresses)
