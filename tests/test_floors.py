"""A folder is a floor: imports go down only, modules stay small, every module says what it promises."""

import ast
from pathlib import Path

import pytest

from tests.trees import ROOT

PACKAGE = ROOT / "disclosure"
# Floors from the ground up; in each, a module may import those before it.
FLOORS: dict[str, tuple[str, ...]] = {
    "ground": ("problems", "outcome", "files", "kernel", "clock", "sarif", "report"),
    "plan": (
        "record", "text", "periods", "values", "deadlines", "deadline_grammar", "deadline_forms",
        "workdays", "history", "original", "model", "indicator_model", "site_model", "registry", "as_of", "state", "state_words",
    ),
    "read": (
        "rules", "characters", "front_matter", "nodes", "comments", "yaml", "scalars", "positions", "schema", "markdown_lines",
        "markdown_links", "markdown_nesting", "markdown_tables", "markdown",
        "layout", "documents", "content", "json_schema", "history", "versions", "sources",
    ),
    "guard": (
        "rules", "folding", "finding", "checksums", "numbers", "marks", "people", "masks", "permits", "private", "spam",
        "damage", "hosts", "injected", "tables", "scan", "fix", "kinds",
        "readings", "pictures", "office", "papers", "attachments",
    ),
    "judge": (
        "field_words", "passages", "revisions", "weight", "notes", "stale", "timeline", "ledger", "story",
        "translation", "number_words", "number_forms", "quantities", "references", "note_names", "places", "verdicts", "indicators", "contradictions", "rows", "totals", "punctuality", "report", "comparison",
        "page_anchors", "rules",
    ),
    "past": ("keeping", "kept_ledger", "lives", "chronicle", "annals", "editions", "states"),
    "show": (
        "urls", "days", "words", "han", "prose", "charts", "line_charts", "marking", "voice", "values", "live", "citing", "remarks", "frame", "views",
        "pages", "meaning", "meaning_forms", "visible", "searchable", "templates", "render",
    ),
    "publish": (
        "rules", "assets", "default_pages", "verifier", "machine", "addresses", "output_checks", "origins", "records", "ledger_data",
        "conservation", "fidelity", "ownership", "release", "signature", "search_terms", "search_lists", "search_blocks", "search", "pdf",
    ),
    "workshop": (), "guarding": (), "linking": (), "indexing": (), "order": (), "press": (), "pipeline": (), "comparing": (), "archive": (),
    "explain": (), "workbench": (), "checking": (), "arguments": (), "telling": (),
    "standing": (), "verdict": (), "serve": (), "progress": (), "options": (), "cli": (),
}  # fmt: skip
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py")


def place(parts: tuple[str, ...]) -> tuple[int, int]:
    """Where a module stands: the number of its floor, and its place on it. A package's own
    __init__ counts with the package."""
    floor = list(FLOORS).index(parts[0])
    names = FLOORS[parts[0]]
    return floor, names.index(parts[1]) if len(parts) > 1 and parts[1] != "__init__" else -1


def parts_of(path: Path) -> tuple[str, ...]:
    return path.relative_to(PACKAGE).with_suffix("").parts


def imports_of(path: Path) -> set[tuple[str, ...]]:
    """The modules of the package that a module imports, as paths below it."""
    here = parts_of(path)[:-1]
    found: set[tuple[str, ...]] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = here[: len(here) - node.level + 1]
        target = (*base, *(node.module.split(".") if node.module else ()))
        for alias in node.names:
            name = (*target, alias.name)
            is_module = (
                PACKAGE.joinpath(*name).with_suffix(".py").is_file() or PACKAGE.joinpath(*name).is_dir()
            )
            found.add(name if is_module else target)
    return {name for name in found if name}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: "/".join(parts_of(p)))
def test_imports_go_down_only(path: Path) -> None:
    here = parts_of(path)
    for target in imports_of(path):
        inside = here[:2] == target[:2] and len(here) > 2
        assert inside or place(target) < place(here), f"{here} imports {target}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: "/".join(parts_of(p)))
def test_a_module_is_small_and_says_what_it_promises(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def test_every_module_has_its_place_and_every_place_its_module() -> None:
    listed = {(floor, name) for floor, names in FLOORS.items() for name in names}
    listed |= {(floor,) for floor, names in FLOORS.items() if not names}
    assert {
        parts_of(path)[:2] for path in MODULES if path.name != "__init__.py" or len(parts_of(path)) > 2
    } == listed


def test_the_guide_tells_of_every_floor() -> None:
    guide = (PACKAGE / "README.md").read_text("utf-8")
    assert [
        floor for floor, names in FLOORS.items() if f"`{floor}{'/' if names else '.py'}`" not in guide
    ] == []
