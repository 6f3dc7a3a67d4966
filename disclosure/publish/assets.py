"""Style and scripts: the files of each kind joined in a fixed order, named by their digest.

What must run before the first paint (`js/early/`) is a file of its own; all other scripts wait until the
page is read. A script that one page alone needs lies in a folder of its own below `js/`, and is joined
under the folder's name, so that no other page loads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..ground.files import sha256

STYLES = ("tokens", "base", "layout", "parts", "print", "sheet")


def read_assets(templates: Path) -> dict[str, tuple[str, bytes]]:
    """The site's assets: kind (`css`, `js`, an icon, a page's script) to (path below the root, bytes)."""
    folder = templates / "assets"
    scripts = folder / "js"
    found = {
        "css": _named("site", "css", _joined(folder / "css" / f"{name}.css" for name in STYLES)),
        "js": _named("site", "js", _joined(sorted(scripts.glob("*.js")))),
    }
    for own in sorted(path for path in scripts.iterdir() if path.is_dir()):
        found[own.name] = _named(own.name, "js", _joined(sorted(own.glob("*.js"))))
    for icon in sorted(folder.glob("*.svg")):
        found[icon.stem] = _named(icon.stem, "svg", icon.read_bytes())
    return found


def _joined(paths: Iterable[Path]) -> bytes:
    return b"\n".join(path.read_bytes() for path in paths)


def _named(name: str, suffix: str, data: bytes) -> tuple[str, bytes]:
    return f"assets/{name}-{sha256(data)[:10]}.{suffix}", data
