"""A deadline as an item's file gives it: the official wording, or spelt out.

The wording goes through the grammar of `disclosure.plan.deadlines`; the long form is checked here.
Both become the same `Deadline`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Discriminator, InstanceOf, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from .deadline_grammar import FORMS, parse_wording
from .deadlines import Deadline, DeadlineKind, Stage
from .record import record
from .text import Text
from .values import Flag, PeriodValue

# These names stand in the location of an error beside the keys of the file; they are no keys.
TAGS = frozenset({"@wording", "@spelt-out"})


@record
class StageForm:
    text: Text
    by: PeriodValue


@record
class DeadlineForm:
    """The long form. `by` belongs to kind `by` alone, `stages` to `staged` alone."""

    text: Text
    kind: DeadlineKind
    by: PeriodValue | None = None
    stages: tuple[StageForm, ...] = ()
    standing: Flag = False


def _from_wording(wording: Any) -> Deadline:
    try:
        return parse_wording(wording)
    except ValueError as error:
        forms = "；".join(zh for zh, _ in FORMS)
        facts = {"value": wording, "reason": str(error), "forms": forms}
        raise PydanticCustomError("deadline-wording", "{reason}", facts) from None


def _from_form(form: DeadlineForm) -> Deadline:
    wants = {"by": ("by",), "staged": ("stages",)}.get(form.kind, ())
    has = [name for name in ("by", "stages") if getattr(form, name)]
    if tuple(has) != wants:
        facts = {"kind": form.kind, "wants": "、".join(wants) or "—", "has": "、".join(has) or "—"}
        raise PydanticCustomError("deadline-shape", "{kind}", facts)
    stages = tuple(Stage(text=s.text, by=s.by) for s in form.stages)
    return Deadline(text=form.text, kind=form.kind, by=form.by, stages=stages, standing=form.standing)


def _tag(value: Any) -> str:
    return "@wording" if isinstance(value, str) else "@spelt-out"


_Read = Annotated[
    Annotated[
        InstanceOf[Deadline],
        BeforeValidator(_from_wording),
        WithJsonSchema({"type": "string", "examples": [zh for zh, _ in FORMS]}),
        Tag("@wording"),
    ]
    | Annotated[DeadlineForm, AfterValidator(_from_form), Tag("@spelt-out")],
    Discriminator(_tag),
]

# Whatever was written, what is read is a Deadline.
if TYPE_CHECKING:
    DeadlineValue = Deadline
else:
    DeadlineValue = _Read
