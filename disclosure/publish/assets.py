"""Style and scripts: the files of each kind joined in a fixed order, named by their digest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..ground.files import sha256

STYLES = ("tokens", "base", "layout", "parts", "print")


def read_assets(templates: Path) -> dict[str, tuple[str, bytes]]:
    """The site's assets: kind (`css`, `js`, …) to (path below the root, bytes)."""
    folder = templates / "assets"
    styles = b"\n".join((folder / "css" / f"{name}.css").read_bytes() for name in STYLES)
    scripts = b"\n".join(path.read_bytes() for path in sorted((folder / "js").glob("*.js")))
    found = {"css": styles, "js": scripts}
    for icon in _icons(folder):
        found[icon.stem] = icon.read_bytes()
    suffixes = {kind: kind if kind in ("css", "js") else "svg" for kind in found}
    return {
        kind: (
            f"assets/{'site' if kind in ('css', 'js') else kind}-{sha256(data)[:10]}.{suffixes[kind]}",
            data,
        )
        for kind, data in found.items()
    }


def _icons(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.svg"))
