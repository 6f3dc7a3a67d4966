"""What the past of the content adds to pages, in a real browser: translations that lag behind, and old
editions."""

import shutil
from pathlib import Path

import pytest

from disclosure.archive import build_edition
from disclosure.pipeline import build
from tests.browser.conftest import Opener
from tests.browser.test_pages import LOOKS, axe  # noqa: F401 - a fixture
from tests.repos import Repository
from tests.trees import EVERY_STATE, order

pytestmark = pytest.mark.browser
ITEM = "plans/yundu-2019/items/01.yaml"
NOTE = "date: 2019-09-01\nplan: yundu-2019\nitems: ['01']\nnote: {zh: 补充社会监督, en: Public oversight added}\n"
BEHIND = "plans/yundu-2019/items/01/"


@pytest.fixture(scope="session")
def past(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The invented place with a goal whose English lags behind and a measure that a machine translated, built
    beside the other sites."""
    folder = tmp_path_factory.mktemp("past")
    shutil.copytree(EVERY_STATE, folder / "content")
    made = Repository(folder)
    made.swap("site.yaml", "public: false", "public: true")
    made.commit("2019-08-01T09:00:00+08:00")
    made.swap(ITEM, "截污纳管，不再", "截污纳管，接受社会监督，不再")
    made.swap(ITEM, "intercepting sewers.}", "intercepting sewers., en_by: machine}")
    made.write("changes/2019-09-01-oversight.yaml", NOTE)
    made.commit("2019-09-01T09:00:00+08:00")
    assert not build(order(made.content, jobs=2), site.parent / "past").is_refused
    assert not build_edition(order(made.content, jobs=2), "HEAD~1", site.parent / "edition").is_refused
    return made


def test_the_reader_opens_what_changed(past: Repository, visit: Opener) -> None:
    page = visit("en", BEHIND, folder="past")
    note = page.locator(".behind-note")
    assert not note.locator("ins").is_visible()
    note.locator("summary").click()
    assert note.locator("ins").inner_text() == "接受社会监督，"
    assert note.locator("[lang=zh-CN]").count() == 2
    assert "1 September 2019" in note.inner_text()
    assert "Measure m2" in page.locator(".note-language").last.inner_text()
    assert visit("zh", BEHIND, folder="past").locator(".behind-note").count() == 0


def test_paper_shows_what_changed_of_the_whole_plan(past: Repository, visit: Opener) -> None:
    page = visit("en", "plans/yundu-2019/print/", folder="past")
    page.emulate_media(media="print")
    note = page.locator(".behind-note")
    assert note.locator("ins").is_visible()
    assert "Item 01: Goal" in note.inner_text()


def test_the_list_leads_to_the_text(past: Repository, visit: Opener) -> None:
    page = visit("en", "translation/", folder="past")
    page.locator("#stale + p + ul a").click()
    assert page.url.endswith(BEHIND)


def test_an_old_edition_says_so_first(past: Repository, visit: Opener) -> None:
    page = visit("en", BEHIND, folder="edition")
    banner = page.locator("aside.edition")
    assert banner.is_visible()
    assert banner.bounding_box()["y"] < page.locator("h1").bounding_box()["y"]
    assert past.git("rev-parse", "--short=10", "HEAD~1") in banner.inner_text()
    link = banner.locator("a")
    assert link.get_attribute("href") == f"https://yundu.example.org/en/{BEHIND}"
    page.emulate_media(media="print")
    assert banner.is_visible()
    assert not link.is_visible()
    assert visit("en", BEHIND, folder="past").locator("aside.edition").count() == 0


PLACES = (("past", "translation/"), ("past", BEHIND), ("edition", BEHIND), ("edition", ""))


@pytest.mark.parametrize(("folder", "tail"), PLACES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_are_sound(
    past: Repository,
    visit: Opener,
    axe: str,  # noqa: F811
    lang: str,
    folder: str,
    tail: str,
) -> None:
    page = visit(lang, tail, folder=folder)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(axe)
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        assert [
            (v["id"], v["nodes"][0]["html"]) for v in page.evaluate("() => axe.run()")["violations"]
        ] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
