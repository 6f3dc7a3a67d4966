"""Cards inside other sites' pages, and lines that are copied."""

from typing import Any

import pytest

from tests.browser.conftest import INVENTED, PAGES, Opener

pytestmark = pytest.mark.browser
HOLDER = "<!doctype html><html lang='en'><title>Elsewhere</title><body style='margin:0'>{}</body></html>"


def pasted(
    visit: Opener, name: str, lang: str, address: str, folder: str = "invented", **options: Any
) -> Any:
    """A page of another site that holds the snippet which the named page gives away."""
    tail = PAGES[name] if folder == "site" else INVENTED[name]
    page = visit(lang, tail, folder=folder, bypass_csp=True, **options)
    snippet = page.locator("[data-copy] code").text_content()
    home = page.locator("link[rel=canonical]").get_attribute("href").partition(f"/{lang}/")[0]
    page.set_content(HOLDER.format(snippet.replace(home, f"{address}/{folder}")))
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("status", "site"),
        ("item", "site"),
        ("grid", "invented"),
        ("reopened", "invented"),
        ("contradiction", "invented"),
        ("untranslated", "invented"),
    ],
)
def test_a_pasted_card_is_seen_whole(visit: Opener, address: str, name: str, folder: str, lang: str) -> None:
    page = pasted(visit, name, lang, address, folder, width=480)
    card = page.frames[1]
    assert card.locator("h1").is_visible()
    height = int(page.locator("iframe").get_attribute("height"))
    assert card.evaluate("document.documentElement.scrollHeight") <= height
    assert card.evaluate("document.documentElement.scrollWidth") <= 480


@pytest.mark.parametrize("name", ["grid", "contradiction"])
def test_a_link_of_a_card_leads_the_whole_window(visit: Opener, address: str, name: str) -> None:
    page = pasted(visit, name, "en", address, java_script_enabled=False)
    page.frames[1].click("h1 a")
    page.wait_for_url(f"{address}/invented/en/{INVENTED[name]}")
    assert len(page.frames) == 1


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_a_card_is_light_or_dark_as_its_viewer_wants(visit: Opener, scheme: str, is_dark: bool) -> None:
    page = visit("zh", INVENTED["plan-card"], folder="invented", color_scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, paper[4:-1].split(","))) < 200) is is_dark


def test_a_citation_is_copied_with_the_day_of_reading(visit: Opener) -> None:
    page = visit(
        "en", PAGES["item"], timezone_id="Asia/Shanghai", permissions=["clipboard-read", "clipboard-write"]
    )
    page.get_by_text("Cite this page").click()
    page.locator(".share details").first.get_by_role("button", name="Copy").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    today = page.evaluate(
        "new Date().toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'})"
    )
    assert f"Accessed {today}. https://portal.example.org/en/{PAGES['item']}" in copied
    assert "[date]" not in copied


def test_a_line_is_selected_where_the_clipboard_is_closed(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(address.replace("127.0.0.1", "portal.test") + f"/site/zh/{PAGES['status']}")
    page.get_by_text("嵌入到其他网站").click()
    page.locator(".share details").last.get_by_role("button", name="复制").click()
    page.get_by_text("已选中").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("<iframe src=")
    page.close()


def test_a_citation_can_be_read_without_script(visit: Opener) -> None:
    page = visit("zh", PAGES["item"], java_script_enabled=False)
    page.get_by_text("引用本页").click()
    assert "[引用日期]" in page.locator("[data-copy]").first.inner_text()
    assert page.locator(".share button").count() == 0
