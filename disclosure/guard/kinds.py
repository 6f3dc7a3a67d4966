"""What an attachment is, by its content and not by its name. What is not on the list is refused.

On the list are forms that a reader can open anywhere, that run nothing, and whose text can be looked at.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

# Each kind with the endings that its files may have.
ENDINGS: dict[str, tuple[str, ...]] = {
    "pdf": ("pdf",),
    "docx": ("docx",),
    "xlsx": ("xlsx",),
    "pptx": ("pptx",),
    "ofd": ("ofd",),
    "jpeg": ("jpg", "jpeg"),
    "png": ("png",),
    "gif": ("gif",),
    "webp": ("webp",),
    "text": ("txt", "csv", "json", "geojson"),
}
ZIPPED = ("docx", "xlsx", "pptx", "ofd")
PICTURES = ("jpeg", "png", "gif", "webp")
_SIGNS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
_MARKUP = re.compile(
    rb"\s*(?:<\?xml|<!doctype|<!--|<html|<head|<body|<svg|<script|<iframe|<math|<\?php)", re.IGNORECASE
)
_ANYWHERE = re.compile(rb"<(?:html|svg|script|iframe|body|object|embed)[\s>/]", re.IGNORECASE)
_MEMBERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# What is refused, in words.
NAMES = {
    "markup": ("网页或 SVG", "a web page or SVG"),
    "ole": ("旧版或加密的 Office 文件", "an Office file of the old form, or an encrypted one"),
    "program": ("程序", "a program"),
    "archive": ("压缩包", "an archive"),
    "unknown": ("不认识的二进制内容", "binary data of no known form"),
    "empty": ("空文件", "an empty file"),
}


def kind_of(data: bytes) -> str:
    """The kind of a file: one of ENDINGS, else one of NAMES."""
    if not data:
        return "empty"
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _zipped(data)
    if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")) or _ANYWHERE.search(data[:100_000]):
        return "markup"
    return "unknown" if _CONTROLS.search(data) or not _is_text(data) else "text"


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "unknown"
    if "OFD.xml" in names:
        return "ofd"
    if "[Content_Types].xml" in names:
        return next((kind for start, kind in _MEMBERS if any(n.startswith(start) for n in names)), "archive")
    return "archive"


def _is_text(data: bytes) -> bool:
    return decode(data) is not None


def decode(data: bytes) -> str | None:
    """A text in UTF-8, else in GB 18030; None where it is neither."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
