"""A real browser on the built site, served from this machine."""

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.trees import ROOT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A name for this machine that browsers do not trust as they trust 127.0.0.1.
    "--host-resolver-rules=MAP portal.test 127.0.0.1",
]
NODE = Path(os.environ.get("NODE_FOLDER", ROOT / "tests" / ".node")) / "node_modules"
PAGES = {
    "overview": "",
    "plan": "plans/jinhua-2018/",
    "print": "plans/jinhua-2018/print/",
    "list": "plans/jinhua-2018/items/",
    "item": "plans/jinhua-2018/items/02/",
    "unit": "units/economic-development-bureau/",
    "units": "units/",
    "filtered": "plans/jinhua-2018/items/state/in-progress/",
    "status": "plans/jinhua-2018/status/",
    "deadlines": "plans/jinhua-2018/deadlines/",
    "extensions": "plans/jinhua-2018/extensions/",
    "supervision": "plans/jinhua-2018/supervision/",
    "closures": "plans/jinhua-2018/closures/",
    "indicators": "plans/jinhua-2018/indicators/",
    "indicator": "plans/jinhua-2018/indicators/pm25/",
    "notices": "notices/",
    "notice": "notices/2019-01-24-item-02-closure-notice/",
    "changes": "changes/",
    "method": "method/",
    "free": "how-to-read/",
    "sitemap": "sitemap/",
    "search": "search/",
    "verify": "verify/",
}
# Pages of the invented place, where every part shows something.
INVENTED = {
    "two-plans": "",
    "reopened": "plans/yundu-2019/items/03/",
    "contradiction": "plans/yundu-2019/items/04/",
    "untranslated": "plans/yundu-2021/items/01/",
    "grid": "plans/yundu-2019/status/",
    "slips": "plans/yundu-2019/extensions/",
    "print-states": "plans/yundu-2019/print/",
    "ladder": "plans/yundu-2019/supervision/",
    "all-states": "plans/yundu-2019/items/",
    "open-notice": "plans/yundu-2019/closures/",
    "chart": "plans/yundu-2019/indicators/pm25/",
    "classes": "plans/yundu-2019/indicators/river-class/",
    "patterns": "patterns/",
    "silent-unit": "units/county-government/",
    "plan-card": "plans/yundu-2019/embed/",
    "item-card": "plans/yundu-2019/items/04/embed/",
    "untranslated-card": "plans/yundu-2021/items/01/embed/",
}
# Pages of the same place with a past: the ledger, and what was withdrawn.
TOLD = {
    "ledger": "changes/",
    "ledger-of-a-kind": "changes/deadline/",
    "item-with-a-past": "plans/yundu-2019/items/08/",
    "indicator-with-a-past": "plans/yundu-2019/indicators/pm25/",
    "plan-with-a-past": "plans/yundu-2019/",
    "withdrawn": "plans/yundu-2019/items/12/",
    "verify-with-a-head": "verify/",
}
# A ledger of several pages.
ARCHIVED = {"long-ledger": "changes/", "archive": "changes/1/", "last-archive": "changes/2/"}


def missing(what: str) -> None:
    """Leave a test out where a tool is not here; never in CI, where all must run."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    if not Path(path).exists():
        missing("Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


# What the pages must get along with: nothing inline, nothing from elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'"
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(
    site: Path, invented_site: Path, live_site: Path, long_site: Path, told_site: Path, archived_site: Path
) -> Iterator[str]:
    """The address at which the built sites are served, each below the name of its folder."""
    handler = functools.partial(_Quiet, directory=str(site.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


Opener = Callable[..., Any]


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Opener]:
    """Open a page of the site in a fresh context: `visit(lang, tail, **options of the context)`; `now` sets the
    reader's clock.
    Console messages, page errors and requests to other hosts fail the test at its end."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(
        lang: str, tail: str, width: int = 1280, folder: str = "site", now: str = "", **options: Any
    ) -> Any:
        viewport = {"width": width, "height": 800}
        context = chromium.new_context(viewport=viewport, **options)
        contexts.append(context)
        page = context.new_page()
        if now:
            page.clock.set_fixed_time(now)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(address) else complaints.append(r.url))
        page.goto(f"{address}/{folder}/{lang}/{tail}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def open_named(visit: Opener, name: str, lang: str, **options: Any) -> Any:
    """Open one of the named pages, of the real content or of an invented place."""
    for folder, pages in (("invented", INVENTED), ("told", TOLD), ("archived", ARCHIVED)):
        if name in pages:
            return visit(lang, pages[name], folder=folder, **options)
    return visit(lang, PAGES[name], **options)
