"""The page that checks downloaded files: what a script needs to say what a file is, from its address.

The script matches the address of a file against `kinds`, in order: pairs of an address with {gaps} and
of words with the same gaps. The addresses are made by `urls`, so that none stands twice. Nothing here
knows the manifest: the page loads it when a file has been chosen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from markupsafe import Markup

from ...plan.model import Category
from ...plan.state import STATES, TIMELINESS
from ...plan.text import Lang
from .. import urls
from ..voice import Voice
from .ledger_lines import KINDS

PLAN, LANG, IDENT = "{plan}", cast(Lang, "{lang}"), "{id}"
Kind = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class VerifyView:
    """`root` leads to the files that pages lie below; `head` is that of the ledger, `key` the public key of
    the signature, each empty where there is none. `kinds` and `names` are JSON for the script: the kinds of
    files, and what stands for the value of a gap, by gap and value."""

    root: str
    data_version: str
    head: str
    key: str
    kinds: str
    names: str


def verify_view(voice: Voice, data_version: str, head: str) -> VerifyView:
    plans = voice.registry.plans
    names = {
        "lang": {lang: _plain(voice.words.verify.in_language[lang]) for lang in ("zh", "en")},
        "plan": {folder.id: voice.plain(folder.plan.title) for folder in plans},
    }
    return VerifyView(
        root=urls.root(voice.tail),
        data_version=data_version,
        head=head,
        key=voice.registry.site.signing_key or "",
        kinds=_as_json(list(_kinds(voice))),
        names=_as_json(names),
    )


def _as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _plain(word: Markup) -> str:
    return str(word.unescape())


def _kinds(voice: Voice) -> Iterator[Kind]:
    """All kinds of files, the particular before the general."""
    kind = voice.words.verify.kind
    page = _plain(kind.page)
    plan_page = page if len(voice.registry.plans) == 1 else _plain(kind.plan_page)
    yield from _page_kinds(plan_page, _plan_titles(voice))
    yield from _page_kinds(page, _site_titles(voice))
    others = (
        (f"{LANG}/{urls.pdf_tail(PLAN)}", kind.pdf),
        ("{lang}/{rest}.ics", kind.calendar),
        ("feeds/{lang}/{rest}", kind.feed),
        (urls.page_path(LANG, "{rest}/"), Markup(page).format(title="{rest}", lang=LANG)),
        ("data/{rest}", kind.data),
        ("files/{rest}", kind.attachment),
        ("assets/{rest}", kind.asset),
        ("index.html", kind.root),
        ("404.html", kind.missing),
        ("verify.py", kind.verifier),
        ("allowed_signers", kind.signers),
        ("{rest}", kind.other),
    )
    yield from ((address, _plain(words)) for address, words in others)


def _page_kinds(words: str, titles: Iterator[tuple[str, str]]) -> Iterator[Kind]:
    for tail, title in titles:
        yield urls.page_path(LANG, tail), words.replace("{title}", title)


def _plan_titles(voice: Voice) -> Iterator[tuple[str, str]]:
    """The pages of a plan: tail and title, both with gaps."""
    words = voice.words
    second = urls.items_tail(PLAN, 2)
    titled = (
        (urls.plan_tail(PLAN), words.nav.plan),
        (urls.items_tail(PLAN), words.list.title),
        (second.replace("page-2", "page-{n}"), words.verify.kind.list_page),
        *_filtered_titles(voice),
        (urls.plan_embed_tail(PLAN), words.verify.kind.plan_card),
        (urls.item_embed_tail(PLAN, IDENT), words.verify.kind.item_card),
        (urls.item_tail(PLAN, IDENT), words.link.item),
        (urls.status_tail(PLAN), words.status.title),
        (urls.deadlines_tail(PLAN), words.deadlines.title),
        *((urls.records_tail(PLAN, k), words[k].title) for k in ("extensions", "supervision", "closures")),
        (urls.print_tail(PLAN), words.print.name),
        (urls.indicators_tail(PLAN), words.indicators.title),
        (urls.indicator_tail(PLAN, IDENT), words.verify.kind.indicator),
    )
    return ((tail, _plain(title)) for tail, title in titled)


def _filtered_titles(voice: Voice) -> Iterator[tuple[str, Markup]]:
    words = voice.words
    values = (("state", STATES), ("timeliness", TIMELINESS), ("category", get_args(Category)))
    for axis, names in values:
        for name in names:
            yield urls.filtered_tail(PLAN, axis, name), words.list.filtered.format(value=words[axis][name])


def _site_titles(voice: Voice) -> Iterator[tuple[str, str]]:
    """The pages outside plans: tail and title, with gaps where there are many."""
    words = voice.words
    titled = (
        (urls.HOME, words.nav.home),
        (urls.UNITS, words.units.title),
        (urls.unit_tail(IDENT), words.verify.kind.unit),
        (urls.SEARCH, words.search.title),
        (urls.NOTICES, words.notices.title),
        (urls.notice_tail(IDENT), words.verify.kind.notice),
        (urls.CHANGES, words.ledger.title),
        *((urls.changes_kind_tail(k), words.ledger.of_kind.format(kind=words.ledger.kind[k])) for k in KINDS),
        (urls.changes_tail(1).replace("1", "{n}"), words.verify.kind.archive),
        (urls.TRANSLATION, words.translation.title),
        (urls.METHOD, words.method.title),
        (urls.SITEMAP, words.sitemap.title),
        (urls.VERIFY, words.verify.title),
    )
    yield from ((tail, _plain(title)) for tail, title in titled)
    yield from ((urls.page_tail(p.id), voice.plain(p.title)) for p in voice.registry.pages)
