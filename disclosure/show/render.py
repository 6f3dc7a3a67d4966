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
from markupsafe import Markup

from ..ground.files import sha256
from ..judge.indicators import STANDINGS as INDICATOR_STANDINGS
from ..judge.punctuality import PROMPTNESS
from ..plan.state import STATES, TIMELINESS
from ..plan.text import Lang
from . import urls
from .frame import Surroundings, frame_page, menu_tails, surround
from .pages import PagePlan
from .words import WordsError

# Our templates write every attribute in double quotes; nothing from content reaches a tag unescaped, and what
# an editor wrote about HTML has no bare `="` (`disclosure.show.prose`).
_LINK = re.compile(r' (?:href|src)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
# How a voice marks what it has in Chinese only (`disclosure.show.voice`).
UNTRANSLATED = 'class="untranslated"'
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
    """What is kept of a file; links and anchors where it is a page. An attachment is bytes, never read."""
    links: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    if path.endswith(".html") and not path.startswith("files/"):
        html = data.decode()
        links = tuple(sorted({_unescaped(link) for link in _LINK.findall(html)}))
        anchors = tuple(_ID.findall(html))
    return Artifact(path=path, size=len(data), sha256=sha256(data), links=links, anchors=anchors)


def _unescaped(value: str) -> str:
    if "&" in value:
        for entity, character in _ENTITIES.items():
            value = value.replace(entity, character)
    return value


class Renderer:
    """Renders pages: the view by its own template, then the layout around it. Marks are made once a
    language, menu and footer once for all pages that share them, and kept."""

    def __init__(self, env: Environment, assets: Mapping[str, str]) -> None:
        self.env = env
        self.assets = assets
        self._marks: dict[Lang, dict[str, Any]] = {}
        self._kept: dict[tuple[str, ...], tuple[Surroundings, dict[str, Markup]]] = {}

    def page(self, page: PagePlan) -> bytes:
        """The bytes of a page. Raises TemplateFault where a template is at fault."""
        surroundings, parts = (None, {}) if page.is_card else self._around(page)
        channels = surroundings.channels if surroundings else ()
        frame = frame_page(page.voice, page.facts, self.assets, channels)
        version = sha256(repr((frame.title, page.view)).encode())[:8]
        names = {**self._names(page), "page": frame, "view": page.view, "version": version}
        main = Markup(render_template(self.env, f"pages/{page.template}.html", names))
        names["is_untranslated"] = UNTRANSLATED in main
        layout = "layouts/embed.html" if page.is_card else "layouts/base.html"
        return render_template(self.env, layout, {**names, **parts, "main": main}).encode()

    def _names(self, page: PagePlan) -> dict[str, Any]:
        """What every template of a language gets: its words, and the marks made of them."""
        lang, words = page.voice.lang, page.voice.words
        if lang not in self._marks:
            try:
                self._marks[lang] = make_marks(self.env, words)
            except Exception as error:
                raise _fault("macros/marks.html", error) from error
        return {"words": words, "lang": lang, "marks": self._marks[lang]}

    def _around(self, page: PagePlan) -> tuple[Surroundings, dict[str, Markup]]:
        """Menu and footer of a page, as data and as HTML."""
        voice, menu = page.voice, page.facts.menu
        is_entry = voice.tail in menu_tails(voice)
        key = (voice.lang, urls.up(voice.tail), voice.plan, menu, str(is_entry))
        if key not in self._kept:
            surroundings = surround(voice, menu)
            names = {**self._names(page), "around": surroundings}
            parts = {
                name: Markup(render_template(self.env, f"partials/{name}.html", names))
                for name in ("menu", "colophon")
            }
            self._kept[key] = (surroundings, parts)
        return self._kept[key]


def make_marks(env: Environment, words: Any) -> dict[str, Any]:
    """Word, shape and colour of everything that is marked, by kind and name."""
    macros: Any = env.get_template("macros/marks.html").module
    return {
        "state": {state: macros.state(state, words) for state in STATES},
        "timeliness": {time: macros.timeliness(time, words) for time in TIMELINESS},
        "indicator": {name: macros.indicator(name, words) for name in INDICATOR_STANDINGS},
        "promptness": {name: macros.promptness(name, words) for name in PROMPTNESS},
        "sample": macros.sample(words),
        "print": {
            kind: {name: macros.printed(kind, name, words) for name in names}
            for kind, names in (("state", STATES), ("timeliness", TIMELINESS), ("promptness", PROMPTNESS))
        },
    }


def render_template(env: Environment, name: str, names: Mapping[str, Any]) -> str:
    """A template with its names filled in. Raises TemplateFault for whatever goes wrong in it."""
    try:
        return env.get_template(name).render(names)
    except Exception as error:
        raise _fault(name, error) from error


def _fault(name: str, error: Exception) -> TemplateFault:
    """What is said of an error in a template, or in the words that it uses."""
    reason = error.message if isinstance(error, TemplateError) else str(error)
    kind = "" if isinstance(error, (TemplateError, WordsError)) else f"{type(error).__name__}: "
    return TemplateFault(f"templates/{name}: {_place(error)}{kind}{reason}")


def _place(error: Exception) -> str:
    """The innermost template line that the error came through; Jinja gives it to the traceback only."""
    line, trace = getattr(error, "lineno", None), error.__traceback__
    file = getattr(error, "name", None)
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            file, line = trace.tb_frame.f_code.co_filename.rpartition("templates/")[2], trace.tb_lineno
        trace = trace.tb_next
    return f"{file}:{line}: " if line else ""
