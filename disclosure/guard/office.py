"""The words of Office and OFD files, with their properties, comments, links and hidden parts.

They are zip files of XML, so the standard library is enough. Nothing is inflated beyond the cap.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, iterparse

from .pictures import read_picture
from .readings import CELL, MOST_INFLATED, Locked, Reading, TooLarge

# What the library raises on a damaged file.
_FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
    struct.error, KeyError,
)  # fmt: skip
_PICTURE = re.compile(r".*\.(?:jpe?g|png|gif|webp)\Z", re.IGNORECASE)
_ACTIVE = re.compile(
    r".*(?:vbaProject\.bin|/activeX/|/embeddings/|\.exe|\.js|\.vbs|externalLinks/externalLink)", re.IGNORECASE
)
_WORDS = frozenset({"t", "v", "TextCode", "text", "delText", "instrText", "f"})
_TOLD = frozenset({"descr", "title", "Target", "name", "author", "userName", "Creator", "Author"})
_LINES = frozenset({"p", "si", "row", "TextObject", "comment", "sst"})
_CELLS = frozenset({"tc", "c"})


def read_office(data: bytes) -> Reading:
    """Everything a docx, xlsx, pptx or ofd says. Raises Locked or TooLarge."""
    reading = Reading()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(m.file_size for m in members) > MOST_INFLATED or len(members) > 20_000:
                raise TooLarge("zip")
            for member in members:
                _read_member(archive, member, reading)
    except (*_FAULTS, ParseError) as error:
        raise Locked(str(error)) from error
    return reading


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, reading: Reading) -> None:
    name = member.filename
    if member.flag_bits & 1:
        raise Locked("encrypted")
    if _ACTIVE.match(name):
        reading.active.append(name.rpartition("/")[2])
    if name.endswith((".xml", ".rels")):
        with archive.open(member) as stream:
            content = stream.read(MOST_INFLATED)
        if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content:
            raise Locked("DTD")
        _read_xml(content, name, reading)
    elif _PICTURE.match(name):
        reading.add(read_picture(archive.read(member)))


def _read_xml(content: bytes, name: str, reading: Reading) -> None:
    line: list[str] = []
    is_properties = name.startswith("docProps/") or name in ("OFD.xml",)
    for _, element in iterparse(BytesIO(content)):
        tag = element.tag.rpartition("}")[2]
        _look_at(element, tag, name, reading)
        if tag in _WORDS or (is_properties and element.text):
            line.append((element.text or "") + ("\n" if is_properties else ""))
        elif tag in _CELLS:
            line.append(CELL)
        if tag in _LINES:
            line.append("\n" if tag != "row" else f"{CELL}\n")
        if tag in ("p", "row", "si"):
            element.clear()
    reading.words.append("".join(line))


def _look_at(element: Element, tag: str, name: str, reading: Reading) -> None:
    """Attributes that say something, and what hides or runs."""
    told = (value for key, value in element.attrib.items() if key.rpartition("}")[2] in _TOLD)
    reading.words += [value for value in told if not value.startswith(("http://schemas.", "../", "/"))]
    if tag in ("vanish", "webHidden") and element.get(_value(element), "1") not in ("0", "false"):
        reading.hidden.append(tag)
    elif tag == "sheet" and element.get("state") in ("hidden", "veryHidden"):
        reading.hidden.append(f"sheet {element.get('name', '')}")
    elif tag == "Relationship" and element.get("TargetMode") == "External":
        kind = (element.get("Type") or "").rpartition("/")[2]
        if kind in ("attachedTemplate", "oleObject", "frame", "externalLinkPath"):
            reading.active.append(kind)


def _value(element: Element) -> str:
    return next((key for key in element.attrib if key.rpartition("}")[2] == "val"), "val")
