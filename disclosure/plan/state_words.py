"""The rules of state and timeliness in words, from `state_table.yaml`: for pages that explain them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from .text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleWords:
    """A rule: its id, the state or timeliness it gives, and when it holds."""

    id: str
    gives: str
    text: Text


@cache
def rule_words() -> Mapping[str, tuple[RuleWords, ...]]:
    """The rules in the order of judgement, under `state` and `timeliness`."""
    path = Path(__file__).with_name("state_table.yaml")
    table = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return {
        name: tuple(
            RuleWords(id=r["rule"], gives=r["gives"], text=Text(zh=r["zh"], en=r["en"])) for r in rules
        )
        for name, rules in table.items()
    }
