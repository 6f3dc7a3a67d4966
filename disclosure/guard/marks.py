"""Signs of letters and digits that lead to a person: number plates, passports, WeChat ids, e-mail.

Works on folded text, and again on the text without its gaps, so that what is spaced out or broken over
lines is found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..ground.problems import Rule
from .folding import Folded, words_of
from .rules import number_plate, passport_number, private_email, wechat_id

Span = tuple[int, int, Rule, str]
_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PROVINCES = frozenset(_PROVINCE)
_PLATE = re.compile(
    rf"[{_PROVINCE}][A-HJ-Z](?:[A-HJ-NP-Z0-9]{{5}}|[A-HJ-K][A-HJ-NP-Z0-9][0-9]{{4}}|[0-9]{{5}}[A-HJ-K]"
    r"|[A-HJ-NP-Z0-9]{4}[学警港澳挂试超])(?![A-Za-z0-9])"
)
_PLATE_START = re.compile(rf"[{_PROVINCE}][\s\-·•.]{{0,2}}[A-HJ-Za-hj-z](?=[\s\-·•.A-Za-z0-9]{{5,}})")
_PASSPORT = re.compile(r"[EG][A-HJ-NP-Z0-9][0-9]{7}(?![A-Za-z0-9])")
_PASSPORT_LABEL = re.compile(
    r"(?:护照|通行证|台胞证|回乡证|passport|travel permit)[^\n。；;]{0,14}?(?<![A-Za-z0-9])"
    r"(?P<id>[A-Z][ \-]?(?:[A-Z][ \-]?)?[0-9](?:(?:[ \-]|[ \t]*\n[ \t]*)?[0-9]){6,8})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PASSPORT_WORDS = words_of(
    ("护照", "通行证", "台胞证", "回乡证", "assport", "ASSPORT", "ravel permit", "ravel Permit")
)
_DATED = re.compile(r"[EG](?:19|20)[0-9]{2}[01][0-9][0-3][0-9]\Z")
_WECHAT = re.compile(
    r"(?:加?\s*微\s*信\s*(?:号码?|账号|ID|Id|id|联系)?|(?<![A-Za-z])(?:[Ww]e\s?[Cc]hat(?:\s*(?:ID|id|account))?|[VvWw][Xx]|[Vv]信)|加\s?[Vv])"
    r"(?:\s*(?:[:：]|为|是|即)\s*|\s{0,3})(?P<id>[A-Za-z](?:[ \t]*(?:\n[ \t]*)?[-_A-Za-z0-9]){5,19})"
    r"(?![-_A-Za-z0-9@.])"
)
_WECHAT_WORDS = words_of(
    (
        "微信",
        "微 信",
        "V信",
        "v信",
        "wx",
        "WX",
        "Wx",
        "加v",
        "加V",
        "加 v",
        "加 V",
        "vx",
        "VX",
        "Vx",
        "eChat",
        "echat",
        "e Chat",
        "ECHAT",
    )
)
_WXID = re.compile(r"(?<![A-Za-z0-9])wxid_[A-Za-z0-9_-]{6,24}")
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_-])?[ \t]{0,2}@[ \t]{0,2}"
    r"[A-Za-z0-9-]+(?:[ \t]?\.[ \t]?[A-Za-z0-9-]+)*[ \t]?\.[ \t]?[A-Za-z]{2,10}(?![A-Za-z0-9])"
)
_BROKEN_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9.-]+\.[A-Za-z]{2,10}")
_BREAK = re.compile(r"[ \t]*\n[ \t>#*]*")
_GAPS = re.compile(r"[\s\-·•.]+")


def find_marks(folded: Folded) -> Iterator[Span]:
    """The signs in a folded text as (start, end, rule, value)."""
    text = folded.text
    if "@" in folded.chars:
        yield from _emails(text)
    if folded.has_any(_WECHAT_WORDS):
        yield from _wechats(text)
    if not _PROVINCES.isdisjoint(folded.chars):
        for m in _PLATE_START.finditer(text):
            yield from _plate_at(text, m.start())
    if folded.has_any(_PASSPORT_WORDS) or _PASSPORT.search(text):
        yield from _passports(text)


def _plate_at(text: str, start: int) -> Iterator[Span]:
    """The plate that begins here, as it stands or with gaps."""
    if m := _PLATE.match(text.upper() if text.isascii() else text, start):
        yield _plate(text, start, m.end())
        return
    kept = [n for n in range(start, min(len(text), start + 40)) if not _GAPS.match(text[n])]
    squeezed = "".join(text[n] for n in kept).upper()
    m = _PLATE.match(squeezed)
    if m is None:
        return
    end = kept[m.end() - 1] + 1
    after = text[end : end + 1]
    if not (after.isascii() and after.isalnum()):
        yield _plate(text, start, end)


def _plate(text: str, start: int, end: int) -> Span:
    return start, end, number_plate.RULE, _GAPS.sub("", text[start:end]).upper()


def _passports(text: str) -> Iterator[Span]:
    found: set[int] = set()
    for m in _PASSPORT_LABEL.finditer(text):
        found.add(m.start("id"))
        value = re.sub(r"[\s\-]", "", m["id"]).upper()
        yield m.start("id"), m.end("id"), passport_number.RULE, value
    for m in _PASSPORT.finditer(text):
        is_glued = m.start() > 0 and text[m.start() - 1].isascii() and text[m.start() - 1].isalnum()
        if m.start() not in found and not is_glued and not _DATED.match(m[0]):
            yield m.start(), m.end(), passport_number.RULE, m[0]


def _wechats(text: str) -> Iterator[Span]:
    for m in _WECHAT.finditer(text):
        ident = m["id"]
        is_said = bool(re.search(r"[:：为是即号D]\s*\Z|id\s*\Z", text[m.start() : m.start("id")]))
        tail = re.split(r"[ \t]*\n[ \t]*", ident)
        if not is_said and not re.search(r"[0-9_]", tail[0]):
            continue
        if re.fullmatch(
            r"(?:official|account|public|channel|group|service)s?\b.*", ident, re.IGNORECASE | re.DOTALL
        ):
            continue
        yield m.start("id"), m.end("id"), wechat_id.RULE, re.sub(r"\s", "", ident)
    for m in _WXID.finditer(text):
        yield m.start(), m.end(), wechat_id.RULE, m[0]


def _emails(text: str) -> Iterator[Span]:
    seen: set[int] = set()
    for m in _EMAIL.finditer(text):
        seen.add(text.index("@", m.start()))
        yield m.start(), m.end(), private_email.RULE, re.sub(r"[ \t]", "", m[0]).lower()
    if text.count("@") > len(seen):
        yield from _broken_emails(text, seen)


def _broken_emails(text: str, seen: set[int]) -> Iterator[Span]:
    """Addresses with a line break inside."""
    for at in (n for n, ch in enumerate(text) if ch == "@" and n not in seen):
        first, last = max(0, at - 80), min(len(text), at + 80)
        kept = list(range(first, last))
        for gap in _BREAK.finditer(text, first, last):
            kept = [n for n in kept if not gap.start() <= n < gap.end()]
        joined = "".join(text[n] for n in kept)
        for m in _BROKEN_EMAIL.finditer(joined):
            if kept[m.start()] <= at < kept[m.end() - 1]:
                yield kept[m.start()], kept[m.end() - 1] + 1, private_email.RULE, m[0].lower()
