"""Markdown becomes safe HTML: raw HTML is shown as typed, links go through a resolver, other
languages are marked.

One `markdown.Markdown` a process, stripped of what is off. Before conversion `&` and `<` are replaced
by noncharacters that content cannot hold (`disclosure.read.characters`), and put back as entities
afterwards: so no byte of an editor's text can become a tag or an entity, whatever the library does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import ImageInlineProcessor, InlineProcessor, LinkInlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTree
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, Registry
from markupsafe import Markup, escape

from ..plan.text import Lang
from ..read.markdown_links import BAR, WIKI_LINK
from .han import mark_html

_AMPERSAND, _LESS, _QUOTE = "\ufdd0", "\ufdd1", "\ufdd3"
# Without any of these a text is plain paragraphs.
_SIGNS = re.compile(r"[`*_\[\]\\&<>#|~!]|^[ \t]|[ \t]$|^[-+=]|^[0-9]+\.|^:", re.MULTILINE)
_ALIGN = re.compile(r' style="text-align: (left|center|right);"')
_ANCHOR = re.compile(r"(?<!\s)\s*\{#(?P<id>[a-z0-9-]+)\}\s*\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class WikiLink:
    """A `[[KIND:ID#part]]` link, or a `files/NAME` link as kind `file`."""

    kind: str
    id: str
    part: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkTarget:
    """Where a link leads from this page, and its words when it has none of its own. `href` is None where
    there is nothing to lead to as of the day: the words stand alone."""

    href: str | None
    words: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    level: int
    id: str
    html: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """A rendered text and its headings, in order."""

    html: Markup
    headings: tuple[Heading, ...] = ()


Resolver = Callable[[WikiLink], LinkTarget]


def render_prose(text: str, lang: Lang, resolve: Resolver, base_level: int = 3, prefix: str = "") -> Prose:
    """A Markdown text as HTML. Headings begin at `base_level`; `prefix` keeps the ids of footnotes
    of several texts on a page apart."""
    text = text.strip("\n")
    if not _SIGNS.search(text):
        html = "".join(f"<p>{escape(block)}</p>" for block in re.split(r"\n{2,}", text) if block)
        return Prose(html=mark_html(html) if lang == "en" else Markup(html))
    renderer = _renderer()
    renderer.begin(text, resolve, base_level)
    if "[[" in text and "|" in text:
        text = WIKI_LINK.sub(lambda m: m[0].replace("|", BAR), text)
    # What looks like an attribute is told from one by its quotes (`disclosure.show.render`).
    text = text.replace('="', f"={_QUOTE}")
    html = renderer.md.reset().convert(text.replace("&", _AMPERSAND).replace("<", _LESS))
    html = (
        html.replace(_AMPERSAND, "&amp;").replace(_LESS, "&lt;").replace(BAR, "|").replace(_QUOTE, "&quot;")
    )
    if 'class="footnote' in html:
        html = _own_footnotes(html, prefix)
    if "<table>" in html:
        html = html.replace("<table>", '<div class="table-scroll"><table>').replace(
            "</table>", "</table></div>"
        )
        html = html.replace("<th>", '<th scope="col">').replace("<th style", '<th scope="col" style')
        html = _ALIGN.sub(r' class="\1"', html)
    safe = mark_html(html) if lang == "en" else Markup(html)
    return Prose(html=safe, headings=_with_words(renderer.headings, html, lang))


def _own_footnotes(html: str, prefix: str) -> str:
    """Footnote ids with the text's own prefix, and no words of the library."""
    html = re.sub(r' (id|href)="(#?)(fn(?:ref)?[0-9]*)[:-]', rf' \1="\2{prefix}\3-', html)
    return re.sub(r' title="[^"]*"', "", html)


def _with_words(headings: list[tuple[int, str]], html: str, lang: Lang) -> tuple[Heading, ...]:
    """The headings with their words, as they stand in the HTML."""
    found: list[Heading] = []
    for level, anchor in headings:
        m = re.search(rf'<h{level} id="{re.escape(anchor)}">(.*?)</h{level}>', html, re.DOTALL)
        words = re.sub(r"</?a\b[^>]*>", "", m[1]) if m else ""
        found.append(
            Heading(level=level, id=anchor, html=mark_html(words) if lang == "en" else Markup(words))
        )
    return tuple(found)


class _Wiki(InlineProcessor):
    """`[[KIND:ID|words]]`"""

    def __init__(self, owner: _Renderer) -> None:
        super().__init__(WIKI_LINK.pattern, owner.md)
        self._owner = owner

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]  # noqa: N802
        target = self._owner.resolve(WikiLink(kind=m["kind"], id=m["id"], part=m["part"] or ""))
        link = Element("a", {"href": target.href}) if target.href else Element("span")
        if m["kind"] == "term":
            link.set("class", "term")
        if m["words"]:
            link.text = AtomicString(m["words"])
        else:
            link.text = AtomicString(self._owner.md.htmlStash.store(str(target.words)))
        return link, m.start(0), m.end(0)


