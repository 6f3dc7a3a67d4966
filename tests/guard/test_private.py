"""The privacy gate: what it must find however it is written, and what it must leave alone."""

import random
from collections import Counter
from pathlib import Path

import pytest

from disclosure.ground.problems import Problem
from disclosure.guard.attachments import check_attachment
from disclosure.guard.checksums import is_bank_card, is_credit_code, is_old_resident_id, is_resident_id
from disclosure.guard.fix import mask_private
from disclosure.guard.masks import cover
from disclosure.guard.permits import Permits
from disclosure.guard.private import find_private, hide
from disclosure.guard.scan import scan_name, scan_output, scan_source
from tests.guard import files
from tests.guard.harmless import documents
from tests.guard.makers import BESIDES, KINDS, WAYS, Chance, bank_card, resident_id
from tests.trees import copy_base, problems_of

NOBODY = Permits()
ALL = {**KINDS, **BESIDES}
PLACES = ("attachment", "name", "metadata")


def planted(kind: str, way: str, seed: int) -> tuple[str, str]:
    """A value of a kind written in a way, and the sentence that holds it."""
    chance = random.Random(f"{kind}-{way}-{seed}")
    make, frame, _ = ALL[kind]
    value = make(chance)
    written = WAYS[way](value, chance) if way in WAYS else value
    return value, f"前文，{frame.format(written)}后文，2018-06-21。"


def found_in_text(kind: str, way: str, seed: int) -> bool:
    _, text = planted(kind, way, seed)
    return bool({f.rule.id for f in find_private(text)} & set(ALL[kind][2]))


def found_elsewhere(kind: str, place: str, seed: int) -> bool:
    """Whether it is found in a file's text, name or properties; the kinds of file take turns."""
    value, text = planted(kind, place, seed)
    if place == "name":
        problems = scan_name(
            f"files/材料_{value}_{seed}.pdf" if kind != "contact" else f"files/微信{value}.pdf", NOBODY
        )
    elif place == "attachment":
        made = (
            ("a.docx", files.docx(text)),
            ("a.xlsx", files.xlsx(("编号", "内容"), ("1", text))),
            ("a.txt", text.encode()),
            ("a.csv", text.encode("gb18030")),
        )
        problems = list(check_attachment(*made[seed % len(made)], NOBODY))
    else:
        made = (
            ("a.docx", files.docx("", properties=text)),
            ("a.pdf", files.pdf("page", subject=text)),
            ("a.jpg", files.jpeg(comment=text)),
            ("a.png", files.png(text)),
        )
        problems = list(check_attachment(*made[seed % len(made)], NOBODY))
    return bool({p.rule.id for p in problems} & set(ALL[kind][2]))


def test_of_500_planted_items_99_in_a_hundred_are_found() -> None:
    """Eight kinds in eight ways: plain, spaced, full-width, with zero-width characters, split over lines, in
    attachments, in names, in properties."""
    results = {
        (kind, way, seed): found_in_text(kind, way, seed) if way in WAYS else found_elsewhere(kind, way, seed)
        for kind in KINDS
        for way in (*WAYS, *PLACES)
        for seed in range(8)
    }
    missed = [case for case, found in results.items() if not found]
    assert len(results) == 512
    assert len(missed) <= len(results) // 100, missed


def test_names_and_homes_are_found_in_the_same_ways() -> None:
    cases = [(kind, way, seed) for kind in BESIDES for way in WAYS for seed in range(20)]
    missed = [case for case in cases if not found_in_text(*case)]
    assert len(missed) <= len(cases) // 100, missed


@pytest.mark.parametrize("way", WAYS)
def test_a_wrong_check_digit_is_no_number_of_a_person(way: str) -> None:
    for seed in range(200):
        chance = random.Random(seed)
        for value in (resident_id(chance, ends_right=False), bank_card(chance, ends_right=False)):
            found = {f.rule.id for f in find_private(f"编码{WAYS[way](value, chance)}。")}
            # A line break may leave a part that looks like a telephone number; no one can tell that it is none.
            assert found <= ({"mobile-number", "private-phone"} if way == "split" else set()), value


def test_of_1000_harmless_documents_at_most_one_gives_a_false_alarm() -> None:
    alarms = []
    for name, text in documents(1000):
        problems = [p for p in scan_source(text.encode(), name, NOBODY) if p.is_error]
        if problems:
            alarms.append((name, [(p.rule.id, p.facts) for p in problems]))
    assert len(alarms) <= 1, alarms


def test_the_clean_document_gives_no_hit_and_the_scraped_one_is_caught(shared: Path) -> None:
    clean = (shared / "source" / "plan.zh.txt").read_bytes()
    assert list(check_attachment("files/plan.txt", clean, NOBODY)) == []
    scraped = (shared / "source" / "scraped.txt").read_bytes()
    lines = {
        p.anchor.position.line: p.rule.id for p in scan_source(scraped, "a.md", NOBODY) if p.anchor.position
    }
    assert lines[84] == lines[85] == "injected-term"
    assert {lines[n] for n in (35, 61, 77)} == {"markup-remnant"}
    assert "garbled-text" in {p.rule.id for p in check_attachment("files/scraped.txt", scraped, NOBODY)}


