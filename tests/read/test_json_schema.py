"""JSON Schemas for editors: valid, bilingual, and of one mind with the reader."""

import json
import typing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosure.read.json_schema import SCHEMAS, field_words, schema_of, write_schemas
from tests.trees import ROOT

jsonschema = pytest.importorskip("jsonschema")


def records_below(kind: Any, seen: dict[str, Any]) -> None:
    """Every record class that a record holds, by name."""
    if is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in seen:
        seen[kind.__name__] = kind
        for hint in typing.get_type_hints(kind, include_extras=True).values():
            records_below(hint, seen)
    for part in typing.get_args(kind):
        records_below(part, seen)


def written_records() -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for record, _, _ in SCHEMAS.values():
        records_below(record, seen)
    for inner in ("Home", "Period", "Number", "Deadline", "Stage"):
        seen.pop(inner, None)
    return seen


def test_every_field_has_its_words_and_every_word_its_field() -> None:
    records = written_records()
    keys = {n: {f.name.rstrip("_") for f in fields(r) if f.name != "home"} for n, r in records.items()}
    assert {name: set(words) for name, words in field_words().items()} == keys


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_and_speaks_both_languages(name: str) -> None:
    schema = schema_of(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    for definition in schema["$defs"].values():
        for field in definition.get("properties", {}).values():
            assert "\n\n" in field["description"]


def load(path: Path) -> Any:
    """A file as a YAML 1.2 editor sees it: days stay text."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        text = text.split("---\n")[1]
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        key: [(tag, regex) for tag, regex in pairs if tag != "tag:yaml.org,2002:timestamp"]
        for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader=loader)


@pytest.mark.parametrize("name", [n for n, (_, _, globs) in SCHEMAS.items() if globs])
def test_our_own_content_fits(name: str) -> None:
    for glob in SCHEMAS[name][2]:
        for path in ROOT.glob(glob):
            jsonschema.validate(load(path), schema_of(name))


ITEM = load(ROOT / "content/plans/jinhua-2018/items/02.yaml")


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({"categry": "air"}, False),
        ({"category": "watter"}, False),
        ({"lead": "bureau"}, False),
        ({"goal": None}, False),
        ({"measures": [{"id": "m1", "text": {"zh": "甲"}, "by": "2018.10"}]}, False),
        ({"deadline": {"text": {"zh": "甲"}, "kind": "by", "by": 2018}}, True),
        ({"deadline": "立行立改"}, True),
        ({"closure": [ITEM["closure"]]}, True),
        ({"source_number": 7}, True),
    ],
)
def test_typical_changes_of_an_item(change: dict[str, Any], fits: bool) -> None:
    validator = jsonschema.Draft202012Validator(schema_of("item"))
    assert validator.is_valid({**ITEM, **change}) is fits


def test_schemas_are_written_with_the_settings_of_an_editor(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schema")
    assert len(written) == len(SCHEMAS) + 1
    settings = json.loads((tmp_path / "schema" / "vscode-settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"]["./schema/item.json"] == ["content/plans/*/items/*.yaml"]
