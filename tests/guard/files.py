"""Attachments made for tests: the smallest files of each kind that hold a given text."""

from __future__ import annotations

import zipfile
from io import BytesIO

from PIL import Image, PngImagePlugin

_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _zip(members: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def docx(text: str, properties: str = "", run: str = "", **more: str | bytes) -> bytes:
    """A document; each line of the text is a paragraph, each paragraph two runs."""
    paragraphs = "".join(
        f"<w:p><w:r><w:rPr>{run}</w:rPr><w:t>{_escape(line[: len(line) // 2])}</w:t></w:r><w:r><w:t>{_escape(line[len(line) // 2 :])}</w:t></w:r></w:p>"
        for line in text.split("\n")
    )
    core = f'<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:description>{_escape(properties)}</dc:description></cp:coreProperties>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<w:document {_W}><w:body>{paragraphs}</w:body></w:document>",
        "docProps/core.xml": core,
    }
    return _zip(members | {name.replace("__", "/"): content for name, content in more.items()})


def xlsx(*rows: tuple[str, ...], state: str = "visible") -> bytes:
    """A workbook: figures are stored as figures, all else as shared strings."""
    strings: list[str] = []
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            if cell.isdigit():
                cells.append(f"<c><v>{cell}</v></c>")
            else:
                cells.append(f'<c t="s"><v>{len(strings)}</v></c>')
                strings.append(cell)
        lines.append(f"<row>{''.join(cells)}</row>")
    shared = "".join(f"<si><t>{_escape(s)}</t></si>" for s in strings)
    return _zip(
        {
            "[Content_Types].xml": _TYPES,
            "xl/workbook.xml": f'<workbook><sheets><sheet name="表" state="{state}"/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{''.join(lines)}</sheetData></worksheet>",
            "xl/sharedStrings.xml": f"<sst>{shared}</sst>",
        }
    )


def pdf(text: str, subject: str = "", extra: str = "") -> bytes:
    """A page in Latin letters, with a subject in its properties."""
    shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    stream = f"BT /F1 12 Tf 50 700 Td ({shown}) Tj ET" if text else "0 0 m"
    title = "".join(f"{unit:04X}" for unit in _units(subject))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{extra}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Subject<FEFF{title}>>>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    body += f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body.encode("latin-1")


def _units(text: str) -> list[int]:
    data = text.encode("utf-16-be")
    return [data[n] << 8 | data[n + 1] for n in range(0, len(data), 2)]


def jpeg(comment: str = "", has_place: bool = False, size: tuple[int, int] = (8, 8)) -> bytes:
    """A picture whose EXIF has a description, and perhaps a place."""
    picture, buffer = Image.new("RGB", size), BytesIO()
    exif = Image.Exif()
    if comment:
        exif[0x9C9C] = comment.encode("utf-16-le") + b"\0\0"
    if has_place:
        exif[0x8825] = {1: "N", 2: (29.0, 5.0, 1.0), 3: "E", 4: (119.0, 39.0, 1.0)}
    picture.save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def png(text: str = "") -> bytes:
    buffer, info = BytesIO(), PngImagePlugin.PngInfo()
    info.add_itxt("Comment", text)
    Image.new("RGB", (8, 8)).save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()
