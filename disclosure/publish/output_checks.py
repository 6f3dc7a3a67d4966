"""Gate 2: what was rendered is judged before anything published changes.

Works on the facts kept of each file (`Artifact`), never on the disk. Links and anchors resolve, ids
and addresses stand once, pages come in pairs. Problems name the page; `disclosure.publish.origins` finds the
place in the content.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from ..ground.problems import Anchor, Problem
from ..show.render import Artifact
from .machine import MANIFEST, MANIFEST_SCRIPT
from .rules import dead_anchor, dead_link, doubled_anchor, doubled_path, unpaired_page

_ELSEWHERE = ("https:", "http:", "mailto:", "tel:", "data:")


def check_output(
    artifacts: Iterable[Artifact], base_path: str, later: Collection[str] = frozenset()
) -> list[Problem]:
    """All problems of a rendered site. `base_path` is the path of the base address, for pages such
    as 404.html that link from the root of the host. `later` are the anchors (`TAIL#ANCHOR`) of records
    dated after the day of judgement: a link to one leads to its page, where the record is not yet."""
    made = list(artifacts)
    files = {a.path: a for a in made}
    anchors = {path: frozenset(a.anchors) for path, a in files.items()}
    # Written after everything else has been judged, and always.
    anchors |= {MANIFEST: frozenset(), MANIFEST_SCRIPT: frozenset()}
    problems: list[Problem] = []
    if len(files) < len(made):
        counts = Counter(a.path for a in made)
        problems += [
            doubled_path.RULE.at(Anchor(file=path), page=path) for path, n in counts.items() if n > 1
        ]
    for artifact in files.values():
        problems += _check_links(artifact, anchors, base_path, later)
        problems += _check_anchors(artifact)
        problems += _check_twin(artifact, files)
    return problems


def _check_links(
    artifact: Artifact, anchors: Mapping[str, frozenset[str]], base_path: str, later: Collection[str]
) -> Iterator[Problem]:
    at = Anchor(file=artifact.path)
    for link in artifact.links:
        if link.startswith(_ELSEWHERE):
            continue
        target, _, fragment = link.partition("#")
        path = resolve(artifact.path, target.partition("?")[0], base_path)
        if path not in anchors:
            yield dead_link.RULE.at(at, link=link, page=artifact.path)
        elif fragment and unquote(fragment) not in anchors[path] and not _is_later(path, fragment, later):
            yield dead_anchor.RULE.at(at, link=link, page=artifact.path)


def _is_later(path: str, fragment: str, later: Collection[str]) -> bool:
    tail = path.partition("/")[2].removesuffix("index.html")
    return f"{tail}#{fragment}" in later


def resolve(page: str, link: str, base_path: str) -> str:
    """The file of the site that a link on `page` leads to, as a path below the root."""
    if not link:
        return page
    if link.startswith("/"):
        path = link.removeprefix(base_path).lstrip("/") or "./"
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
        path = path + "/" if link.endswith(("/", ".")) and path != "." else path
    path = "" if path in (".", "./") else unquote(path)
    return path + "index.html" if not path or path.endswith("/") else path


def _check_anchors(artifact: Artifact) -> Iterator[Problem]:
    if len(artifact.anchors) > len(set(artifact.anchors)):
        for anchor, count in Counter(artifact.anchors).items():
            if count > 1:
                yield doubled_anchor.RULE.at(Anchor(file=artifact.path), name=anchor, page=artifact.path)


def _check_twin(artifact: Artifact, files: Mapping[str, Artifact]) -> Iterator[Problem]:
    lang, _, rest = artifact.path.partition("/")
    twins = {"zh": "en", "en": "zh"}
    if artifact.path.endswith(".html") and lang in twins and f"{twins[lang]}/{rest}" not in files:
        yield unpaired_page.RULE.at(Anchor(file=artifact.path), twin=f"{twins[lang]}/{rest}")
