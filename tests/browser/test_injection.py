"""250 pieces of text that try to become code stand in every field and every body: none of them runs in any page,
in either language, and none is lost without an error that names its file."""

import functools
import http.server
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from disclosure.pipeline import build
from disclosure.workbench import workbench_pages
from tests.browser.conftest import POLICY
from tests.injection.tree import accepted, fill
from tests.injection.vectors import COUNT, vectors
from tests.repos import Repository
from tests.trees import ROOT, order

pytestmark = pytest.mark.browser
FRAMES = 24
# What a field of an item is shown in, at least: title, finding, goal, post, origin, deadline, measure, evidence,
# extension, supervision, acceptance, objection, reopening.
LEAST_SHOWN = 14
OWN = ("https://www.gov.cn", "https://portal.example.org", "mailto:", "tel:")
HARNESS = """<!doctype html><html lang="en"><title>frames</title><body></body></html>"""
LOAD = """async paths => Promise.all(paths.map(path => new Promise(done => {
  const frame = document.createElement("iframe");
  frame.onload = () => {
    const inside = frame.contentWindow;
    const answer = [path, inside.document.documentElement.outerHTML.length, inside.location.pathname];
    frame.remove();
    done(answer);
  };
  frame.src = path;
  document.body.append(frame);
})))"""
WATCH = """document.addEventListener("securitypolicyviolation", event =>
  console.error("policy: " + event.violatedDirective + " " + event.blockedURI + " in " + location.pathname));"""


class Attacked:
    """The built site, with what the checks let stand in fields and in bodies, and what they refused."""

    def __init__(self, folder: Path) -> None:
        self.vectors = {f"{number:03}": v for number, v in enumerate(vectors(), 100)}
        repository = Repository(folder / "repository")
        self.fields, self.bodies, self.refused = accepted(repository.content, self.vectors)
        refused = build(order(repository.content), folder / "never")
        fill(repository, self.fields, self.bodies)
        self.site = folder / "site"
        self.result = build(order(repository.content, jobs=2, preview=True), self.site)
        pages = workbench_pages(ROOT / "templates", [*refused.problems, *self.result.problems])
        for path, data in pages.items():
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.site / path).write_bytes(data)
        (self.site / "frames.html").write_text(HARNESS, "utf-8")

    def pages(self) -> list[str]:
        return sorted(
            str(p.relative_to(self.site)) for p in self.site.rglob("*.html") if p.name != "frames.html"
        )


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    return Attacked(tmp_path_factory.mktemp("attacked"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(attacked: Attacked) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(attacked.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def watched(chromium: Any, served: str) -> Iterator[Any]:
    """A page whose dialogs, console, errors, violations of the policy and requests elsewhere fail the test."""
    complaints: list[str] = []
    context = chromium.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()

    def dialog(box: Any) -> None:
        complaints.append(f"dialog: {box.message}")
        box.dismiss()

    page.on("dialog", dialog)
    page.on(
        "console", lambda m: None if m.location["url"].endswith("/favicon.ico") else complaints.append(m.text)
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("popup", lambda other: complaints.append(f"popup: {other.url}"))
    page.on("request", lambda r: None if r.url.startswith(served) else complaints.append(r.url))
    page.complaints = complaints
    yield page
    context.close()
    assert complaints == []


def test_there_are_250_of_them_and_most_may_stand(attacked: Attacked) -> None:
    assert len(attacked.vectors) == COUNT == len(set(attacked.vectors.values()))
    assert len(attacked.fields) >= 240
    assert len(attacked.bodies) >= 200
    assert not attacked.result.is_refused


def test_what_may_not_stand_is_named_by_its_file(attacked: Attacked) -> None:
    """Of those that are not in the site, each has an error in the file that holds it, and no other file has one."""
    numbers = {Path(file).name.partition(".")[0][-3:] for file in attacked.refused}
    assert numbers == (attacked.vectors.keys() - attacked.fields.keys()) | (
        attacked.fields.keys() - attacked.bodies.keys()
    )
    assert {rule for rules in attacked.refused.values() for rule in rules} == {
        "heading-anchor",
        "hidden-text",
        "link-target",
        "wiki-link",
    }


def test_nothing_runs_in_any_page(attacked: Attacked, served: str, watched: Any) -> None:
    pages = attacked.pages()
    assert len(pages) > 2000
    watched.goto(f"{served}/frames.html")
    for start in range(0, len(pages), FRAMES):
        part = [f"/{path.removesuffix('index.html')}" for path in pages[start : start + FRAMES]]
        for path, length, landed in watched.evaluate(LOAD, part):
            assert length > 200, path
            assert landed == path or path == "/index.html"


def test_what_runs_would_be_noticed(attacked: Attacked, served: str, watched: Any) -> None:
    """The proof of the proof: a page that does let one of them through is complained of."""
    (attacked.site / "control.html").write_text(f"<title>a</title><p>{attacked.vectors['100']}" + "a" * 200)
    watched.goto(f"{served}/frames.html")
    watched.evaluate(LOAD, ["/control.html"])
    (attacked.site / "control.html").unlink()
    assert any("policy" in complaint for complaint in watched.complaints)
    watched.complaints.clear()


def test_nothing_runs_where_pages_are_made_in_the_browser(
    attacked: Attacked, served: str, watched: Any
) -> None:
    """Search by each of them, and the list as its script sorts and filters it."""
    for lang in ("zh", "en"):
        for number, v in list(attacked.vectors.items())[:: 25 if lang == "en" else 10]:
            watched.goto(f"{served}/{lang}/search/?q={quote(v)}")
            watched.wait_for_function(
                "!document.querySelector('main [role=status]') || document.querySelector('main [role=status]').textContent.trim() !== ''"
            )
            assert watched.locator("#q, input[type=search]").last.input_value().strip() == v.strip(), number
        watched.goto(
            f"{served}/{lang}/plans/demo/items/?q={quote('<img src=x onerror=alert(1)>')}&sort=%22%3E%3Cscript%3E&state={quote(chr(34))}"
        )
        watched.wait_for_load_state("networkidle")
        watched.goto(f"{served}/{lang}/plans/demo/items/01/#{quote('<img src=x onerror=alert(1)>')}")


class _Page(HTMLParser):
    """The text of a page without white space, and what in it could run."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.alive: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping"):
                self.alive.append(f"{tag} {name}={value}")
            leads_out = name in ("href", "src", "action", "data") and ":" in address.split("/")[0]
            if leads_out and not address.startswith(OWN):
                self.alive.append(f"{tag} {name}={value}")
        if tag in ("iframe", "object", "embed", "base", "svg:script", "style", "math", "marquee"):
            self.alive.append(tag)
        if tag == "script" and not dict(attrs).get("src"):
            self.alive.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += "".join(data.split())


def read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text("utf-8"))
    return page


def test_no_page_holds_what_could_run(attacked: Attacked) -> None:
    alive = {path: found for path in attacked.pages() if (found := read(attacked.site / path).alive)}
    assert alive == {}


def test_each_is_read_on_its_page_as_it_was_typed(attacked: Attacked) -> None:
    for number, v in attacked.fields.items():
        wanted = "".join(v.split())
        for lang in ("zh", "en"):
            text = read(attacked.site / lang / f"plans/demo/items/{number}/index.html").text
            assert text.count(wanted) >= LEAST_SHOWN, (number, lang, v)
