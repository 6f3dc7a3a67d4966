"""Files for machines and for the edges of the site: robots, site map, manifest, the page of both
languages, and the page for what is not found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import urlsplit

from jinja2 import Environment

from ..judge.ledger import Ledger
from ..plan.registry import Registry
from ..plan.text import LANGUAGES, Lang
from ..show import urls
from ..show.render import Artifact, Renderer, render_template
from ..show.voice import Voice
from .verifier import digest

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


def manifests(
    registry: Registry, made: Iterable[Artifact], index: Iterable[Artifact], version: str, ledger: Ledger
) -> dict[str, bytes]:
    """manifest.json and its copy as a script: path, bytes and SHA-256 of every file but these two, and a
    seal over all that it says; of attachments the day from which they are public. The search index stands
    apart, since nobody downloads it. `version` is the data version."""
    data = {
        "as_of": registry.as_of.isoformat(),
        "data_version": version,
        "ledger": ledger.head or None,
        "files": _listed(made, ledger.published),
        "index": _listed(index, {}),
    }
    text = json.dumps({**data, "seal": digest({**data, "seal": None})}, ensure_ascii=False, indent=0)
    return {
        MANIFEST_SCRIPT: f"self.siteManifest = {text};\n".encode(),
        MANIFEST: f"{text}\n".encode(),
    }


def _listed(artifacts: Iterable[Artifact], published: Mapping[str, date]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for artifact in sorted(artifacts, key=lambda a: a.path):
        day = published.get(artifact.path)
        said = {"path": artifact.path, "bytes": artifact.size, "sha256": artifact.sha256}
        found.append({**said, "published": day.isoformat()} if day else {**said})
    return found
