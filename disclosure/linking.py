"""The links of the content that lead elsewhere: listed, and on request tried over the network.

Nothing here is part of a build. Only web addresses are tried; what is sent is a plain request without
cookies, and nothing of the answer is kept but whether there was one.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from .ground.problems import Anchor, Position, Problem
from .guard.hosts import find_addresses
from .guard.rules import unreachable_link
from .plan.registry import Registry
from .read.characters import Lines
from .read.layout import SourceFile, discover

SECONDS, AT_ONCE = 10, 8
_AGENT = "Mozilla/5.0 (compatible; disclosure-check)"
# A server that answers so is there, and does not like programs, or this kind of request.
_REFUSALS = frozenset({401, 403, 405, 406, 429, 501, 999})


@dataclass(frozen=True, kw_only=True, slots=True)
class OutwardLink:
    """A web address, as typed, and where it stands."""

    url: str
    file: str
    position: Position

    @property
    def place(self) -> str:
        return f"{self.file}:{self.position.line}:{self.position.column}"


def outward_links(content: Path, registry: Registry | None) -> list[OutwardLink]:
    """Every web address in the texts of the content but our own, in the order of files."""
    own = urlsplit(registry.site.base_url).hostname if registry else None
    return [link for source in discover(content).value or () for link in _in_file(source, own)]


def _in_file(source: SourceFile, own: str | None) -> Iterator[OutwardLink]:
    if source.kind == "file":
        return
    text = source.path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    lines = Lines(text) if "http" in text else None
    for start, end, host in find_addresses(text) if lines else ():
        url = text[start:end]
        if lines and url.startswith("http") and host != own:
            yield OutwardLink(url=url, file=source.address, position=lines.position(start))


def try_links(links: Sequence[OutwardLink]) -> Mapping[str, str]:
    """What kept each address from being reached; empty where something answered. Each is tried once."""
    urls = sorted({link.url for link in links})
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return dict(zip(urls, threads.map(_try, urls), strict=True))


def unreached(links: Sequence[OutwardLink], answers: Mapping[str, str]) -> Iterator[Problem]:
    """A problem at each place of an address that did not answer."""
    for link in links:
        if answers[link.url]:
            found = unreachable_link.RULE.at(Anchor(file=link.file), url=link.url, why=answers[link.url])
            yield found.placed(link.position)


def _try(url: str) -> str:
    """Ask for the head, then for the whole, since some servers know only that."""
    answer = _ask(url, "HEAD")
    return _ask(url, "GET") if answer else ""


def _ask(url: str, method: str) -> str:
    request = urllib.request.Request(
        quote(url, safe=":/?#[]@!$&'()*+,;=%~"), method=method, headers={"User-Agent": _AGENT}
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):
            return ""
    except urllib.error.HTTPError as error:
        return "" if error.code in _REFUSALS else f"HTTP {error.code}"
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        return str(reason)[:80] or type(error).__name__
