"""What a command says of a whole run to the person at the terminal, in both languages.

Problems have words of their own (`disclosure.ground.problems`); help is argparse's, in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .ground.report import Count

WORDS = {
    "summary": {
        "zh": "已生成 {pages} 页 × 2 种语言，{items} 项，截至 {day}，用时 {seconds} 秒，{warnings} 条提醒",
        "en": "{pages:page|pages} × 2 languages, {items:item|items}, as of {day}, in {seconds} s, "
        "{warnings:warning|warnings}",
    },
    "unchanged": {
        "zh": "没有变化，网站保持原样：{pages} 页 × 2 种语言，{items} 项，截至 {day}，用时 {seconds} 秒，"
        "{warnings} 条提醒",
        "en": "nothing has changed, the site is left as it is: {pages:page|pages} × 2 languages, "
        "{items:item|items}, as of {day}, in {seconds} s, {warnings:warning|warnings}",
    },
    "checked": {
        "zh": "检查通过：{items} 项，用时 {seconds} 秒，提醒 {warnings} 条",
        "en": "checked: {items:item|items} in {seconds} s, {warnings:warning|warnings}",
    },
    "refused": {
        "zh": "有 {errors} 处错误、{warnings} 条提醒；已发布的内容没有改动",
        "en": "{errors:error|errors}, {warnings:warning|warnings}; nothing published has changed",
    },
    "strict": {
        "zh": "提醒在 --strict 下视为错误",
        "en": "warnings count as errors with --strict",
    },
    "edition_out": {
        "zh": "--commit 生成的是旧版，请用 --out 指定文件夹，以免覆盖现在的网站",
        "en": "--commit makes an old edition: name its folder with --out, "
        "so that it does not take the site's place",
    },
    "later": {
        "zh": "{count} 条记录的日期晚于 {day}，未计入",
        "en": "left out: {count:record|records} dated after {day}",
    },
    "two_steps": {
        "zh": "这个文件系统不能一步互换文件夹，改用了两次改名：其间网站有一瞬不可访问",
        "en": "this file system cannot exchange folders in one step; two renames were made, "
        "and for a moment between them there was no site",
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """An exit code, and what each stream is told, as texts, so that they can be kept and said again. `err`
    goes to standard error, `out` to standard output after the summary; `summary` names the words of that,
    empty for none, and `facts` are its numbers, but the seconds, and its day."""

    code: int
    err: str = ""
    out: str = ""
    summary: str = ""
    facts: Mapping[str, int | str] = field(default_factory=dict)


def say(word: str, lang: str, facts: dict[str, Any]) -> str:
    """One of WORDS with its facts; counts are `Count`, so that English can say “1 page”."""
    return WORDS[word][lang].format_map(facts)


def counted(facts: Mapping[str, int | str]) -> dict[str, object]:
    """Facts ready for `say`."""
    return {name: Count(fact) if isinstance(fact, int) else fact for name, fact in facts.items()}
