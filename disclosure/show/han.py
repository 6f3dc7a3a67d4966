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
_CUT = re.compile(r"[^\s“‘《〈（【〔\x21-\x7e][^\s”’》〉）】〕，。、；：？！\x21-\x7e]")
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


def balanced(title: str, most: int) -> Markup:
    """A Chinese title of more than `most` characters in parts of about the same length, between which a
    line may end: each is an inline block, so that a title that fits on a line stays on one. Nothing is cut
    within Latin words and numbers, nor beside the wrong side of a mark."""
    count = -(-len(title) // most)
    ends = [_sound_cut(title, -(-len(title) * n // count)) for n in range(1, count)]
    parts = (title[a:b] for a, b in zip([0, *ends], [*ends, len(title)], strict=True))
    return Markup("").join(Markup('<span class="part">{}</span>').format(p) for p in parts if p)


def _sound_cut(title: str, wanted: int) -> int:
    """The place nearest to the wanted one where a line may end; the wanted one where there is none."""
    places = sorted(range(1, len(title)), key=lambda n: (abs(n - wanted), n))
    return next((n for n in places if _CUT.fullmatch(title[n - 1 : n + 1])), wanted)
