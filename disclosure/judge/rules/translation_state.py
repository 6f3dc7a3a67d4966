"""译文有三种情况要处理：没有译文、未经人工校对的机器翻译、中文改了而英文没有跟着改。

A translation wants work in three cases: it is missing, a machine made it and nobody checked it, or the
Chinese has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...ground.problems import Problem, Rule, Severity
from ..field_words import field_words
from ..passages import passage
from ..translation import Gap

RULE = Rule(
    id="translation-state",
    zh="“{field_zh}”{what_zh}",
    en="“{field}” {what}",
    fix_zh="{how_zh}",
    fix_en="{how}",
    severity=Severity.WARNING,
)
_SAID = {
    "missing": ("没有英文", "has no English", "补上 en", "add en"),
    "machine": ("是未经校对的机器翻译", "was translated by a machine", "校对后删去 en_by", "check it, then take out en_by"),
    "stale": ("的英文没有跟上中文的改动：{passage}", "has not followed its Chinese: {passage}", "照现在的中文改英文", "translate what the Chinese says now"),
}  # fmt: skip


def problems_of(gaps: Iterable[Gap]) -> Iterator[Problem]:
    """Each gap as a remark at its place."""
    for gap in gaps:
        words, said = field_words(gap.field), _passage(gap)
        zh, en, how_zh, how = (part.format(passage=said) for part in _SAID[gap.state])
        facts = {"field": words.en, "field_zh": words.zh, "what_zh": zh, "what": en}
        yield RULE.at(gap.anchor, **facts, how_zh=how_zh, how=how)


def _passage(gap: Gap) -> str:
    """What the Chinese changed from and to, without what is the same at both ends."""
    if not gap.left:
        return ""
    before, after = passage(gap.left[0].old, gap.left[-1].new)
    return f"{before} → {after}" if before and after else f"+ {after}" if after else f"− {before}"
