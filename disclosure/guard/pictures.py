"""What a picture says beside its pixels: EXIF, XMP, IPTC, comments, and the place where it was taken."""

from __future__ import annotations

import re
import struct
import warnings
import zlib
from io import BytesIO
from typing import Any

from .readings import MOST_PIXELS, Locked, Reading, TooLarge

# What the library raises on a damaged file.
_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    TypeError,
    KeyError,
    IndexError,
    zlib.error,
    struct.error,
)
_EXIF_PART, _GPS_PART = 0x8769, 0x8825
_LATITUDES = frozenset({2, 4})
_WIDE_TEXT = range(0x9C9B, 0x9CA0)
_XMP_PLACE = re.compile(r"GPS(?:Latitude|Longitude)|exif:GPS")


def read_picture(data: bytes) -> Reading:
    """Everything a picture says. Raises Locked or TooLarge; no pixel is decoded before its size is known."""
    from PIL import Image, UnidentifiedImageError

    reading = Reading()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=("JPEG", "PNG", "GIF", "WEBP")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise TooLarge("pixels")
                if picture.format == "PNG":
                    picture.load()  # its texts may stand behind the pixels
                _read_info(picture.info, reading)
                _read_exif(picture.getexif(), reading)
    except Image.DecompressionBombError as error:
        raise TooLarge("pixels") from error
    except (UnidentifiedImageError, *_FAULTS) as error:
        raise Locked(str(error)) from error
    return reading


def _read_info(info: dict[Any, Any], reading: Reading) -> None:
    for key, value in info.items():
        if key in ("icc_profile", "exif", "jfif", "dpi", "transparency", "photoshop"):
            continue
        text = _as_text(value)
        reading.words.append(text)
        if _XMP_PLACE.search(text):
            reading.has_place = True
    for part in (info.get("photoshop") or {}).values() if isinstance(info.get("photoshop"), dict) else ():
        reading.words.append(_as_text(part))


def _read_exif(exif: Any, reading: Reading) -> None:
    for tags in (exif, exif.get_ifd(_EXIF_PART)):
        for tag, value in tags.items():
            if isinstance(value, (str, bytes, tuple)):
                reading.words.append(_as_text(value, is_wide=tag in _WIDE_TEXT))
    if _LATITUDES & set(exif.get_ifd(_GPS_PART)):
        reading.has_place = True


def _as_text(value: Any, is_wide: bool = False) -> str:
    if isinstance(value, bytes):
        return _decoded(value, is_wide)
    if isinstance(value, tuple):
        if value and all(isinstance(part, int) and 0 <= part < 256 for part in value):
            return _decoded(bytes(value), is_wide=True)
        return " ".join(_as_text(part) for part in value if isinstance(part, (str, bytes)))
    return str(value)


def _decoded(data: bytes, is_wide: bool) -> str:
    """The text of bytes whose encoding is known by custom, or seen by its zeros."""
    data = data.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0")
    if is_wide or data[1::2].count(0) > len(data) // 4:
        return data.decode("utf-16-le", "ignore").rstrip("\0")
    if data[::2].count(0) > len(data) // 4:
        return data.decode("utf-16-be", "ignore")
    return data.decode("utf-8", "ignore").replace("\0", " ")
