"""Pages become bytes, and what must be known of them is kept: digest, links, anchors.

The page's own version is the first 8 hexadecimal digits of its view's digest; it stands in the page,
and is put in when the rest is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateError

from ..ground.files import sha256
from .frame import frame_page
from .pages import PagePlan

# Our templates write every attribute in double quotes; nothing from content reaches a tag unescaped.
_LINK = re.compile(r' (?:href|src)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_ENTITIES = {"&amp;": "&", "&#39;": "'", "&#34;": '"', "&lt;": "<", "&gt;": ">"}


class TemplateFault(Exception):
    """A template cannot be rendered: which, at what line, and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Artifact:
    """A file of the site. `links` are the addresses it points at as written, `anchors` its ids;
    both are empty for what is not HTML."""

    path: str
    size: int
    sha256: str
    links: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


def artifact_of(path: str, data: bytes) -> Artifact:
    """What is kept of a file; links and anchors where it is HTML."""
    links: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    if path.endswith(".html"):
        html = data.decode()
        links = tuple(sorted({_unescaped(link) for link in _LINK.findall(html)}))
        anchors = tuple(_ID.findall(html))
    return Artifact(path=path, size=len(data), sha256=sha256(data), links=links, anchors=anchors)


def _unescaped(value: str) -> str:
    if "&" in value:
        for entity, character in _ENTITIES.items():
            value = value.replace(entity, character)
    return value


def render_page(env: Environment, page: PagePlan, assets: Mapping[str, str]) -> bytes:
    """The bytes of a page. Raises TemplateFault where a template is at fault."""
    frame = frame_page(page.voice, page.facts, assets)
    version = sha256(repr((frame.title, page.view)).encode())[:8]
    names: dict[str, Any] = {
        "page": frame,
        "view": page.view,
        "words": page.voice.words,
        "lang": page.voice.lang,
        "version": version,
    }
    return render_template(env, f"pages/{page.template}.html", names)


def render_template(env: Environment, name: str, names: Mapping[str, Any]) -> bytes:
    """A template with its names filled in."""
    try:
        return env.get_template(name).render(names).encode()
    except TemplateError as error:
        raise TemplateFault(f"templates/{name}: {_place(error)}{error.message}") from error


def _place(error: TemplateError) -> str:
    """The innermost template line that the error came through; Jinja gives it to the traceback only."""
    line, trace = getattr(error, "lineno", None), error.__traceback__
    file = getattr(error, "name", None)
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            file, line = trace.tb_frame.f_code.co_filename.rpartition("templates/")[2], trace.tb_lineno
        trace = trace.tb_next
    return f"{file}:{line}: " if line else ""
