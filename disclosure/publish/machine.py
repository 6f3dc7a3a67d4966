"""Files for machines and for the edges of the site: robots, site map, manifest, the page of both
languages, and the page for what is not found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from jinja2 import Environment

from ..plan.registry import Registry
from ..plan.text import LANGUAGES, Lang
from ..show import urls
from ..show.render import Artifact, Renderer, render_template
from ..show.voice import Voice

MANIFEST = "manifest.json"
# The same as a script, for pages opened from a disk, where nothing can be fetched.
MANIFEST_SCRIPT = "manifest.js"


def base_path(base_url: str) -> str:
    """The path of the base address, with a slash at both ends."""
    return urlsplit(base_url).path.rstrip("/") + "/"


def root_pages(renderer: Renderer, speakers: Mapping[Lang, Voice], base_url: str) -> dict[str, bytes]:
    """`index.html`, which offers both languages, and `404.html`, whose links begin at the host."""
    voices = [speakers[lang] for lang in LANGUAGES]
    names = {"voices": voices, "assets": renderer.assets, "base_url": base_url, "root": "./"}
    missing = {**names, "root": base_path(base_url)}
    return {
        "index.html": render_template(renderer.env, "machine/index.html", names).encode(),
        "404.html": render_template(renderer.env, "machine/404.html", missing).encode(),
    }


def robots(base_url: str) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {base_url}/sitemap.xml\n".encode()


def sitemap(env: Environment, base_url: str, tails: Iterable[str]) -> bytes:
    """sitemap.xml with the alternates of each page."""
    pages = [{lang: urls.absolute(base_url, lang, tail) for lang in LANGUAGES} for tail in tails]
    return render_template(env, "machine/sitemap.xml", {"pages": pages}).encode()


def manifests(registry: Registry, artifacts: Iterable[Artifact], version: str) -> dict[str, bytes]:
    """manifest.json and its copy as a script: path, bytes and SHA-256 of every file but these two.
    `version` is the data version."""
    ordered = sorted(artifacts, key=lambda a: a.path)
    data = {
        "as_of": registry.as_of.isoformat(),
        "data_version": version,
        "files": [{"path": a.path, "bytes": a.size, "sha256": a.sha256} for a in ordered],
    }
    text = json.dumps(data, ensure_ascii=False, indent=0)
    return {
        MANIFEST_SCRIPT: f"self.siteManifest = {text};\n".encode(),
        MANIFEST: f"{text}\n".encode(),
    }
