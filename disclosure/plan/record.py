"""The form of every record that an editor writes: frozen, keyword-only, refusing unknown keys.

A record is a standard-library dataclass; pydantic reads the same class as its schema
(`disclosure.read.schema`), so that a field is named and typed once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

from pydantic import ConfigDict

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make `cls` a frozen record of the content contract."""
    config: Any = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
    cls.__pydantic_config__ = config  # type: ignore[attr-defined]
    return dataclass(frozen=True, kw_only=True, slots=True)(cls)
