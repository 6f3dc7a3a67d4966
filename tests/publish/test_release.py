"""The new whole or the old whole: staging, exchange, and targets that are not ours."""

from pathlib import Path

import pytest

from disclosure.publish.release import ForeignTarget, check_target, exchange, staging, write_file


def test_a_staged_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for text in (b"old", b"new"):
        with staging(target) as folder:
            write_file(folder, "zh/index.html", text)
            exchange(folder, target)
    assert (target / "zh/index.html").read_bytes() == b"new"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


def test_what_is_not_exchanged_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), staging(tmp_path / "site") as folder:
        write_file(folder, "a", b"x")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("target", "content"), [("c", "c"), ("c/site", "c"), ("p", "p/content")])
def test_a_target_over_the_content_is_refused(tmp_path: Path, target: str, content: str) -> None:
    (tmp_path / content).mkdir(parents=True)
    with pytest.raises(ForeignTarget):
        check_target(tmp_path / target, tmp_path / content)


def test_a_file_in_the_targets_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(ForeignTarget, match="not a folder"):
        check_target(tmp_path / "site", tmp_path / "content")
