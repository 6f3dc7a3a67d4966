"""Chinese runs inside English pages get their own `lang`, so that browsers choose the right glyphs and
screen readers the right voice."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_HAN_RUN = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    "(?:[0-9\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff“”‘’—…·]*"
    "[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff”’])?"
)
_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TAG = re.compile(r"(<[^>]*>)")


def mark_han(text: str) -> Markup:
    """A plain text as HTML with its Chinese runs marked, for pages in English."""
    return _marked(escape(text))


def _marked(html: Markup) -> Markup:
    if not _HAN.search(html):
        return html
    return Markup(_HAN_RUN.sub(lambda m: f'<span lang="zh-CN">{m[0]}</span>', html))


def mark_html(html: str) -> Markup:
    """Mark Chinese runs in the text of HTML, never inside its tags."""
    if not _HAN.search(html):
        return Markup(html)
    parts = _TAG.split(html)
    parts[::2] = (str(_marked(Markup(part))) for part in parts[::2])
    return Markup("".join(parts))
