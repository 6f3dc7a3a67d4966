"""What a reader sees of rendered HTML, as plain text: for search, which compares typed strings with it.

Blocks end with a line, what stands in a line stays in it. Works on our own HTML only, where no text
holds a bare `<`.
"""

from __future__ import annotations

import re
from html import unescape

# The most frequent first: this runs over every page.
_IN_LINE = re.compile(
    "</?(?:a|span|time|strong|small|code|abbr|b|bdi|cite|del|em|i|ins|mark|q|s|sub|sup|u|wbr)(?: [^>]*)?>"
)
_TEXT = re.compile(r">\s*([^<\s][^<]*)")


def visible_text(html: str) -> str:
    """The text of HTML, a block a line."""
    if "<" in html:
        html = "\n".join(_TEXT.findall(f">{_IN_LINE.sub('', html)}"))
    return unescape(html) if "&" in html else html


def main_text(page: bytes) -> str:
    """The text of the main part of a page: without masthead, crumbs and footer."""
    html = page.decode()
    return visible_text(html[html.index("<main") : html.index("</main>")])
