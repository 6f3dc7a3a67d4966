"""What a stage returns: a value, and the problems it met on the way.

Bad content is a value, a bug is an exception: a stage never raises for what an editor wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from .problems import Problem

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """`value` is None only where nothing could be made of the input; then `problems` says why."""

    value: T_co | None
    problems: tuple[Problem, ...] = ()
