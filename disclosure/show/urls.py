"""Addresses of the public site: permanent, and written here only.

A page's *tail* is its address without the language (`plans/jinhua-2018/items/02/`); both languages
have the same tails. Links between pages are relative: they climb to the language's root and go down
from there, so that a built site works below any path, and so that a fragment of a page depends on
the page's depth alone.
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote

from ..plan.text import Lang

HOME = ""
UNITS = "units/"
NOTICES = "notices/"
METHOD = "method/"
SITEMAP = "sitemap/"
SEARCH = "search/"
VERIFY = "verify/"
CHANGES = "changes/"
TRANSLATION = "translation/"


def plan_tail(plan: str) -> str:
    return f"plans/{plan}/"


def items_tail(plan: str, page: int = 1) -> str:
    """The list, or its page `page` counted from 1."""
    return _paged(f"plans/{plan}/items/", page)


def filtered_tail(plan: str, axis: str, value: str, page: int = 1) -> str:
    """The list of the items with one state, timeliness or category (`axis`), or a page of it."""
    return _paged(f"plans/{plan}/items/{axis}/{value.replace('_', '-')}/", page)


def _paged(tail: str, page: int) -> str:
    return tail if page == 1 else f"{tail}page-{page}/"


def status_tail(plan: str) -> str:
    return f"plans/{plan}/status/"


def deadlines_tail(plan: str) -> str:
    return f"plans/{plan}/deadlines/"


def print_tail(plan: str) -> str:
    """Plan, list and status as one document."""
    return f"plans/{plan}/print/"


def pdf_tail(plan: str) -> str:
    """The same as a PDF, where one is made; it lies beside the page."""
    return f"{print_tail(plan)}plan.pdf"


def records_tail(plan: str, kind: str) -> str:
    """The page of all extensions, supervision or closures of a plan."""
    return f"plans/{plan}/{kind}/"


def item_tail(plan: str, item: str) -> str:
    return f"plans/{plan}/items/{item}/"


def plan_embed_tail(plan: str) -> str:
    """The card of a plan's totals, for other sites to embed."""
    return f"plans/{plan}/embed/"


def item_embed_tail(plan: str, item: str) -> str:
    """The card of one item, for other sites to embed."""
    return f"plans/{plan}/items/{item}/embed/"


def is_embed(tail: str) -> bool:
    """Whether a page is such a card: it stands on other sites, and in no list of ours."""
    return re.fullmatch("plans/[^/]+/(items/[^/]+/)?embed/", tail) is not None


def indicators_tail(plan: str) -> str:
    return f"plans/{plan}/indicators/"


def indicator_tail(plan: str, indicator: str) -> str:
    return f"plans/{plan}/indicators/{indicator}/"


def unit_tail(unit: str) -> str:
    return f"units/{unit}/"


def notice_tail(notice: str) -> str:
    return f"notices/{notice}/"


def changes_tail(number: int) -> str:
    """An archive page of the ledger, counted from 1: its entries never leave it."""
    return f"changes/{number}/"


def changes_kind_tail(kind: str) -> str:
    """The latest changes of one kind."""
    return f"changes/{kind}/"


def page_tail(name: str) -> str:
    return f"{name}/"


def page_path(lang: Lang, tail: str) -> str:
    """The file of a page below the site's root."""
    return f"{lang}/{tail}index.html"


# What would end the path of an address, be decoded or not be allowed there. Letters of all scripts may stand.
_ENCODED = {ord(sign): quote(sign, safe="") for sign in "%#?&\"<>\\^`{|}[] ';"}


def file_path(name: str) -> str:
    """The address of an attachment below the site's root."""
    return "files/" + name.translate(_ENCODED)


@cache
def up(tail: str) -> str:
    """The relative way from a page to the root of its language: `../` for each step of its tail."""
    return "../" * tail.count("/")


def link(tail: str, to: str) -> str:
    """The relative address of the page `to` (a tail, perhaps with a fragment) from the page `tail`."""
    return (up(tail) + to) or "./"


def root(tail: str) -> str:
    """The relative way from a page to the root of the site, which holds assets, files and data."""
    return up(tail) + "../"


def absolute(base_url: str, lang: Lang, tail: str) -> str:
    """The permanent address of a page."""
    return f"{base_url}/{lang}/{tail}"
