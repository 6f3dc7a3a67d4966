"""The site in a real browser: readable, reachable, sound, in both languages, light and dark."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import ARCHIVED, INVENTED, NODE, PAGES, TOLD, Opener, missing, open_named

pytestmark = pytest.mark.browser
LANGS = ("zh", "en")
NAMES = [*PAGES, *INVENTED, *TOLD, *ARCHIVED]
INK = """glyph => {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.font = "40px sans-serif";
  pen.fillText(glyph, 5, 45);
  const dots = Array.from(pen.getImageData(0, 0, 60, 60).data);
  const ink = dots.filter((v, i) => i % 4 === 3 && v > 0).length;
  return ink + ":" + dots.reduce((a, v) => (a * 31 + v) % 1000003, 7);
}"""


@pytest.fixture(scope="session")
def axe() -> str:
    path = NODE / "axe-core" / "axe.min.js"
    if not path.is_file():
        missing("axe-core")
    return path.read_text("utf-8")


def test_chinese_glyphs_are_drawn(visit: Opener) -> None:
    """Without a Chinese font every glyph is the same box, and contrast checks see nothing."""
    page = visit("zh", "")
    drawn = [page.evaluate(INK, glyph) for glyph in ("整", "改", "\U0010fffd")]
    assert len(set(drawn)) == 3
    assert all(not ink.startswith("0:") for ink in drawn[:2])


# Light at a desk, dark on a phone: both schemes and both widths, each page once.
LOOKS = (("light", 1280), ("dark", 360))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(visit: Opener, axe: str, name: str, lang: str) -> None:
    page = open_named(visit, name, lang)
    # Entries of a ledger are alike, and 500 of them take axe half a minute.
    page.evaluate("document.querySelectorAll('.change:nth-of-type(n + 40)').forEach(one => one.remove())")
    page.evaluate(axe)
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate("() => axe.run()")["violations"]
        assert [(v["id"], scheme, [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_scrolls_sideways(visit: Opener, name: str, lang: str) -> None:
    page = open_named(visit, name, lang)
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_the_twin_leads_back(visit: Opener, name: str) -> None:
    page = visit("zh", PAGES[name])
    there = page.url
    page.click("a.twin")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.click("a.twin")
    assert page.url == there


def test_the_root_leads_to_chinese(visit: Opener) -> None:
    page = visit(".", "")
    page.wait_for_url("**/zh/")


def test_a_person_gets_along_by_keyboard(visit: Opener) -> None:
    page = visit("zh", "")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("which", ["site", "invented_site", "told_site", "archived_site"])
def test_the_markup_is_valid(which: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(which)
    jar = NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        missing("vnu")
    try:
        command = [
            "java",
            "-jar",
            str(jar),
            "--format",
            "json",
            "--errors-only",
            "--skip-non-html",
            str(site),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        missing("java")
    found = json.loads(done.stderr)["messages"]
    assert [(m["url"].removeprefix(f"file:{site}"), m["message"]) for m in found][:10] == []
