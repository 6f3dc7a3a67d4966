"""What all tests share: the folders, the built site, and the floor under the coverage."""

from pathlib import Path

import pytest

from tests.trees import EVERY_STATE, ROOT, order

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
    """The site of the invented place that shows every state, beside the real one."""
    from disclosure.pipeline import build

    folder = site.parent / "invented"
    build(order(EVERY_STATE, jobs=2), folder)
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
