"""The gate over attachments: refused unless they are of a kind that is allowed, small enough, named so that
they can be linked to, and hold nothing that is private, hidden or alive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..ground.problems import Anchor, Problem
from ..read.layout import SourceFile
from .kinds import ENDINGS, NAMES, PICTURES, ZIPPED, decode, kind_of
from .office import read_office
from .papers import read_paper
from .permits import Permits
from .pictures import read_picture
from .readings import MOST_BYTES, Locked, Reading, TooLarge
from .rules import (
    attachment_active,
    attachment_collision,
    attachment_locked,
    attachment_name,
    attachment_size,
    attachment_type,
    attachment_unread,
    hidden_text,
    photo_location,
)
from .scan import scan_name, scan_words

LONGEST_NAME = 120
_GOOD_NAME = re.compile(
    r"[a-zA-Z0-9\u3400-\u9fff（〔《](?:[a-zA-Z0-9\u3400-\u9fff._\-（）〔〕《》、]*[a-zA-Z0-9\u3400-\u9fff）〕》])?\Z"
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?\Z", re.IGNORECASE)
_LIMITS = {
    "bytes": ("文件超过 20 MB", "the file is larger than 20 MB"),
    "zip": ("解开后超过 200 MB", "it grows beyond 200 MB when it is unpacked"),
    "pixels": ("图片超过 5000 万像素", "the picture has more than 50 million pixels"),
    "pages": ("超过 2000 页", "it has more than 2,000 pages"),
}


def check_attachments(sources: Iterable[SourceFile], permits: Permits) -> Iterator[Problem]:
    """All problems of the files below content/files/."""
    files = [s for s in sources if s.kind == "file"]
    yield from _check_collisions(files)
    for source in files:
        yield from _check_name(source.address)
        yield from scan_name(source.address, permits)
        size = source.path.stat().st_size
        if size > MOST_BYTES:
            yield _too_large(source.address, "bytes")
        else:
            yield from check_attachment(source.address, source.path.read_bytes(), permits)


def check_attachment(file: str, data: bytes, permits: Permits) -> Iterator[Problem]:
    """All problems of the content of one attachment."""
    at, kind = Anchor(file=file), kind_of(data)
    ending = file.rpartition("/")[2].rpartition(".")[2].lower()
    if kind not in ENDINGS:
        zh, en = NAMES[kind]
        yield attachment_type.RULE.at(at, found_zh=zh, found=en)
        return
    if ending not in ENDINGS[kind]:
        wanted = "、".join(f".{e}" for e in ENDINGS[kind])
        zh, en = f"{kind.upper()}（应以 {wanted} 结尾）", f"{kind.upper()}, which ends in {wanted}"
        yield attachment_type.RULE.at(at, found_zh=zh, found=en)
    try:
        reading = _read(kind, data)
    except Locked as error:
        yield attachment_locked.RULE.at(at, reason=str(error)[:60] or "?")
        return
    except TooLarge as error:
        yield _too_large(file, error.what)
        return
    yield from scan_words(reading.text, file, permits, has_lines=kind == "text")
    yield from _check_reading(reading, at)


def _read(kind: str, data: bytes) -> Reading:
    if kind == "pdf":
        return read_paper(data)
    if kind in ZIPPED:
        return read_office(data)
    if kind in PICTURES:
        return read_picture(data)
    return Reading(words=[decode(data) or ""])


def _check_reading(reading: Reading, at: Anchor) -> Iterator[Problem]:
    for found in sorted(set(reading.hidden)):
        yield hidden_text.RULE.at(at, found=found)
    for found in sorted(set(reading.active)):
        yield attachment_active.RULE.at(at, found=found)
    if reading.has_place:
        yield photo_location.RULE.at(at)
    if reading.is_scan:
        yield attachment_unread.RULE.at(at)


def _too_large(file: str, what: str) -> Problem:
    zh, en = _LIMITS[what]
    return attachment_size.RULE.at(Anchor(file=file), reason_zh=zh, reason=en)


def _check_name(address: str) -> Iterator[Problem]:
    for part in address.removeprefix("files/").split("/"):
        is_long = len(part.encode("utf-8", "surrogateescape")) > LONGEST_NAME
        is_good = _GOOD_NAME.match(part) and not _RESERVED.match(part) and ".." not in part
        if is_long or not is_good or unicodedata.normalize("NFC", part) != part:
            yield attachment_name.RULE.at(Anchor(file=address), name=part)


def _check_collisions(files: Iterable[SourceFile]) -> Iterator[Problem]:
    """Files whose names are one on some disk or host: told at both."""
    seen: dict[str, list[str]] = {}
    for source in files:
        key = unicodedata.normalize("NFKC", source.address).casefold()
        seen.setdefault(key, []).append(source.address)
    for same in seen.values():
        for address in same if len(same) > 1 else ():
            others = "、".join(other for other in same if other != address)
            yield attachment_collision.RULE.at(Anchor(file=address), other=others)
