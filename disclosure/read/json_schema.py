"""JSON Schemas of the content files, for editors: completion, hover in both languages, errors on the
line. Made from the record classes and the field words, so that nothing is said twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from ..ground.files import write_whole
from ..plan import model
from ..plan.indicator_model import Indicator
from ..plan.model import Home, Item, Plan
from ..plan.site_model import CalendarYear, Change, NoticeHead, Site, Term, TitleHead, Tombstone, Unit
from .schema import HOME_KEY

# name of the schema: (record, how many of it a file holds, which files, as globs of an editor)
SCHEMAS: dict[str, tuple[type[Any], str, tuple[str, ...]]] = {
    "site": (Site, "one", ("content/site.yaml",)),
    "units": (Unit, "mapping", ("content/units.yaml",)),
    "glossary": (Term, "mapping", ("content/glossary.yaml",)),
    "calendar": (CalendarYear, "one", ("content/calendar/*.yaml",)),
    "plan": (Plan, "one", ("content/plans/*/plan.yaml",)),
    "item": (Item, "one", ("content/plans/*/items/*.yaml",)),
    "indicator": (Indicator, "one", ("content/plans/*/indicators/*.yaml",)),
    "change": (Change, "one", ("content/changes/*.yaml",)),
    "tombstones": (Tombstone, "list", ("content/tombstones.yaml",)),
    "notice": (NoticeHead, "one", ()),
    "title": (TitleHead, "one", ()),
}


@cache
def field_words() -> dict[str, dict[str, dict[str, str]]]:
    """The meaning of every field: record, key, language."""
    path = Path(model.__file__).with_name("fields.yaml")
    words: dict[str, dict[str, dict[str, str]]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return words


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file."""
    record, shape, _ = SCHEMAS[name]
    schema = TypeAdapter(record).json_schema(mode="validation")
    definitions = schema.pop("$defs", {})
    definitions.pop(Home.__name__, None)
    definitions[record.__name__] = schema
    for title, definition in definitions.items():
        _finish(title, definition)
    reference = {"$ref": f"#/$defs/{record.__name__}"}
    roots: dict[str, dict[str, Any]] = {
        "one": reference,
        "mapping": {"type": "object", "additionalProperties": reference},
        "list": {"type": "array", "items": reference},
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **roots[shape], "$defs": definitions}


def _finish(title: str, definition: dict[str, Any]) -> None:
    """Drop what editors do not write, add the words, and allow what YAML takes for numbers."""
    properties = definition.get("properties", {})
    properties.pop(HOME_KEY, None)
    if "required" in definition:
        definition["required"] = [r for r in definition["required"] if r != HOME_KEY]
    if title == "Item":  # one round of closure may stand without its list
        rounds = properties["closure"]
        properties["closure"] = {"anyOf": [rounds, rounds["items"]]}
    words = field_words().get(title, {})
    for key, field in properties.items():
        if key in words:
            field["description"] = f"{words[key]['zh']}\n\n{words[key]['en']}"
        for text in _texts(field):
            text["type"] = ["string", "number", "boolean"]


def _texts(node: Any) -> Iterator[dict[str, Any]]:
    """The parts of a schema that say “any text”."""
    if isinstance(node, dict):
        if node.get("type") == "string" and not node.keys() & {"pattern", "enum", "const"}:
            yield node
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas, and the settings that make VS Code use them, below `folder`."""
    written: list[Path] = []
    for name in SCHEMAS:
        path = folder / f"{name}.json"
        write_whole(path, _json(schema_of(name)))
        written.append(path)
    settings = folder / "vscode-settings.json"
    places = {f"./{folder.name}/{name}.json": list(globs) for name, (_, _, globs) in SCHEMAS.items() if globs}
    write_whole(settings, _json({"yaml.schemas": places}))
    return [*written, settings]


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
