"""The site as it stood at a commit: an ordinary build of the content laid out anew, which says on every page
that it is not the latest and where that is.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .order import Order, Result
from .past.editions import checked_out
from .pipeline import build
from .plan.history import short
from .plan.registry import Edition
from .publish.release import check_target
from .read import history as git
from .read.content import read_registry
from .read.layout import discover
from .read.sources import texts_of


def build_edition(order: Order, revision: str, target: Path) -> Result:
    """Make the site of the commit that a revision names. Where that is the last one, the site is the latest.
    “Today” is the day of the commit. Raises NoSuchEdition."""
    check_target(target, order.content)
    with checked_out(order.content, revision, order.cache) as old:
        is_last = old.commit == git.commit_of(order.content, "HEAD")
        edition = None if is_last else Edition(latest=_latest(order), commit=old.commit)
        asked = replace(
            order,
            content=old.content,
            cache=old.cache,
            now=order.now if is_last else old.at,
            edition=edition,
            register=False,
        )
        result = build(asked, target)
        result.texts = texts_of(old.content, result.problems)
        result.label = f"{short(old.commit)}:{order.content.name}"
        return result


def _latest(order: Order) -> str:
    """The public address of the site as it is now; empty where its content cannot be read, or is gone."""
    if not order.content.is_dir():
        return ""
    registry = read_registry(discover(order.content).value or ()).value
    return registry.site.base_url if registry else ""
