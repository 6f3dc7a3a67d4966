"""The preview: on this machine alone, rebuilt on save, deaf to strangers."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.serve import is_own
from tests.trees import ROOT, copy_base


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetch(port: int, path: str, host: str | None = None) -> tuple[int, str]:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}")
    if host:
        request.add_header("Host", host)
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def eventually(holds, seconds: float = 30) -> bool:
    """Wait for something that another process does; the bound only ends a broken test."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if holds():
                return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """A running preview of the base tree: its port and its content folder."""
    content, port = copy_base(tmp_path / "content"), free_port()
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "serve",
        "--content",
        str(content),
        "--templates",
        str(shutil.copytree(ROOT / "templates", tmp_path / "templates")),
        "--port",
        str(port),
    ]
    said, clear = tmp_path / "said", {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
    with (
        said.open("wb") as stream,
        subprocess.Popen(command, stdout=stream, stderr=stream, env=clear) as process,
    ):
        try:
            assert eventually(lambda: fetch(port, "/zh/")[0] == 200)
            yield port, content
        finally:
            process.terminate()


def test_a_save_reaches_the_page_and_an_error_keeps_the_last_good_one(preview: tuple[int, Path]) -> None:
    port, content = preview
    item = content / "plans/demo/items/01.yaml"
    page = "/zh/plans/demo/items/01/"
    item.write_text(item.read_text("utf-8").replace("生活污水直接排入河道", "第一次改动"), "utf-8")
    assert eventually(lambda: "第一次改动" in fetch(port, page)[1])
    item.write_text(item.read_text("utf-8").replace("第一次改动", "第二次改动"), "utf-8")
    assert eventually(lambda: "第二次改动" in fetch(port, page)[1])
    good = item.read_text("utf-8")
    item.write_text(good.replace("category:", "categry:"), "utf-8")
    time.sleep(1.5)
    assert "第二次改动" in fetch(port, page)[1]


def test_a_template_that_is_half_saved_is_said_and_survived(
    preview: tuple[int, Path], tmp_path: Path
) -> None:
    port, _ = preview
    said, template = tmp_path / "said", tmp_path / "templates/pages/item.html"
    seconds = re.search(r"in (\d+\.\d+) s", said.read_text("utf-8"))
    assert seconds and float(seconds[1]) > 0
    good = template.read_text("utf-8")
    template.write_text("{% if %}", "utf-8")
    assert eventually(lambda: "build.py: templates/pages/item.html" in said.read_text("utf-8"))
    assert fetch(port, "/zh/plans/demo/items/01/")[0] == 200
    template.write_text(good + "<p>mended</p>", "utf-8")
    assert eventually(lambda: "<p>mended</p>" in fetch(port, "/zh/plans/demo/items/01/")[1])
    assert "Traceback" not in said.read_text("utf-8")


def test_a_port_in_use_is_said_before_anything_is_built(tmp_path: Path) -> None:
    content = copy_base(tmp_path / "content")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [
            sys.executable,
            str(ROOT / "build.py"),
            "serve",
            "--content",
            str(content),
            "--port",
            str(port),
        ]
        done = {
            lang: subprocess.run([*command, "--lang", lang], capture_output=True, text=True, check=False)
            for lang in ("zh", "en")
        }
    assert {lang: (d.returncode, d.stdout, d.stderr) for lang, d in done.items()} == {
        "zh": (3, "", f"build.py: 端口 {port} 已被占用或不允许使用，请用 --port 另选一个\n"),
        "en": (3, "", f"build.py: port {port} is in use or not allowed; choose another with --port\n"),
    }


def test_strangers_are_refused(preview: tuple[int, Path]) -> None:
    port, _ = preview
    assert fetch(port, "/zh/", host="evil.example")[0] == 421
    assert fetch(port, "/zh/", host=f"localhost:{port}")[0] == 200


@pytest.mark.parametrize(
    ("address", "own"),
    [("127.0.0.1:8000", True), ("localhost:8000", True), ("[::1]:8000", True), ("127.0.0.1:8001", False),
     ("evil.example:8000", False), ("localhost.evil.example:8000", False), ("", False)],
)  # fmt: skip
def test_only_this_machines_own_names_count(address: str, own: bool) -> None:
    assert is_own(address, 8000) is own


def test_the_preview_never_enters_a_build(site: Path) -> None:
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    assert not [f["path"] for f in manifest["files"] if "livereload" in f["path"]]
    assert "livereload" not in (site / "zh" / "index.html").read_text("utf-8")
