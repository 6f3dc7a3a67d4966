"""Links that lead elsewhere are listed with their places, and tried when that is asked for."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.linking import OutwardLink, outward_links, try_links, unreached
from disclosure.read.content import read_registry
from disclosure.read.layout import discover
from tests.trees import ROOT, copy_base, overlay


class _Answers(http.server.BaseHTTPRequestHandler):
    """Answers `/here`; `/whole` only when asked for the whole; refuses programs at `/guarded`."""

    def do_HEAD(self) -> None:
        self._answer({"/here": 200, "/guarded": 403}.get(self.path, 404))

    def do_GET(self) -> None:
        self._answer({"/here": 200, "/whole": 200}.get(self.path, 410))

    def _answer(self, code: int) -> None:
        self.send_response(code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def content(tmp_path: Path, elsewhere: str) -> Path:
    folder = copy_base(tmp_path / "content")
    overlay(
        folder,
        "plans/demo/plan.yaml",
        f"restatement: true\noriginal:\n  title: {{zh: 原件}}\n  url: {elsewhere}/gone\n",
    )
    overlay(
        folder,
        "units.yaml",
        f"bureau:\n  name: {{zh: 局}}\n  kind: bureau\n  url: {elsewhere}/here\n",
    )
    return folder


def listed(content: Path) -> list[OutwardLink]:
    return outward_links(content, read_registry(discover(content).value or ()).value)


def test_links_are_listed_with_their_places(content: Path, elsewhere: str) -> None:
    links = listed(content)
    assert [(link.url, link.place) for link in links] == [
        (f"{elsewhere}/gone", "plans/demo/plan.yaml:4:8"),
        (f"{elsewhere}/here", "units.yaml:4:8"),
    ]


def test_what_does_not_answer_is_told_at_its_place(content: Path, elsewhere: str) -> None:
    links = listed(content)
    answers = try_links(links)
    assert answers == {f"{elsewhere}/gone": "HTTP 410", f"{elsewhere}/here": ""}
    (problem,) = unreached(links, answers)
    assert (problem.anchor.file, problem.is_error) == ("plans/demo/plan.yaml", False)
    assert "HTTP 410" in problem.message("en")


def test_a_server_that_refuses_programs_is_there(elsewhere: str, content: Path) -> None:
    overlay(
        content, "units.yaml", f"bureau:\n  name: {{zh: 局}}\n  kind: bureau\n  url: {elsewhere}/guarded\n"
    )
    overlay(content, "plans/demo/plan.yaml", f"original: {{title: {{zh: 原件}}, url: {elsewhere}/whole}}\n")
    assert set(try_links(listed(content)).values()) == {""}


def test_a_host_that_is_not_there_is_told(content: Path) -> None:
    overlay(content, "units.yaml", "bureau:\n  name: {zh: 局}\n  kind: bureau\n  url: http://127.0.0.1:9/\n")
    assert try_links(listed(content))["http://127.0.0.1:9/"]


def test_check_tries_only_when_asked(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("check", "--content", str(content), "--lang", "en", "--history", "off")
    main(words, ROOT)
    assert "unreachable-link" not in capsys.readouterr().err
    main((*words, "--links"), ROOT)
    told = capsys.readouterr()
    assert "[unreachable-link]" in told.err
    assert "Links that lead elsewhere, 2 in all:" in told.out
    assert "[HTTP 410]" in told.out and "[answers]" in told.out
