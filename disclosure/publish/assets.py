"""Style and scripts: the files of each kind joined in a fixed order, named by their digest.

What must run before the first paint (`js/early/`) is a file of its own; all other scripts wait until the
page is read.
"""

from __future__ import annotations

from pathlib import Path

from ..ground.files import sha256

STYLES = ("tokens", "base", "layout", "parts", "print")


def read_assets(templates: Path) -> dict[str, tuple[str, bytes]]:
    """The site's assets: kind (`css`, `js`, …) to (path below the root, bytes)."""
    folder = templates / "assets"
    styles = b"\n".join((folder / "css" / f"{name}.css").read_bytes() for name in STYLES)
    assets = {
        "css": _named("site", "css", styles),
        "js": _named("site", "js", _scripts(folder / "js")),
        "early": _named("early", "js", _scripts(folder / "js" / "early")),
    }
    for icon in sorted(folder.glob("*.svg")):
        assets[icon.stem] = _named(icon.stem, "svg", icon.read_bytes())
    return assets


def _scripts(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.glob("*.js")))


def _named(stem: str, suffix: str, data: bytes) -> tuple[str, bytes]:
    return f"assets/{stem}-{sha256(data)[:10]}.{suffix}", data
