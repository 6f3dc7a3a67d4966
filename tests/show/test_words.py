"""Interface words: the same keys in both languages, and nothing missing passes for empty."""

from pathlib import Path

import pytest

from disclosure.show.words import WordsError, counted, filled, read_words

ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, zh: str, en: str) -> Path:
    (folder / "zh.yaml").write_text(zh)
    (folder / "en.yaml").write_text(en)
    return folder


def test_the_project_has_the_same_words_in_both_languages() -> None:
    assert set(read_words(ROOT / "templates" / "words")) == {"zh", "en"}


def test_a_word_in_one_language_only_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match=r"list\.title"):
        read_words(write(tmp_path, "list: {title: 清单}\n", "list: {name: List}\n"))


def test_a_missing_word_is_an_error_with_its_path(tmp_path: Path) -> None:
    words = read_words(write(tmp_path, "list: {title: 清单}\n", "list: {title: List}\n"))
    with pytest.raises(WordsError, match=r"zh\.yaml has no “list\.name”"):
        words["zh"].list.name  # noqa: B018


def test_counted_words_take_the_form_of_their_number(tmp_path: Path) -> None:
    tree = "items: {one: '{n} item', other: '{n} items'}\n"
    words = read_words(write(tmp_path, tree, tree))["en"]
    assert [counted(words.items, n) for n in (0, 1, 2)] == ["0 items", "1 item", "2 items"]


def test_what_fills_a_gap_is_escaped(tmp_path: Path) -> None:
    words = read_words(write(tmp_path, "hello: 你好{name}\n", "hello: Hello {name}\n"))["en"]
    assert filled(words.hello, name="<b>") == "Hello &lt;b&gt;"


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("[a, b]", "list: not a text"),
        ("'Item {id'", "list: a brace is not paired"),
        ("'Item {}'", "list: a gap has no plain name"),
        ("'Item {id.x}'", "list: a gap has no plain name"),
    ],
)
def test_a_word_that_cannot_be_filled_is_an_error_with_its_path(tmp_path: Path, word: str, why: str) -> None:
    with pytest.raises(WordsError, match=rf"zh\.yaml: {why}"):
        read_words(write(tmp_path, f"list: {word}\n", "list: List\n"))


def test_a_gap_that_nothing_fills_is_an_error(tmp_path: Path) -> None:
    words = read_words(write(tmp_path, "hello: 你好{nom}\n", "hello: Hello {name}\n"))["zh"]
    with pytest.raises(WordsError, match=r"\{nom\} of “你好\{nom\}”"):
        filled(words.hello, name="x")


def test_words_in_another_encoding_are_an_error_with_their_line(tmp_path: Path) -> None:
    folder = write(tmp_path, "a: b\n", "a: b\n")
    (folder / "zh.yaml").write_bytes("a: b\nc: 清单\n".encode("gbk"))
    with pytest.raises(WordsError, match=r"zh\.yaml:2: the file is not saved as UTF-8"):
        read_words(folder)