class _Link(LinkInlineProcessor):
    """`[words](target)`: files go through the resolver, other sites get no access to the opener."""

    def __init__(self, pattern: str, owner: _Renderer) -> None:
        super().__init__(pattern, owner.md)
        self._owner = owner

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, Element):
            _aim(element, "href", self._owner.resolve)
        return element, start, end


class _Image(ImageInlineProcessor):
    """`![words](files/name)`"""

    def __init__(self, pattern: str, owner: _Renderer) -> None:
        super().__init__(pattern, owner.md)
        self._owner = owner

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, Element):
            _aim(element, "src", self._owner.resolve)
        return element, start, end


def _aim(element: Element, name: str, resolve: Resolver) -> None:
    """Point a link at its target; one that is not allowed keeps its words only."""
    target = element.get(name) or ""
    element.attrib.pop("title", None)
    if target.startswith("files/"):
        element.set(name, resolve(WikiLink(kind="file", id=target.removeprefix("files/"))).href or "")
    elif name == "href" and target.startswith("https://"):
        element.set("rel", "noopener")
    elif name == "src" or not target.startswith(("mailto:", "tel:", "#")):
        element.attrib.pop(name, None)


class _Headings(Treeprocessor):
    """Levels below the page's own, and an id for each: the given one, else its number of appearance
    among the headings without one."""

    def __init__(self, owner: _Renderer) -> None:
        super().__init__(owner.md)
        self._owner = owner

    def run(self, root: Element) -> None:
        if not self._owner.has_headings:
            return
        for element in root:
            if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit():
                self._finish(element)

    def _finish(self, element: Element) -> None:
        owner = self._owner
        level = min(6, int(element.tag[1]) - 2 + owner.base_level)
        element.tag = f"h{level}"
        holder = element[-1] if len(element) else element
        text = (holder.tail if len(element) else element.text) or ""
        m = _ANCHOR.search(text)
        if not m:
            return
        rest = text[: m.start()]
        if len(element):
            holder.tail = rest
        else:
            element.text = rest
        element.set("id", m["id"])
        owner.headings.append((level, m["id"]))


# The inline patterns in their order, and the signs of which each needs one: a text without them need
# not be searched for it.
_SIGN_OF = {
    "backtick": (("`",), 190),
    "escape": (("\\",), 180),
    "footnote": (("[^",), 175),
    "wiki": (("[[",), 165),
    "link": (("](",), 160),
    "image_link": (("![",), 150),
    "linebreak": (("  \n",), 100),
    "em_strong": (("*", "_"), 60),
}


class _InlineWhereNeeded(InlineTree):
    """The library's inline pass with only those patterns whose sign the text has."""

    def __init__(self, owner: _Renderer) -> None:
        super().__init__(owner.md)
        self._chosen: dict[tuple[str, ...], Registry[Any]] = {}

    def choose(self, text: str) -> None:
        """Prepare for a text. Parts of it hold no other signs than the whole."""
        names = tuple(name for name, (signs, _) in _SIGN_OF.items() if any(s in text for s in signs))
        if names not in self._chosen:
            chosen: Registry[Any] = Registry()
            for name in names:
                chosen.register(self.md.inlinePatterns[name], name, _SIGN_OF[name][1])
            self._chosen[names] = chosen
        self.inlinePatterns = self._chosen[names]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        if not self.inlinePatterns:
            return tree
        return super().run(tree, ancestors)


class _Renderer:
    """The configured library, and what it must know of the text at hand."""

    resolve: Resolver
    base_level = 3
    has_headings = False

    def __init__(self) -> None:
        self.headings: list[tuple[int, str]] = []
        self.md = md = Markdown(
            extensions=["tables", "sane_lists", "fenced_code", "footnotes"], output_format="html"
        )
        md.preprocessors.deregister("html_block")
        for name in ("reference", "image_reference", "short_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        for name in ("autolink", "automail", "html", "entity"):
            md.inlinePatterns.deregister(name)
        for name in ("reference", "setextheader"):
            md.parser.blockprocessors.deregister(name)
        link, image = md.inlinePatterns["link"].pattern, md.inlinePatterns["image_link"].pattern
        md.inlinePatterns.register(_Link(link, self), "link", 160)
        md.inlinePatterns.register(_Image(image, self), "image_link", 150)
        md.inlinePatterns.register(_Wiki(self), "wiki", 165)
        self._inline = _InlineWhereNeeded(self)
        md.treeprocessors.register(self._inline, "inline", 20)
        md.treeprocessors.register(_Headings(self), "headings", 5)
        md.treeprocessors.deregister("prettify")

    def begin(self, text: str, resolve: Resolver, base_level: int) -> None:
        self.resolve, self.base_level, self.headings = resolve, base_level, []
        self.has_headings = "#" in text
        self._inline.choose(text)


@cache
def _renderer() -> _Renderer:
    return _Renderer()
