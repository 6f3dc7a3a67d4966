"""Golden pages: one of each kind of the invented place in both languages, as they were last looked at and found
good. After a change that was meant, make them again and read what `git diff` shows:

    REMAKE_GOLDEN=1 .venv/bin/python -m pytest tests/show/test_golden.py
"""

import difflib
import os
import re
import shutil
from pathlib import Path

import pytest

from disclosure.pipeline import build
from tests.trees import EVERY_STATE, ROOT, order

GOLDEN = ROOT / "tests" / "golden"
TAILS = {
    "overview": "",
    "plan": "plans/yundu-2019/",
    "list": "plans/yundu-2021/items/",
    "list-filtered": "plans/yundu-2019/items/timeliness/overdue/",
    "item-closed-twice": "plans/yundu-2019/items/03/",
    "item-overdue": "plans/yundu-2019/items/04/",
    "item-extended": "plans/yundu-2019/items/02/",
    "item-card": "plans/yundu-2019/items/02/embed/",
    "status": "plans/yundu-2019/status/",
    "deadlines": "plans/yundu-2019/deadlines/",
    "extensions": "plans/yundu-2019/extensions/",
    "supervision": "plans/yundu-2019/supervision/",
    "closures": "plans/yundu-2019/closures/",
    "indicators": "plans/yundu-2019/indicators/",
    "indicator": "plans/yundu-2019/indicators/pm25/",
    "print": "plans/yundu-2021/print/",
    "card": "plans/yundu-2019/embed/",
    "units": "units/",
    "unit": "units/environment-bureau/",
    "method": "method/",
    "translation": "translation/",
    "search": "search/",
    "about": "about/",
    "sitemap": "sitemap/",
}
CASES = [(lang, name) for lang in ("zh", "en") for name in TAILS]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented place outside any repository, so that no commit of ours is part of what it shows."""
    folder = tmp_path_factory.mktemp("golden")
    shutil.copytree(EVERY_STATE, folder / "content")
    build(order(folder / "content", jobs=2), folder / "site")
    return folder / "site"


@pytest.mark.parametrize(("lang", "name"), CASES)
def test_a_page_is_as_it_was_found_good(pages: Path, lang: str, name: str) -> None:
    text = settled((pages / lang / TAILS[name] / "index.html").read_text("utf-8"))
    golden = GOLDEN / f"{name}.{lang}.html"
    if os.environ.get("REMAKE_GOLDEN"):
        golden.write_text(text, "utf-8")
    before = golden.read_text("utf-8").splitlines() if golden.is_file() else []
    changes = list(difflib.unified_diff(before, text.splitlines(), "golden", "now", lineterm="", n=1))
    assert not changes, "\n".join(changes[:60])


def test_no_golden_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.{lang}.html" for lang, name in CASES}


def settled(page: str) -> str:
    """The page without what every change of style, script or wording elsewhere would move: digests of assets, and the
    page's own version."""
    page = re.sub(r"((?:assets|search)/[a-z/-]+)-[0-9a-f]{10,12}(?=[.\"])", r"\1-DIGEST", page)
    return re.sub(r"<code>[0-9a-f]{8}</code>", "<code>VERSION</code>", page)
