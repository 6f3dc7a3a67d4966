"""Other ways of looking: large text, forced colours, zoom, reduced motion, keyboard alone, from a disk."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PAGES, Opener, open_named

pytestmark = pytest.mark.browser
LANGS = ("zh", "en")
SHIFT = """() => new Promise(done => {
  let total = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { total += e.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(total), 300);
})"""


@pytest.mark.parametrize("lang", LANGS)
def test_large_text_is_kept_from_page_to_page(visit: Opener, lang: str) -> None:
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    page = visit(lang, "")
    before = page.evaluate(size)
    page.click("[data-text-size]")
    assert page.get_attribute("[data-text-size]", "aria-pressed") == "true"
    assert page.evaluate(size) >= 24 > before
    page.click("nav.menu a >> nth=2")
    assert page.evaluate(size) >= 24
    page.click("a.twin")
    assert page.evaluate(size) >= 24
    page.click("[data-text-size]")
    page.reload()
    assert page.evaluate(size) == before


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PAGES)
def test_large_text_does_not_scroll_sideways(visit: Opener, name: str, lang: str) -> None:
    page = open_named(visit, name, lang)
    page.evaluate("localStorage.setItem('text-size', 'large')")
    page.reload()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_while_a_page_loads(visit: Opener, name: str) -> None:
    page = open_named(visit, name, "zh", width=360)
    assert page.evaluate(SHIFT) == 0


def test_large_text_is_there_before_the_first_paint(visit: Opener) -> None:
    page = visit("zh", PAGES["item"])
    page.evaluate("localStorage.setItem('text-size', 'large')")
    page.reload()
    assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_states_are_told_apart_in_forced_colours(visit: Opener, scheme: str) -> None:
    """Colours are the reader's; word and shape remain, and what is current or pressed keeps a border."""
    page = visit(
        "zh", "plans/yundu-2019/items/", folder="invented", forced_colors="active", color_scheme=scheme
    )
    marks = page.locator(".mark")
    assert all(text.strip() for text in marks.all_inner_texts())
    assert page.locator(".mark svg").count() == marks.count()
    border = page.locator(".menu [aria-current]").evaluate("e => getComputedStyle(e).borderBottomStyle")
    assert border == "solid"


def test_a_page_at_twice_the_size_is_that_of_half_the_width(visit: Opener) -> None:
    """Zoom of 200 % at 1280 px is a width of 640 px at twice the density."""
    for name in PAGES:
        page = open_named(visit, name, "en", width=640, device_scale_factor=2)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_nothing_glides_for_those_who_do_not_want_it(visit: Opener) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert visit("zh", "", reduced_motion="reduce").evaluate(behaviour) == "auto"
    assert visit("zh", "", reduced_motion="no-preference").evaluate(behaviour) == "smooth"


def tab_to(page: Any, holds: str) -> None:
    """Press Tab until the focused element fits the expression (`e` is the element); its focus is seen."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(f"(e => {holds})(document.activeElement)"):
            style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert style != "none"
            return
    raise AssertionError(f"the keyboard never reaches {holds}")


@pytest.mark.parametrize("lang", LANGS)
def test_by_keyboard_from_the_overview_to_reporting_an_error(visit: Opener, lang: str) -> None:
    """Overview, what is overdue, an item, its evidence, where to report."""
    page = visit(lang, "", folder="invented")
    tab_to(page, "e.closest('.figure-overdue') && e.href.includes('timeliness/overdue')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/timeliness/overdue/")
    tab_to(page, "e.closest('#list .row-title') && e.href.includes('/items/')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plans/*/items/*/")
    tab_to(page, "e.closest('.channels') && e.closest('main') && e.href.startsWith('tel:')")
    page = visit(lang, "plans/yundu-2019/items/01/", folder="invented")
    tab_to(page, "e.closest('.evidence') && e.href.includes('/files/')")


def test_touch_targets_are_large_enough(visit: Opener) -> None:
    page = visit("zh", PAGES["list"], width=360, has_touch=True)
    targets = page.locator("header a, header button, .filter summary, .filter button, .pages a")
    sizes = targets.evaluate_all("all => all.map(e => e.getBoundingClientRect().height).filter(h => h > 0)")
    assert sizes and min(sizes) >= 44


def test_links_work_from_a_disk(chromium: Any, site: Path) -> None:
    page = chromium.new_page()
    page.goto(f"file://{site}/zh/index.html")
    page.click("nav.menu a >> nth=2")
    assert page.url == f"file://{site}/zh/plans/jinhua-2018/items/index.html"
    page.get_by_label("包含文字").fill("锅炉")
    assert page.locator("#list tbody tr").count() == 1
    page.close()
