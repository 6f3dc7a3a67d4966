"""Preview: build, serve on this machine alone, build again on every save and reload the browser.

The only module that knows livereload. It answers requests for this machine's own names only and
takes no message from other sites' pages, since the library does neither. An error in the content
leaves the last good site in place and is printed. The preview is never the public server.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler

from .pipeline import Order, Result, build

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


def serve(order: Order, port: int, tell: Callable[[Result], int]) -> int:
    """Serve until interrupted. `tell` prints what came of each build. Returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="disclosure-preview-") as folder:
        site = Path(folder) / "site"

        def rebuild() -> None:
            tell(build(replace(order, preview=True), site))

        rebuild()
        site.mkdir(exist_ok=True)
        _guard(port)
        server = Server()
        for watched in (order.content, order.templates):
            server.watch(f"{watched}/", rebuild)
        server.serve(port=port, host=HOST, root=str(site))
    return 0
