"""Plain data becomes records: pydantic reads the record classes and every failure becomes a problem.

One adapter a record class, made when it is first wanted. All failures of a file are reported at
once, each with the path of the value that is wrong; the line and column come later
(`disclosure.read.positions`).
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from ..ground.outcome import Outcome
from ..ground.problems import Anchor, Problem, Rule
from ..plan.deadline_forms import TAGS
from ..plan.model import Home
from .rules import (
    deadline_shape,
    deadline_wording,
    missing_key,
    unknown_key,
    wrong_count,
    wrong_day,
    wrong_flag,
    wrong_id,
    wrong_number,
    wrong_period,
    wrong_shape,
    wrong_url,
    wrong_word,
    wrong_zone,
)

T = TypeVar("T")
HOME_KEY = "@home"

_BY_FORM: dict[str, Rule] = {
    module.RULE.id: module.RULE
    for module in (
        deadline_shape, deadline_wording, wrong_count, wrong_day, wrong_flag, wrong_number, wrong_period,
        wrong_url, wrong_zone,
    )
}  # fmt: skip

_SHAPES = {
    "string_type": ("一个值", "one value"),
    "tuple_type": ("一个列表，每项前面写“- ”", "a list, each entry after “- ”"),
    "dataclass_type": ("下一层的一组键", "a group of keys, indented below"),
    "too_short": ("至少一项的列表", "a list of at least one entry"),
}


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    """The reader of a record class, made once."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def decode(kind: type[T], data: Any, home: Home, path: tuple[str | int, ...] = ()) -> Outcome[T]:
    """A record of `kind` from plain data, or None with all that is wrong. `path` leads to the data
    inside the file; records with a `home` field get `home`."""
    if isinstance(data, dict) and "home" in getattr(kind, "__dataclass_fields__", ()):
        data = {**data, HOME_KEY: home}
    try:
        return Outcome(_adapter(kind).validate_python(data))
    except ValidationError as error:
        anchor = Anchor(file=home.file, path=path)
        problems = (_problem(kind, anchor, e) for e in error.errors(include_url=False))
        return Outcome(None, tuple(p for p in problems if p))


def _problem(kind: type[Any], anchor: Anchor, error: Any) -> Problem | None:
    steps = tuple(step for step in error["loc"] if step not in TAGS)
    at, name = anchor.at(*steps), str(steps[-1]) if steps else ""
    code, context, value = error["type"], error.get("ctx", {}), error["input"]
    if name == HOME_KEY or (code == "too_short" and value):
        return None  # a list all of whose entries failed is no empty list
    if code == "missing":
        return missing_key.RULE.at(anchor.at(*steps[:-1]), key=name)
    if code == "unexpected_keyword_argument":
        known = _keys(_record_at(kind, steps[:-1]))
        facts = {"key": name, "known": ", ".join(known), **near(name, known)}
        return unknown_key.RULE.at(anchor.at(*steps, on_key=True), **facts)
    if code == "literal_error":
        allowed = [w.strip(" '") for w in context["expected"].replace(" or ", ", ").split(", ")]
        return wrong_word.RULE.at(at, value=value, allowed=", ".join(allowed), **near(str(value), allowed))
    if code in ("string_pattern_mismatch", "string_too_long"):
        return wrong_id.RULE.at(at, value=value)
    if code in _BY_FORM:
        return _BY_FORM[code].at(at, **context)
    zh, en = _SHAPES.get(code, ("一个值", "one value"))
    return wrong_shape.RULE.at(at, expected_zh=zh, expected=en)


def near(word: str, known: Iterable[str]) -> dict[str, str]:
    """`near_zh` and `near_en`: “did you mean” as the tail of a message, empty where nothing is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    if not close:
        return {"near_zh": "", "near_en": ""}
    return {"near_zh": f"；是不是想写“{close[0]}”？", "near_en": f"; did you mean “{close[0]}”?"}


def _keys(kind: type[Any] | None) -> list[str]:
    """The keys an editor may write in a record, in the order of its fields."""
    if kind is None:
        return []
    return [_key_of(f.name) for f in fields(kind) if f.name != "home"]


def _key_of(field: str) -> str:
    return field.rstrip("_")


def _record_at(kind: type[Any], steps: tuple[str | int, ...]) -> type[Any] | None:
    """The record class that the steps lead to from `kind`; None where there is none."""
    current: type[Any] | None = kind
    for step in steps:
        if isinstance(step, int) or current is None:
            continue
        hints = get_type_hints(current)
        current = next((_record_in(hints[n]) for n in hints if _key_of(n) == step), None)
    return current


def _record_in(annotation: Any) -> type[Any] | None:
    """The first record class inside an annotation such as `tuple[Update, ...]` or `Text | None`."""
    if is_dataclass(annotation) and isinstance(annotation, type):
        return annotation
    found: Callable[[Any], type[Any] | None] = _record_in
    return next((r for r in map(found, get_args(annotation)) if r), None)
