"""Web addresses in a text: where they lead, and whether the host pretends to be another.

Nothing is fetched here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ADDRESS = re.compile(r"https?:[/\\]{2}[^\s<>\"'`（）【】《》，。；、|\\]+")
_BARE = re.compile(
    r"(?<![\w.@/-])(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:top|xyz|vip|cc|bet|club|win|icu|loan|casino|porn|sex|xxx)(?![\w.-])",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\.(?:top|xyz|vip|cc|bet|club|win|icu|loan|casino|porn|sex|xxx)(?![\w.-])", re.IGNORECASE)
# gov.cn as a part of a host that is not below it, or spelt with look-alikes.
_FALSE_GOV = re.compile(
    r"(?:^|[.\-])g[o0]v[.\-_]?[cс]n(?:[.\-]|\Z)|(?:^|\.)g0v(?:\.|\Z)|(?:^|[.\-])gov-cn|govcn", re.IGNORECASE
)
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH")


def find_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Web addresses in a text as (start, end, host); the host without port, in lower case."""
    if "://" in text or ":\\\\" in text:
        lower = text.lower() if len(text.lower()) == len(text) else text
        for m in _ADDRESS.finditer(lower):
            address = m[0].rstrip(".,;:!?)]}*_")
            yield m.start(), m.start() + len(address), host_of(address)
    if _ENDS.search(text):
        for m in _BARE.finditer(text):
            yield m.start(), m.end(), m[0].lower()


def host_of(address: str) -> str:
    """The host of an address; with a name before it (`gov.cn@evil.top`) all of that part."""
    rest = re.sub(r"(?i)\Ahttps?:[/\\]{2}", "", address)
    host = re.split(r"[/\\?#]", rest, maxsplit=1)[0].lower()
    return re.sub(r":[0-9]*\Z", "", host)


def is_false(host: str) -> bool:
    """Whether a host hides what it is: a name before an @, a punycode or mixed alphabet, or gov.cn in the
    wrong place."""
    if "@" in host or "%" in host or "xn--" in host or not host:
        return True
    if not host.isascii() and _mixes_scripts(host):
        return True
    return not (host == "gov.cn" or host.endswith(".gov.cn")) and bool(_FALSE_GOV.search(host))


def _mixes_scripts(host: str) -> bool:
    scripts = {unicodedata.name(ch, "?").split()[0] for ch in host if ch.isalpha()}
    return len(scripts & set(_SCRIPTS)) > 1 or bool(scripts & {"CYRILLIC", "GREEK", "FULLWIDTH", "ARMENIAN"})
