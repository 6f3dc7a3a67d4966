"""All injected and spoilt content in a text: one door for every place that must look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..ground.problems import Rule
from .damage import find_empty_days, find_garbled
from .folding import Folded, fold, words_of
from .hosts import find_addresses, is_false
from .permits import Permits
from .rules import (
    empty_date,
    garbled_text,
    hidden_text,
    injected_term,
    lookalike_host,
    markup_remnant,
    unlisted_link,
)
from .spam import find_spam

Case = tuple[int, Rule, dict[str, str]]
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])|text-indent\s*:\s*-[0-9]{3,}"
    r"|(?:left|top|right)\s*:\s*-[0-9]{3,}|<marquee|<noscript|\bhidden\s*=\s*[\"']?(?:true|hidden)",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"</?(?:br|p|div|span|font|strong|b|i|u|em|a|img|table|tr|td|th|tbody|ul|ol|li|h[1-6]|script|style|iframe|o:p|!--)(?:[\s/][^<>\n]{0,200})?>"
    r"|<!--|(?<![<\w])br ?/>|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|emsp|ensp|middot|hellip|mdash);",
    re.IGNORECASE,
)


_MARKUP_SIGNS = frozenset("<>&")
_HIDING_WORDS = words_of(
    ("display", "visib", "opacity", "font-size", "text-indent", "t:-", "p:-", "t: -", "p: -", "<", "idden")
)


def find_injected(text: str, permits: Permits, folded: Folded | None = None) -> Iterator[Case]:
    """What does not belong into a text, as (offset, rule, facts of its message)."""
    folded = folded or fold(text)
    for start, _, found in find_spam(folded):
        yield folded.original(start), injected_term.RULE, {"found": found[:12]}
    for start, _, found in find_garbled(text, folded.chars):
        yield start, garbled_text.RULE, {"found": found}
    for start, _, found in find_empty_days(folded.text):
        yield folded.original(start), empty_date.RULE, {"found": found}
    yield from _find_markup(text, folded)
    for start, _, host in find_addresses(text):
        if is_false(host):
            yield start, lookalike_host.RULE, {"host": host}
        elif not permits.allows_link(host):
            yield start, unlisted_link.RULE, {"host": host}


def _find_markup(text: str, folded: Folded) -> Iterator[Case]:
    if folded.has_any(_HIDING_WORDS):
        for m in _HIDING.finditer(text):
            yield m.start(), hidden_text.RULE, {"found": m[0]}
    if not _MARKUP_SIGNS.isdisjoint(folded.chars):
        for m in _MARKUP.finditer(text):
            yield m.start(), markup_remnant.RULE, {"found": m[0][:30]}
