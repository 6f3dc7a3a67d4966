"""The words of PDF files, with their properties, notes and links, and what in them would run."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import Any

from .readings import MOST_PAGES, Locked, Reading, TooLarge

_RUNNING = ("/JavaScript", "/JS", "/Launch", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData")
# The library says on its own log what it mends in a damaged file; the messages here are ours.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_paper(data: bytes) -> Reading:
    """Everything a PDF says. Raises Locked or TooLarge."""
    from pypdf import PdfReader

    reading = Reading()
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Locked("encrypted")
        if len(reader.pages) > MOST_PAGES:
            raise TooLarge("pages")
        _read_head(reader, reading)
        pages = [_read_page(page, reading) for page in reader.pages]
    except (Locked, TooLarge):
        raise
    except Exception as error:  # it raises whatever its filters raise on a damaged file
        raise Locked(type(error).__name__) from error
    reading.is_scan = bool(pages) and not any(pages)
    return reading


def _read_head(reader: Any, reading: Reading) -> None:
    """Properties, and what the document does when it is opened."""
    reading.words += [str(value) for value in (reader.metadata or {}).values()]
    root = reader.trailer["/Root"]
    xmp = root.get("/Metadata")
    if xmp is not None:
        reading.words.append(xmp.get_object().get_data().decode("utf-8", "ignore"))
    names = root.get("/Names")
    names = names.get_object() if names is not None else {}
    if "/JavaScript" in names:
        reading.active.append("JavaScript")
    if "/EmbeddedFiles" in names:
        reading.active.append("EmbeddedFiles")
    for key in ("/OpenAction", "/AA"):
        if key in root and (found := _running(root[key])):
            reading.active.append(found)
    form = root.get("/AcroForm")
    if form is not None and "/XFA" in form.get_object():
        reading.active.append("XFA")


def _running(action: Any) -> str:
    text = str(action.get_object() if hasattr(action, "get_object") else action)
    return next((sign.removeprefix("/") for sign in _RUNNING if sign in text), "")


def _read_page(page: Any, reading: Reading) -> bool:
    """Take in the words of a page; whether it has any."""
    text = page.extract_text() or ""
    reading.words.append(text)
    for note in page.get("/Annots") or ():
        entry = note.get_object()
        reading.words += [str(entry[key]) for key in ("/Contents", "/T", "/V") if key in entry]
        action = entry.get("/A")
        if action is not None:
            told = action.get_object()
            reading.words += [str(told["/URI"])] if "/URI" in told else []
            if found := _running(told):
                reading.active.append(found)
    return bool(text.strip())