def test_every_damaged_place_of_the_scraped_page_is_named_in_a_check(shared: Path, tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    file = "plans/demo/text/01-aims.zh.md"
    found: dict[str, list[Problem]] = {}
    for name in ("scraped.txt", "plan.zh.txt"):
        text = (shared / "source" / name).read_text("utf-8")
        (content / file).write_text(f"---\ntitle: 题\n---\n{text}", "utf-8")
        found[name] = [
            p for p in problems_of(content) if p.anchor.file == file and p.rule.id != "number-parity"
        ]
    rules = Counter(p.rule.id for p in found["scraped.txt"])
    assert rules == {"damaged-text": 161, "markup-remnant": 3, "injected-term": 2}
    assert found["plan.zh.txt"] == []


@pytest.mark.parametrize(
    "text",
    [
        "D3SX202505280018、X3SX202506010011、D4JN20241031009",
        "索引号000014349/2017-00110、000014349/2014-777577、1137078555222300XQ/2015-00020",
        "统一社会信用代码91350100M000100Y43，113301000024958990",
        "浙公网安备33070202000123号，浙ICP备12345678号-1",
        "金委办发〔2017〕31号，国办秘函〔2019〕19号",
        "https://www.jinhua.gov.cn/art/2018/6/21/art_1229_13800138000.html",
        "热线12369、8890、12345、96118、4008123123",
        "总投资18500000000元，排放15012345678吨，13800138000.50",
        "138****1234，35*************123，浙G****5，张某某",
        "2018-06-21 2018-06-22 2018-06-23，2018.06.21",
        "合同编号：13800138000",
        "- 2018-01-01\n- 2018-02-15\n- 2018-02-16\n- 2018-02-19",
        "当事人陈述、申辩，当事人应当，举报人反映，村民高度评价，群众满意度，居民安全，举报人于当日反映",
        "住所：金华市双龙南街801号；某某有限公司，地址：宾虹路1号2幢301室",
        "微信公众号“示范环保”，微信、网上信箱等渠道",
        "12369@jinhua.gov.cn",
        "5G网络，G60高速，E20180621",
    ],
)
def test_what_only_looks_private_is_left_alone(text: str) -> None:
    assert find_private(text, NOBODY) == []


def test_what_is_registered_or_allowed_may_stand() -> None:
    permits = Permits(
        values=frozenset({"13800138000", "OFFICE@EXAMPLECOM"}),
        phones=frozenset({"057982345678"}),
        hosts=frozenset({"shifan.cn"}),
    )
    text = "138 0013 8000，office@example.com，(0579)82345678，a@mail.shifan.cn"
    assert find_private(text, permits) == []
    assert len(find_private(text)) == 4


def test_the_number_of_an_office_is_told_from_a_private_one() -> None:
    rules = [f.rule.id for f in find_private("投诉电话：0579-82345678；举报人联系电话0579-82345679。")]
    assert rules == ["unlisted-phone", "private-phone"]


@pytest.mark.parametrize("kind", ALL)
def test_what_is_masked_is_found_no_more_and_a_message_shows_nothing(kind: str) -> None:
    for way in WAYS:
        for seed in range(10):
            value, text = planted(kind, way, seed)
            masked, count = mask_private(text, NOBODY)
            assert count == 1
            assert find_private(masked) == [], masked
            covered = hide(text)
            assert len(covered) == len(text)
            assert covered.count("\n") == text.count("\n")
            assert value not in covered
            assert cover(text, []) == text


def test_masks_have_the_accepted_forms() -> None:
    text = "手机13800138000，身份证330702199003072914，举报人张建国"
    assert mask_private(text, NOBODY)[0] == "手机138****8000，身份证33*************914，举报人张某某"


def test_rendered_bytes_are_looked_at_without_their_tags() -> None:
    page = '<html><body><p title="13800138000">a</p><p>138001<b>38000</b></p><p>1&#51;800138000</p></body></html>'
    assert [p.rule.id for p in scan_output("zh/index.html", page.encode(), NOBODY)] == ["mobile-number"] * 3
    assert scan_output("zh/index.html", b"<p>2018-06-21</p>", NOBODY) == []


def test_check_digits() -> None:
    assert is_resident_id("330702199003072914")
    assert not is_resident_id("330702199003072919")
    assert not is_resident_id("330702199002302914")
    assert is_old_resident_id("330702900307291")
    assert is_bank_card("6222021001112223331")
    assert is_credit_code("91350100M000100Y43")
    assert not is_credit_code("91350100M000100Y44")


def test_makers_use_their_seed() -> None:
    chance: Chance = random.Random(1)
    assert resident_id(chance) == resident_id(random.Random(1))
