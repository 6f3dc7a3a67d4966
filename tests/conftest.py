"""What all tests share: the folders, the built site, and the floor under the coverage."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from disclosure.pipeline import Order
from tests.pasts import long_past, past
from tests.trees import BASE, EVERY_STATE, ROOT, order, overlay

# Other work on the machine must not decide whether a property holds.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
LEAST_COVERED = 95.0
COVERED = ("disclosure/plan/*", "disclosure/read/*", "disclosure/judge/*")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the design and the source document, beside the project where it is worked on."""
    folder = ROOT.parent / "shared"
    if not (folder / "source" / "plan.zh.txt").is_file():
        pytest.skip("../shared with the source document is not here")
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own content, built once."""
    from disclosure.pipeline import build

    folder = tmp_path_factory.mktemp("real") / "site"
    result = build(order(ROOT / "content", jobs=2), folder)
    assert result.problems == []
    return folder


@pytest.fixture(scope="session")
def invented_site(site: Path) -> Path:
    """The preview of the invented place that shows every state, beside the real one."""
    from disclosure.pipeline import build

    folder = site.parent / "invented"
    build(order(EVERY_STATE, jobs=2, preview=True), folder)
    return folder


@pytest.fixture(scope="session")
def live_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented place as of the clock, which stands at noon of 5 July 2021 in Shanghai."""
    from disclosure.pipeline import build

    content = tmp_path_factory.mktemp("live") / "content"
    shutil.copytree(EVERY_STATE, content)
    overlay(content, "site.yaml", "as_of: today\n")
    folder = site.parent / "live"
    now = datetime(2021, 7, 5, 4, tzinfo=UTC)
    build(Order(content=content, templates=ROOT / "templates", now=now, jobs=2), folder)
    return folder


@pytest.fixture(scope="session")
def long_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of 1,050 items, which stands on three pages; every seventh is about ecology."""
    from disclosure.pipeline import build

    content = tmp_path_factory.mktemp("long") / "content"
    shutil.copytree(BASE, content)
    items = content / "plans" / "demo" / "items"
    text = (items / "01.yaml").read_text("utf-8")
    for number in range(2, 1051):
        ident = f"{number:04}"
        changed = text.replace('id: "01"', f'id: "{ident}"')
        (items / f"{ident}.yaml").write_text(changed, "utf-8")
        if number % 7 == 0:
            overlay(content, f"plans/demo/items/{ident}.yaml", "category: ecology\n")
    folder = site.parent / "long"
    assert not build(order(content, jobs=2), folder).is_refused
    return folder


@pytest.fixture(scope="session")
def told_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented place with a past, in which everything changed once."""
    from disclosure.pipeline import build

    repository = past(tmp_path_factory.mktemp("told") / "repository")
    folder = site.parent / "told"
    assert not build(order(repository.content, jobs=2), folder).is_refused
    return folder


@pytest.fixture(scope="session")
def archived_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small plan whose ledger is longer than a page."""
    from disclosure.pipeline import build

    repository = long_past(tmp_path_factory.mktemp("archived") / "repository")
    folder = site.parent / "archived"
    assert not build(order(repository.content, jobs=2), folder).is_refused
    return folder


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With --cov over the whole suite, hold `plan/`, `read/` and `judge/` to their branch coverage."""
    plugin = session.config.pluginmanager.get_plugin("_cov")
    controller = getattr(plugin, "cov_controller", None)
    if exitstatus or controller is None or session.config.args != ["tests"]:
        return
    covered = controller.cov.report(include=list(COVERED), file=open("/dev/null", "w"))  # noqa: PTH123, SIM115
    print(f"\ncoverage by branch of plan, read, judge: {covered:.1f}%")
    if covered < LEAST_COVERED:
        session.exitstatus = 1
