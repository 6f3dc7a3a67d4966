"""What a rule wants, printed from the docstring that its tests run."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from dataclasses import dataclass
from types import ModuleType

from .guard import rules as guard_rules
from .judge import rules as judge_rules
from .publish import rules as publish_rules
from .read import rules as read_rules


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """`is_known` is False for a name that is no rule."""

    body: str
    is_known: bool


def rule_modules() -> dict[str, ModuleType]:
    """Every rule's module, by the rule's id."""
    packages = (read_rules, guard_rules, judge_rules, publish_rules)
    names = (f"{p.__name__}.{m.name}" for p in packages for m in pkgutil.iter_modules(p.__path__))
    return {module.RULE.id: module for module in map(importlib.import_module, names)}


def explain(rule: str | None, lang: str) -> Explanation:
    """The words of one rule, or the list of all."""
    modules = rule_modules()
    if rule is None:
        lines = (f"{name:22} {_first_line(modules[name])}" for name in sorted(modules))
        return Explanation(body="\n".join(lines), is_known=True)
    if rule not in modules:
        close = difflib.get_close_matches(rule, modules, n=3)
        hint = {"zh": f"没有规则“{rule}”", "en": f"there is no rule “{rule}”"}[lang]
        return Explanation(body=f"{hint}: {', '.join(close or sorted(modules))}", is_known=False)
    return Explanation(body=f"{rule}\n\n{(modules[rule].__doc__ or '').strip()}", is_known=True)


def _first_line(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().partition("\n")[0]
