"""The ledger in a real browser: filtered, found by kind without script, small, and reached by keyboard."""

import gzip
import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.conftest import TOLD, Opener, open_named

pytestmark = pytest.mark.browser
ENTRIES = "[data-changes] .change:not([hidden])"
FIRST_VIEW = 60_000


def test_the_filter_stands_in_the_address_and_as_chips(visit: Opener) -> None:
    page = visit("en", "changes/?q=boilers", folder="told")
    entries = page.locator(ENTRIES)
    assert entries.count() == 1
    assert page.locator(".shown").inner_text() == "1 entry on this page matches"
    assert page.locator(".change-day:not([hidden])").count() == 1
    page.get_by_role("button", name="Remove filter boilers").click()
    assert entries.count() == 14
    assert "q=" not in page.url
    assert page.evaluate("document.activeElement.name") == "q"
    page.get_by_label("Containing").fill("no such words")
    assert (entries.count(), page.locator(".shown").inner_text()) == (0, "No entry on this page matches.")
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function("!location.search")
    assert entries.count() == 14


def test_an_archive_is_filtered_by_kind(visit: Opener) -> None:
    page = visit("zh", "changes/1/", folder="archived")
    assert page.locator(ENTRIES).count() == 500
    page.get_by_label("种类").select_option("goal")
    shown = page.locator(ENTRIES)
    assert set(shown.evaluate_all("rows => rows.map(r => r.dataset.kind)")) == {"goal"}
    assert page.locator(".shown").inner_text() == f"本页有 {shown.count()} 条符合条件"
    assert page.url.endswith("?kind=goal")
    page.reload()
    assert page.locator(ENTRIES).count() == shown.count()


def test_archives_hold_every_entry_once_and_lead_on(visit: Opener) -> None:
    page = visit("zh", "changes/", folder="archived")
    assert page.locator("#archives + ol a").all_inner_texts() == ["1–500", "501–520"]
    numbers: list[str] = []
    page.get_by_role("link", name="1–500").click()
    numbers += page.locator(".change").evaluate_all("rows => rows.map(r => r.id)")
    page.get_by_role("link", name="较新的一页").click()
    numbers += page.locator(".change").evaluate_all("rows => rows.map(r => r.id)")
    assert numbers == [f"n{n}" for n in range(1, 521)]


def test_every_kind_is_reached_without_script_weighty_ones_first(visit: Opener) -> None:
    page = visit("en", "changes/", folder="told", java_script_enabled=False)
    assert not page.locator("form.filter").is_visible()
    ways = page.locator(".kinds a")
    names, counts = zip(*(text.split("\n") for text in ways.all_inner_texts()), strict=True)
    assert names[:3] == ("All", "Deadlines", "Goals")
    first = page.locator("h2").evaluate_all("found => found.map(h => h.id)")
    assert first.index("weighty") < first.index("latest")
    assert int(counts[0]) == sum(map(int, counts[1:])) == page.locator(ENTRIES).count()
    for number in range(1, len(counts)):
        page.locator(".kinds a").nth(number).click()
        assert page.locator(".change").count() == int(counts[number])
        assert (
            page.locator(".kinds [aria-current]").inner_text()
            == page.locator(".kinds a").nth(number).inner_text()
        )


def test_a_person_filters_by_keyboard(visit: Opener) -> None:
    page = visit("en", "changes/1/", folder="archived", width=360)
    toggle = page.locator(".filter-toggle")
    toggle.focus()
    page.keyboard.press("Enter")
    assert toggle.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "kind"
    page.keyboard.press("Tab")
    page.keyboard.type("Item 018")
    assert page.locator(ENTRIES).count() == 4
    page.locator(".chips button").focus()
    page.keyboard.press("Enter")
    assert page.locator(ENTRIES).count() == 500


def test_what_changed_is_marked_and_explained(visit: Opener) -> None:
    page = visit("zh", "changes/", folder="told")
    entry = page.locator("#n5")
    assert (entry.locator("del").inner_text(), entry.locator("ins").inner_text()) == ("4", "5")
    assert "原统计有遗漏" in entry.locator(".change-note").inner_text()
    assert page.locator("#n12 .tag").inner_text() == "提交者的时钟偏慢，日期按前一条计"
    text = page.locator("main").inner_text()
    assert "误报" in text and "尚有2家" not in text  # what was withdrawn is not repeated
    page.locator("#n5 a").click()
    assert page.url.endswith("/plans/yundu-2019/items/02/#update-2019-h2")


def test_a_page_that_moved_leads_on_without_script(visit: Opener) -> None:
    page = visit("en", "plans/yundu-2019/items/first/", folder="told", java_script_enabled=False)
    page.wait_for_url("**/plans/yundu-2019/items/01/index.html")
    page = visit("en", "plans/yundu-2019/items/first/", folder="told")
    page.wait_for_url("**/plans/yundu-2019/items/01/")


def test_a_tombstone_says_why_and_leads_back(visit: Opener) -> None:
    page = visit("zh", TOLD["withdrawn"], folder="told", java_script_enabled=False)
    text = page.locator("main").inner_text()
    assert "与第11项重复" in text and "云渡县人民政府" in text
    page.get_by_role("link", name="查看全部变更台账").click()
    assert page.locator("h1").inner_text() == "变更台账"


def test_the_head_stands_where_readers_are_told_to_keep_it(visit: Opener, told_site: Path) -> None:
    head = json.loads((told_site / "data" / "ledger.json").read_text("utf-8"))["head"]
    for tail in ("verify/", "changes/", "plans/yundu-2019/print/"):
        assert head in visit("zh", tail, folder="told").locator("main").inner_text()


@pytest.mark.parametrize("name", [*TOLD, "long-ledger"])
def test_the_first_view_is_small(visit: Opener, name: str, site: Path) -> None:
    """Everything that the page asks for before anything is pressed, compressed as a server would."""
    asked: list[str] = []
    page = open_named(visit, name, "zh")
    page.on("request", lambda request: asked.append(unquote(urlsplit(request.url).path)))
    page.reload(wait_until="networkidle")
    files = [site.parent / path.lstrip("/") / ("index.html" if path.endswith("/") else "") for path in asked]
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= FIRST_VIEW
    assert 3 <= len(set(files)) <= 6, files
