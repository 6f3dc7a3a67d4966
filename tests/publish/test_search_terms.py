"""What of a text can be looked up: pairs with a Chinese character, words of letters or of digits."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.publish.search_terms import fold, pair_term, terms_of


def terms(text: str) -> set[str]:
    pairs, words = terms_of(text)
    return ({pair_term(pair) for pair in pairs} - {""}) | words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("燃煤锅炉", "燃煤 煤锅 锅炉 炉"),
        ("问题。督察", "问题 题 督察 察"),
        ("20蒸吨", "0蒸 蒸吨 吨 20"),
        ("２０ 蒸吨", "0蒸 蒸吨 吨 20"),
        ("第 3 项", "第3 3项 项 3"),
        ("金开办〔2016〕50号", "金开 开办 办 0号 号 2016 50"),
        ("PM2.5达标", "5达 达标 标 pm 2 5"),
        ("Ⅳ类", "v类 类 iv"),
        ("Coal-fired Boilers", "coal fired boilers"),
        ("µg/m³", "μg m 3"),
        ("Ümit café", "ümit café"),
        ("GB 3838-2002", "gb 3838 2002"),
        ("上\n下", "上下 下"),
        ("煤𠀀", "煤 𠀀"),
        ("……——！", ""),
    ],
)
def test_terms_of_texts(text: str, expected: str) -> None:
    assert terms(text) == set(expected.split())


def test_a_page_in_english_gives_the_pairs_of_its_chinese_lines() -> None:
    text = (
        "A long line of words in English, of which there are many more.\n" * 5 + "Number 金开办〔2016〕50号\n"
    )
    assert {"金开", "开办", "0号", "number", "english", "2016"} <= terms(text)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folding_a_text_is_folding_its_characters(text: str) -> None:
    """The browser folds character by character; only marks that join to others may differ."""
    if unicodedata.is_normalized("NFKC", "".join(unicodedata.normalize("NFKC", c) for c in text)):
        one_by_one = "".join(unicodedata.normalize("NFKC", c) for c in text).lower()
        ours = fold(text)
        assert [c for c in ours if c.isalnum()] == [c for c in one_by_one if c.isalnum()]


@settings(deadline=None)
@given(st.text("污染治理a1 。\n", min_size=2), st.data())
def test_every_part_of_a_text_has_only_terms_of_the_text(text: str, data: st.DataObject) -> None:
    """What is asked for, whatever is cut from a text, the text has: so nothing can be missed."""
    start = data.draw(st.integers(0, len(text) - 1))
    cut = text[start : data.draw(st.integers(start + 1, len(text)))]
    inner = {term for term in terms(cut) if len(term) == 2 and max(term) >= "\u4e00"}
    assert inner <= terms(text)
