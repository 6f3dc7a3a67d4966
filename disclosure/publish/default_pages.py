"""The pages that every portal has, in the product's own words where the content has none of its own:
about, accessibility, privacy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..plan.model import Home
from ..plan.registry import Registry
from ..plan.site_model import Document
from ..plan.text import Text
from ..read.front_matter import split_front_matter

NAMES = ("about", "accessibility", "privacy")


def with_default_pages(registry: Registry, templates: Path) -> Registry:
    """The registry with a page for each of NAMES."""
    have = {page.id for page in registry.pages}
    added = tuple(_default(templates / "default_pages", name) for name in NAMES if name not in have)
    return replace(registry, pages=(*registry.pages, *added))


def _default(folder: Path, name: str) -> Document:
    parts = {
        lang: split_front_matter((folder / f"{name}.{lang}.md").read_text("utf-8")) for lang in ("zh", "en")
    }
    titles = {lang: p.yaml.partition("title:")[2].strip() for lang, p in parts.items()}
    return Document(
        home=Home(file=f"pages/{name}.zh.md", id=name),
        title=Text(zh=titles["zh"], en=titles["en"]),
        body=Text(zh=parts["zh"].body, en=parts["en"].body),
    )
