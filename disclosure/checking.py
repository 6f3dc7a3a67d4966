"""What `check` says and does beside the rules: masking on request, what is allowed to be public, and the
short list at its end.

Texts for the terminal are returned, not printed. Values are covered as in all messages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from .ground.problems import Problem, sort_problems
from .guard.fix import fix_privacy
from .guard.private import hide
from .linking import OutwardLink, outward_links, try_links, unreached
from .order import Result
from .plan.registry import Registry
from .plan.text import Lang
from .workbench import problem_lines

WORDS = {
    "list": {"zh": "清单（先错误，后提醒）：", "en": "Checklist, errors first:"},
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "提醒", "en": "warning"},
    "colon": {"zh": "：", "en": ": "},
    "more": {"zh": "  另有 {count} 条，见上", "en": "  and {count} more, see above"},
    "links": {"zh": "链接到站外的网址，共 {count} 处：", "en": "Links that lead elsewhere, {count} in all:"},
    "answered": {"zh": "打得开", "en": "answers"},
    "masked": {
        "zh": "{file}：遮掩了 {count} 处，请核对",
        "en": "{file}: masked in {count} places; please check",
    },
    "allowed": {
        "zh": "privacy.allow 准许公开：{value}（{reason}）",
        "en": "published by privacy.allow: {value} ({reason})",
    },
}


MOST_LISTED, MOST_ALIKE = 30, 3


def checklist(problems: Sequence[Problem], lang: Lang) -> str:
    """The short list at the end: errors, then warnings, a line each with its place and its remedy; empty
    where all is well. Problems of one rule with one remedy stand together from the fourth on."""
    lines = problem_lines(problems, lang)
    shown: list[str] = []
    told: Counter[tuple[str, str]] = Counter()
    for line in lines:
        told[line.rule, line.remedy] += 1
        if told[line.rule, line.remedy] <= MOST_ALIKE:
            mark = WORDS[line.severity][lang]
            shown.append(f"  [{mark}] {line.place}{WORDS['colon'][lang]}{line.remedy}\n")
    left = len(lines) - min(len(shown), MOST_LISTED)
    more = _line("more", lang, count=left) if left else ""
    return (_line("list", lang) + "".join(shown[:MOST_LISTED]) + more) if lines else ""


def _line(word: str, lang: str, **facts: object) -> str:
    return WORDS[word][lang].format_map(facts) + "\n"


def fix_and_tell(content: Path, lang: str) -> str:
    """Mask what is private in the content; a line for each file that changed."""
    changed = fix_privacy(content)
    return "".join(_line("masked", lang, file=hide(file), count=count) for file, count in changed.items())


def told_permits(registry: Registry | None, lang: str) -> str:
    """A line for each value that the content allows to be public, with its reason."""
    allowed = registry.site.privacy.allow if registry else ()
    return "".join(_line("allowed", lang, value=hide(a.value), reason=a.reason) for a in allowed)


def try_and_tell(content: Path, result: Result, lang: str) -> str:
    """Try the links that lead elsewhere: what does not answer is added to the problems of the result. Returns
    a line for each, with its address and its place."""
    links = outward_links(content, result.registry)
    answers = try_links(links)
    result.problems = sort_problems([*result.problems, *unreached(links, answers)])
    return told_links(links, answers, lang)


def told_links(links: Sequence[OutwardLink], answers: Mapping[str, str], lang: str) -> str:
    """A line for each link that leads elsewhere: whether it answers, the address, and its place."""
    if not links:
        return ""
    lines = (
        f"  [{answers[k.url] or WORDS['answered'][lang]}] {hide(k.url)}  {hide(k.file)}:{k.position.line}"
        for k in links
    )
    return _line("links", lang, count=len(links)) + "".join(f"{line}\n" for line in lines)
