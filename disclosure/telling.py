"""What a command says of a whole run to the person at the terminal, in both languages.

Problems have words of their own (`disclosure.ground.problems`); help is argparse's, in English.
"""

from __future__ import annotations

from typing import Any

WORDS = {
    "summary": {
        "zh": "已生成 {pages} 页 × 2 种语言，{items} 项，截至 {day}，用时 {seconds} 秒，{warnings} 条提醒",
        "en": "{pages:page|pages} × 2 languages, {items:item|items}, as of {day}, in {seconds} s, "
        "{warnings:warning|warnings}",
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


def say(word: str, lang: str, facts: dict[str, Any]) -> str:
    """One of WORDS with its facts; counts are `Count`, so that English can say “1 page”."""
    return WORDS[word][lang].format_map(facts)
