"""Deadlines as records, and what they mean in plain words of either language.

How an official wording becomes a record is the duty of `disclosure.plan.deadline_grammar`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .periods import Period
from .text import Lang, Text

DeadlineKind = Literal["by", "immediate", "staged", "dependent", "none", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    text: Text
    by: Period


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """What was promised by when. `text` is the official wording and its English; `by` is set for
    kind `by` alone, `stages` for `staged` alone; `standing` says that a duty goes on afterwards."""

    text: Text
    kind: DeadlineKind
    by: Period | None = None
    stages: tuple[Stage, ...] = ()
    standing: bool = False

    @property
    def due(self) -> date | None:
        """The last day, included; that of the last stage; None where there is no date."""
        if self.by:
            return self.by.last
        return max((s.by.last for s in self.stages), default=None)


def describe(deadline: Deadline, lang: Lang) -> str:
    """The deadline in plain words: what it means, not how it was printed."""
    said = _SAID[lang][deadline.kind](deadline)
    if not deadline.standing:
        return said
    if deadline.kind == "none":
        return {"zh": "长期坚持", "en": "Sustained over the long term"}[lang]
    return said + {"zh": "，长期坚持", "en": ", and sustained over the long term"}[lang]


_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _by_zh(period: Period) -> str:
    year, last = f"{period.last.year}年", period.last
    return {
        "day": f"{year}{last.month}月{last.day}日前",
        "month": f"{year}{last.month}月底前",
        "quarter": f"{year}第{'一二三四'[(last.month - 1) // 3]}季度末前",
        "half": f"{year}{'上' if last.month == 6 else '下'}半年",
        "year": f"{year}底前",
    }[period.kind]


def _by_en(period: Period) -> str:
    year, last = period.last.year, period.last
    return {
        "day": f"By {last.day} {_MONTHS[last.month - 1]} {year}",
        "month": f"By the end of {_MONTHS[last.month - 1]} {year}",
        "quarter": f"By the end of the {_ORDINALS[(last.month - 1) // 3]} quarter of {year}",
        "half": f"By the end of {'June' if last.month == 6 else 'December'} {year}",
        "year": f"By the end of {year}",
    }[period.kind]


def _by(deadline: Deadline, say: Callable[[Period], str]) -> str:
    return say(deadline.by) if deadline.by else ""


def _stages_en(deadline: Deadline) -> str:
    return "In stages: " + "; ".join(_by_en(s.by)[0].lower() + _by_en(s.by)[1:] for s in deadline.stages)


_SAID: dict[Lang, dict[DeadlineKind, Callable[[Deadline], str]]] = {
    "zh": {
        "by": lambda d: _by(d, _by_zh),
        "immediate": lambda d: "立行立改",
        "staged": lambda d: "；".join(s.text.zh for s in d.stages),
        "dependent": lambda d: d.text.zh,
        "none": lambda d: "无固定期限",
        "unknown": lambda d: "不定",
    },
    "en": {
        "by": lambda d: _by(d, _by_en),
        "immediate": lambda d: "Immediately",
        "staged": _stages_en,
        "dependent": lambda d: "Depends on a plan or decision made elsewhere",
        "none": lambda d: "No fixed date",
        "unknown": lambda d: "Not yet fixed",
    },
}
