"""Every figure, date, document number and programme of the source stands in content, in both languages."""

import re
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content"
FACTS = yaml.load((HERE / "facts.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)


def texts(where: str, lang: str) -> str:
    """The text of a language in the files that an entry names, without white space."""
    found = [
        path.read_text("utf-8")
        for suffix in (f".{lang}.md", ".yaml")
        for path in [CONTENT / f"{where}{suffix}"]
        if path.is_file()
    ]
    assert found, f"no file {where} for {lang}"
    return re.sub(r"\s+", " ", "\n".join(found))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("fact", FACTS, ids=lambda f: f"{f['where'].rpartition('/')[2]}:{f['source'][:20]}")
def test_a_fact_of_the_source_stands_in_content(fact: dict[str, str], lang: str) -> None:
    assert fact[lang] in texts(fact["where"], lang)


def test_every_number_of_the_source_is_in_the_list(shared: Path) -> None:
    source = (shared / "source" / "plan.zh.txt").read_text("utf-8")
    listed = [re.findall(r"\d+(?:\.\d+)?", fact["source"]) for fact in FACTS]
    have: dict[str, int] = {}
    for numbers in listed:
        for number in numbers:
            have[number] = have.get(number, 0) + 1
    want: dict[str, int] = {}
    for number in re.findall(r"\d+(?:\.\d+)?", source):
        want[number] = want.get(number, 0) + 1
    short = {n: (have.get(n, 0), count) for n, count in want.items() if have.get(n, 0) < count}
    assert not short, "numbers listed less often than the source has them: (listed, in the source)"


def test_the_list_quotes_the_source(shared: Path) -> None:
    source = (shared / "source" / "plan.zh.txt").read_text("utf-8")
    assert [f["source"] for f in FACTS if f["source"] not in source] == []
