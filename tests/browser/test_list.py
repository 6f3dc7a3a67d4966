"""The list in a real browser: filtered by everything, sorted, taken away, brought together from several pages."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PAGES, Opener

pytestmark = pytest.mark.browser
INVENTED = "plans/yundu-2019/items/"
LONG = "plans/demo/items/"


def numbers(page: Any) -> list[str]:
    return page.locator("#list tbody tr .row-number").all_inner_texts()


def test_the_filter_stands_in_the_address_and_as_chips(visit: Opener) -> None:
    page = visit("en", f"{PAGES['list']}?state=closed")
    rows = page.locator("#list tbody tr")
    assert rows.count() == 1
    page.get_by_role("button", name="Remove filter Closed").click()
    assert rows.count() == 3
    assert "state" not in page.url
    page.get_by_label("Containing").fill("boilers")
    assert rows.count() == 1
    assert "q=boilers" in page.url
    assert page.locator(".shown").inner_text() == "1 item matches"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("timeliness=overdue", None),
        ("category=water", None),
        ("unit=water-bureau", None),
        ("area=upper-town", None),
        ("year=2020", None),
        ("q=%EF%BC%94.2", None),
        ("unit=water-bureau&year=2020", None),
        ("q=no+such+words", 0),
    ],
)
def test_every_field_filters_what_the_lines_say(visit: Opener, query: str, count: int | None) -> None:
    """The lines that are left are those whose own data fit, counted apart from the script."""
    page = visit("zh", INVENTED, folder="invented")
    lines = page.locator("#list tbody tr").evaluate_all(
        "rows => rows.map(r => ({...r.dataset, q: r.textContent}))"
    )
    wanted = dict(part.split("=") for part in query.split("&"))
    expected = [line for line in lines if all(_fits(line, *want) for want in wanted.items())]
    page = visit("zh", f"{INVENTED}?{query}", folder="invented")
    page.locator(".shown:not(:empty)").wait_for()
    assert (
        page.locator("#list tbody tr").count()
        == len(expected)
        == (count if count is not None else len(expected))
    )
    assert page.locator(".chips button").count() == len(wanted)


def _fits(line: dict[str, str], name: str, value: str) -> bool:
    if name == "q":
        return {"%EF%BC%94.2": "4.2"}.get(value, value) in line["q"]
    if name == "year":
        return line.get("due", "").startswith(value)
    return value in line.get(name, "").split()


def test_columns_sort_both_ways(visit: Opener) -> None:
    page = visit("zh", INVENTED, folder="invented")
    first = numbers(page)
    due = page.locator("#list thead th").nth(3)
    due.locator("button").click()
    assert due.get_attribute("aria-sort") == "ascending"
    days = page.locator("#list tbody tr").evaluate_all("rows => rows.map(r => r.dataset.due || '9999')")
    assert days == sorted(days)
    due.locator("button").click()
    assert due.get_attribute("aria-sort") == "descending"
    page.locator("#list thead th").first.locator("button").click()
    assert numbers(page) == first


def test_what_is_filtered_is_what_is_saved(visit: Opener, tmp_path: Path) -> None:
    page = visit("en", f"{INVENTED}?timeliness=overdue", folder="invented")
    page.locator(".shown:not(:empty)").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these items (CSV)").click()
    assert download.value.suggested_filename == "yundu-2019-2021-07-05.csv"
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head[0] == "No." and head[-1] == "Address"
    assert len(lines) == page.locator("#list tbody tr").count() > 0
    assert {len(line) for line in lines} == {len(head)}
    assert {line[head.index("Timeliness")] for line in lines} == {"Overdue"}
    assert all(line[-1].startswith(page.url.split("?")[0]) for line in lines)


def test_a_long_list_is_whole_without_script_and_brought_together_with_it(visit: Opener) -> None:
    page = visit("zh", LONG, folder="long", java_script_enabled=False)
    assert page.locator("#list tbody tr").count() == 500
    page.click(".pages a >> nth=2")
    assert page.locator("#list tbody tr").count() == 50
    page = visit("zh", f"{LONG}page-2/", folder="long")
    assert page.locator("#list tbody tr").count() == 500
    page.get_by_label("类别").select_option("ecology")
    page.locator(".shown", has_text="150").wait_for()
    assert page.locator("#list tbody tr").count() == 150
    assert page.locator(".pages").is_hidden()
    page.locator("#list .row-title a").last.click()
    assert page.url.endswith("/plans/demo/items/1050/")


def test_more_lines_come_on_request(visit: Opener) -> None:
    page = visit("en", f"{LONG}?q=discharge", folder="long")
    page.locator(".shown", has_text="1050").wait_for()
    assert page.locator("#list tbody tr").count() == 500
    page.get_by_role("button", name="Show more items").click()
    assert page.locator("#list tbody tr").count() == 1000


def test_the_list_is_whole_without_script(visit: Opener) -> None:
    page = visit("zh", PAGES["list"], java_script_enabled=False)
    assert page.locator("#list tbody tr").count() == 3
    assert not page.locator("form.filter").is_visible()
