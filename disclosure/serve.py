"""Preview: build, serve on this machine alone, build again on every save and reload the browser.

The only module that knows livereload. It answers requests for this machine's own names only and
takes no message from other sites' pages, since the library does neither. An error in the content
leaves the last good site in place and is printed; so does a template that is half saved. The preview
is never the public server.
"""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler

from .linking import outward_links
from .order import Order, Result
from .pipeline import build
from .plan.text import Text
from .workbench import Bench

HOST = "127.0.0.1"
_OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")


def is_own(address: str, port: int) -> bool:
    """Whether a Host header, or the network part of an Origin, names this server."""
    return address in {f"{name}:{port}" for name in _OWN_NAMES}


def _guard(port: int) -> None:
    """Refuse foreign Host and Origin headers in all handlers of the library."""

    def prepare(handler: StaticFileHandler | LiveReloadHandler) -> None:
        if not is_own(handler.request.host, port):
            handler.set_status(421)
            handler.finish("this preview answers to its own address only\n")

    def check_origin(handler: LiveReloadHandler, origin: str) -> bool:
        return is_own(urlsplit(origin).netloc, port)

    StaticFileHandler.prepare = prepare
    LiveReloadHandler.prepare = prepare
    LiveReloadHandler.check_origin = check_origin
    # The library drops a reload that follows another within three seconds: a second save would be lost.
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0


class PortFault(Exception):
    """The preview cannot listen on its port, and why, in both languages."""

    def __init__(self, port: int) -> None:
        en = f"port {port} is in use or not allowed; choose another with --port"
        super().__init__(en)
        self.text = Text(zh=f"端口 {port} 已被占用或不允许使用，请用 --port 另选一个", en=en)


def _try_port(port: int) -> None:
    """Find out before the first build whether the port is free. Raises PortFault."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise PortFault(port) from None


def serve(
    order: Order, port: int, tell: Callable[[Result, float], int], report: Callable[[Exception], int]
) -> int:
    """Serve until interrupted. `tell` prints what came of each build, begun at a moment of
    `time.perf_counter`; `report` what kept one from being made. Returns the exit code."""
    _try_port(port)
    with tempfile.TemporaryDirectory(prefix="disclosure-preview-") as folder:
        site = Path(folder) / "site"
        bench = Bench(templates=order.templates, site=site)

        def rebuild() -> None:
            start = time.perf_counter()
            try:
                bench.clear()
                result = build(replace(order, preview=True), site)
                bench.lay(result.problems, outward_links(order.content, result.registry))
                tell(result, start)
            except Exception as error:  # the next save may mend it
                report(error)

        rebuild()
        site.mkdir(exist_ok=True)
        _guard(port)
        server = Server()
        for watched in (order.content, order.templates):
            server.watch(f"{watched}/", rebuild)
        server.serve(port=port, host=HOST, root=str(site))
    return 0
