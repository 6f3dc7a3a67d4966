"""Problems as SARIF 2.1.0, for code hosts and editors that show findings at their lines."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from urllib.parse import quote

from .problems import Position, Problem, Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What each case fills in.
_GAP = re.compile(r"\{\w+\}")
_START = Position(line=1, column=1)


def as_sarif(problems: Sequence[Problem], lang: str, folder: str) -> str:
    """One run with the rules that were broken and every problem; `folder` is put before the files."""
    rules = {problem.rule.id: problem.rule for problem in problems}
    names = sorted(rules)
    driver = {"name": "disclosure", "rules": [_rule(rules[name], lang) for name in names]}
    results = [_result(problem, names.index(problem.rule.id), lang, folder) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, lang: str) -> dict[str, object]:
    what, remedy = (rule.zh, rule.fix_zh) if lang == "zh" else (rule.en, rule.fix_en)
    return {
        "id": rule.id,
        "shortDescription": {"text": _GAP.sub("…", what)},
        "help": {"text": _GAP.sub("…", remedy)},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(problem: Problem, index: int, lang: str, folder: str) -> dict[str, object]:
    place = problem.anchor.position or _START
    file = f"{folder}/{problem.anchor.file}" if folder else problem.anchor.file
    address = quote(file.encode("utf-8", "surrogateescape"))
    return {
        "ruleId": problem.rule.id,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": f"{problem.message(lang)}\n{problem.remedy(lang)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": address},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }
