"""What a command says of a whole run to the person at the terminal, in both languages.

Problems have words of their own (`disclosure.ground.problems`); help is argparse's, in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .ground.report import Count
from .plan.history import HistoryState

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

# Why there is no ledger, for the person at the terminal.
_NOTHING = {
    "zh": "没有变更台账，也不写任何变更日期",
    "en": "there is no ledger, and no day of a change is given",
}
_WHY: dict[HistoryState, dict[str, str]] = {
    "shallow": {
        "zh": "这是浅克隆，历史不全。请取回全部历史（CI 里写 fetch-depth: 0，本机用 git fetch --unshallow）",
        "en": "this is a shallow clone, without its whole past. Fetch all of it "
        "(fetch-depth: 0 in CI, git fetch --unshallow here)",
    },
    "no-git": {"zh": "git 不能用（{reason}）", "en": "git cannot be used ({reason})"},
    "no-repository": {"zh": "内容不在 git 仓库里", "en": "the content lies in no git repository"},
    "untracked": {"zh": "内容还没有提交过", "en": "the content has never been committed"},
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


def why_missing(state: HistoryState, reason: str, lang: str) -> str:
    """Why there is no ledger, in `lang`; empty where there is one, or none was asked for."""
    if state not in _WHY:
        return ""
    joint = "；" if lang == "zh" else "; "
    return f"{_WHY[state][lang].format(reason=reason)}{joint}{_NOTHING[lang]}"
