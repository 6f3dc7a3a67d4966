"""The value forms of the content contract: what a scalar, always read as text, may be.

Each form is an annotation that turns typed text into a value or raises a `PydanticCustomError` whose
type is the id of the rule that was broken. Nothing here knows files or positions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, InstanceOf, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from .periods import Period, parse_day, parse_period

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
COUNT = re.compile(r"[0-9]{1,4}\Z")
MOST_DAYS = 3650
# A name becomes a folder of the site: file systems know no longer ones than some 250 bytes.
LONGEST_ID = 100
GOOD_ID = re.compile(rf"(?=.{{1,{LONGEST_ID}}}\Z)[a-z0-9]+(-[a-z0-9]+)*\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """A decimal number. `typed` keeps the digits as the editor wrote them, for showing; `value` is
    for comparing."""

    typed: str
    value: Decimal

    def __str__(self) -> str:
        return self.typed


def parse_number(typed: str) -> Number:
    """A number of the contract; ValueError when it has another form."""
    if not NUMBER.match(typed):
        raise ValueError("not a plain decimal number")
    return Number(typed=typed, value=Decimal(typed))


def parse_count(typed: str) -> int:
    """A whole number of days from 0 to 3650; ValueError otherwise."""
    if not COUNT.match(typed) or int(typed) > MOST_DAYS:
        raise ValueError("not a whole number from 0 to 3650")
    return int(typed)


def parse_flag(typed: str) -> bool:
    """`true` or `false`, written just so; ValueError otherwise."""
    if typed not in ("true", "false"):
        raise ValueError("neither true nor false")
    return typed == "true"


def form(rule: str, parse: Callable[[str], Any]) -> BeforeValidator:
    """A validator that reads text with `parse` and reports a failure as the rule named."""

    def read(typed: Any) -> Any:
        if not isinstance(typed, str):
            raise PydanticCustomError("wrong-shape", "one value expected", {"expected": "value"})
        try:
            return parse(typed)
        except ValueError as error:
            raise PydanticCustomError(rule, "{reason}", {"value": typed, "reason": str(error)}) from None

    return BeforeValidator(read)


def web_address(*schemes: str) -> Callable[[str], str]:
    """A reader of web addresses that begin with one of `schemes` and hold no space."""

    def parse(typed: str) -> str:
        if not typed.startswith(tuple(f"{s}://" for s in schemes)) or re.search(r"[\s<>\"\\]", typed):
            raise ValueError("not a web address")
        return typed

    return parse


def _text(pattern: str, example: str) -> WithJsonSchema:
    """How an editor's program sees a form: text, or what YAML takes for a number, of a pattern."""
    return WithJsonSchema({"type": ["string", "number"], "pattern": pattern, "examples": [example]})


_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PERIOD = rf"^([0-9]{{4}}(-(Q[1-4]|H[12]|[0-9]{{2}}))?|{_DAY})$"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_ID)]
Day = Annotated[InstanceOf[date], form("wrong-day", parse_day), _text(f"^{_DAY}$", "2018-06-21")]
PeriodValue = Annotated[InstanceOf[Period], form("wrong-period", parse_period), _text(_PERIOD, "2018-Q3")]
NumberValue = Annotated[
    InstanceOf[Number], form("wrong-number", parse_number), _text(r"^-?[0-9]+(\.[0-9]+)?$", "35")
]
Count = Annotated[
    int,
    form("wrong-count", parse_count),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST_DAYS}),
]
Flag = Annotated[bool, form("wrong-flag", parse_flag), WithJsonSchema({"type": "boolean"})]
SecureUrl = Annotated[
    str, form("wrong-url", web_address("https")), WithJsonSchema({"type": "string", "pattern": "^https://"})
]
WebUrl = Annotated[
    str,
    form("wrong-url", web_address("https", "http")),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
DayUnit = Literal["working_days", "calendar_days"]
ReportRhythm = Literal["month", "quarter", "half_year", "year"]
