"""Text that a wrong encoding has spoilt, and days that are none.

Each kind is told by what no honest text has: 锟斤拷, Latin letters with accents in unbroken rows, Chinese
that is UTF-8 read as GBK, traditional characters mixed with letters of pinyin or bopomofo, `?#20013;`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

_KNOWN = re.compile("锟斤拷|烫烫烫|屯屯屯|锘匡豢|\ufffd|\\?#[0-9]{1,6};|&#[0-9]{4,6};")
# GBK or UTF-8 read byte by byte as Latin-1 or Windows-1252: signs that no language strings together.
_LATIN = re.compile(
    "[\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u201e\u2020-\u2026\u2030\u2039\u203a\u20ac\u2122]{4,}"
)
_ACCENTED = frozenset(map(chr, range(0xA1, 0x100))) | frozenset("ŒœŠšŸŽž")
_BYTES = {
    ch: bytes([n]) for n in range(0x80, 0x100) for ch in (bytes([n]).decode("cp1252", "ignore"), chr(n)) if ch
}
# The characters with which UTF-8 Chinese begins when it is read as GBK.
_AS_GBK = frozenset(
    bytes([first, second]).decode("gbk", "ignore")
    for first in range(0xE4, 0xEA)
    for second in range(0x80, 0xC0)
) - {""}
_AS_GBK_RUN = re.compile(f"[{''.join(sorted(_AS_GBK))}][^\x00-\x7f，。；：、（）“”《》]{{3,}}")
_LEAST_MEANT = 3
_PINYIN = re.compile("[\u4e00-\u9fff][āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêɑńňɡ\u3105-\u3129][\u4e00-\u9fff]")
_LEAST_PINYIN = 2
_NO_DAY = re.compile(r"(?<![0-9])0000\s?[-/.年]\s?00\s?[-/.月]\s?00日?(?![0-9])")


def find_garbled(text: str, chars: AbstractSet[str]) -> Iterator[tuple[int, int, str]]:
    """Spoilt pieces of a text as (start, end, piece); `chars` are the characters that it may have."""
    for m in _KNOWN.finditer(text) if _has_known(text) else ():
        yield m.start(), m.end(), m[0]
    if len(_ACCENTED & chars) > 1:
        for m in _LATIN.finditer(text):
            if _was_bytes(m[0]):
                yield m.start(), m.end(), m[0][:12]
    if not _AS_GBK.isdisjoint(chars):
        yield from _read_as_gbk(text)
    mixed = [m.span() for m in _PINYIN.finditer(text)] if not _TONES.isdisjoint(chars) else []
    if len(mixed) >= _LEAST_PINYIN:
        yield (*mixed[0], text[slice(*mixed[0])])


_TONES = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêɑńňɡ") | frozenset(map(chr, range(0x3105, 0x312A)))


def _has_known(text: str) -> bool:
    return any(sign in text for sign in ("锟斤拷", "烫烫烫", "屯屯屯", "锘匡豢", "\ufffd", "?#", "&#"))


def _was_bytes(run: str) -> bool:
    """Whether a run of Latin signs is Chinese in GBK or UTF-8, read byte by byte."""
    data = b"".join(_BYTES.get(ch, b"?") for ch in run)
    for encoding in ("utf-8", "gbk"):
        text = data.decode(encoding, "ignore")
        han = sum("\u4e00" <= ch <= "\u9fff" for ch in text)
        if han >= 2 and len(text.encode(encoding, "ignore")) >= len(data) - 2:
            return True
    return False


def _read_as_gbk(text: str) -> Iterator[tuple[int, int, str]]:
    for m in _AS_GBK_RUN.finditer(text):
        data = m[0].encode("gbk", "replace")
        decoded = data.decode("utf-8", "ignore")
        meant = [ch for ch in decoded if "\u4e00" <= ch <= "\u9fff" or ch in "，。；：（）、"]
        if len(meant) >= _LEAST_MEANT and len(meant) * 5 >= len(data):
            yield m.start(), m.end(), m[0][:12]


def find_empty_days(text: str) -> Iterator[tuple[int, int, str]]:
    """Days of all zeros, as broken programs print them."""
    if "0000" in text:
        for m in _NO_DAY.finditer(text):
            yield m.start(), m.end(), m[0]
