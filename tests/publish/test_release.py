"""The new whole or the old whole: staging, exchange, kills, and targets that are not ours."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure.ground import kernel
from disclosure.publish import release
from disclosure.publish.ownership import MARK, foreign_files, mark
from disclosure.publish.release import (
    BusyTarget,
    ForeignTarget,
    check_target,
    exchange,
    staging,
    write_file,
)


def publish(target: Path, text: bytes) -> bool:
    """A site of one page, by way of a staged one."""
    with staging(target) as folder:
        write_file(folder, "zh/index.html", text)
        return exchange(folder, target)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that cannot exchange folders."""
    monkeypatch.setattr(release, "exchange_folders", lambda one, other: False)


def test_a_staged_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for text in (b"old", b"new"):
        publish(target, text)
    assert (target / "zh/index.html").read_bytes() == b"new"
    assert names(tmp_path) == ["site"]
    assert target.stat().st_mode & 0o777 == 0o755


def test_what_is_not_exchanged_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), staging(tmp_path / "site") as folder:
        write_file(folder, "a", b"x")
        raise RuntimeError
    assert names(tmp_path) == []


def test_a_file_system_without_exchange_takes_two_renames_and_says_so(
    tmp_path: Path, no_exchange: None
) -> None:
    target = tmp_path / "site"
    assert publish(target, b"old") is True
    assert publish(target, b"new") is False
    assert (target / "zh/index.html").read_bytes() == b"new"
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize(
    ("number", "known"), [(errno.EINVAL, True), (errno.ENOSYS, True), (errno.EIO, False)]
)
def test_only_a_missing_exchange_leads_to_two_renames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, known: bool
) -> None:
    class Libc:
        @staticmethod
        def renameat2(*args: object) -> int:
            kernel.ctypes.set_errno(number)
            return -1

    monkeypatch.setattr(kernel, "_LIBC", Libc)
    if known:
        assert kernel.exchange_folders(tmp_path, tmp_path) is False
    else:
        with pytest.raises(OSError):
            kernel.exchange_folders(tmp_path, tmp_path)


def test_every_file_is_synced_where_a_file_system_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path, "a/b", b"x")
    synced: list[str] = []
    monkeypatch.setattr(kernel, "_LIBC", object())
    monkeypatch.setattr(kernel, "sync_entry", lambda path: synced.append(str(path.relative_to(tmp_path))))
    kernel.sync_tree(tmp_path)
    assert sorted(synced) == [".", "a", "a/b"]


# Kills


def _killed_between(target: Path, text: bytes) -> None:
    """A build that is killed between its two renames."""
    real = os.rename
    calls: list[object] = []

    def rename(source: str, to: str) -> None:
        calls.append(source)
        if len(calls) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        real(source, to)

    os.rename = rename  # type: ignore[assignment]
    release.exchange_folders = lambda one, other: False  # type: ignore[attr-defined]
    publish(target, text)


def _killed_while_staging(target: Path) -> None:
    with staging(target) as folder:
        write_file(folder, "zh/index.html", b"half")
        os.kill(os.getpid(), signal.SIGKILL)


def _killed_before_sweeping(target: Path, text: bytes) -> None:
    release.shutil.rmtree = lambda *args, **more: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[attr-defined]
    publish(target, text)


def in_child(work: object, *args: object) -> int | None:
    """Run in a process of its own; what it ended with (negative: the signal)."""
    process = multiprocessing.get_context("fork").Process(target=work, args=args)  # type: ignore[arg-type]
    process.start()
    process.join(60)
    return process.exitcode


def test_a_build_killed_between_two_renames_is_made_good_by_the_next(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, b"old")
    assert in_child(_killed_between, target, b"new") == -signal.SIGKILL
    assert not target.exists()
    with pytest.raises(RuntimeError), staging(target):  # even one that is refused
        raise RuntimeError
    assert (target / "zh/index.html").read_bytes() == b"old"
    publish(target, b"newer")
    assert (target / "zh/index.html").read_bytes() == b"newer"
    assert names(tmp_path) == ["site"]


def test_a_build_killed_while_staging_leaves_the_old_site_and_is_swept(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, b"old")
    assert in_child(_killed_while_staging, target) == -signal.SIGKILL
    assert (target / "zh/index.html").read_bytes() == b"old"
    assert len(names(tmp_path)) == 3  # the site, what was staged, and a lock that nobody holds
    publish(target, b"new")
    assert names(tmp_path) == ["site"]


def test_a_build_killed_after_the_exchange_leaves_the_new_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, b"old")
    assert in_child(_killed_before_sweeping, target, b"new") == -signal.SIGKILL
    assert (target / "zh/index.html").read_bytes() == b"new"
    publish(target, b"newer")
    assert names(tmp_path) == ["site"]


def test_only_what_builds_leave_is_swept(tmp_path: Path) -> None:
    others = [".site-b-0123abcd.staging", ".site-0123abcd.staging.txt", ".site-notes.old", ".site-0123abcd"]
    for name in others:
        (tmp_path / name).mkdir()
    (tmp_path / ".site-0123abcd.old").symlink_to(tmp_path / ".site-notes.old")
    publish(tmp_path / "site", b"x")
    assert set(others) < set(names(tmp_path))


# Several at once


def _publish_often(target: Path, text: bytes) -> None:
    for _ in range(10):
        publish(target, text)


def test_builds_at_once_wait_for_each_other_and_a_reader_always_finds_a_whole_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, b"0")
    context = multiprocessing.get_context("fork")
    crew = [context.Process(target=_publish_often, args=(target, b"%d" % n)) for n in range(3)]
    for process in crew:
        process.start()
    seen = set()
    while any(process.is_alive() for process in crew):
        seen.add((target / "zh/index.html").read_bytes())
    for process in crew:
        process.join()
    assert [process.exitcode for process in crew] == [0, 0, 0]
    assert seen <= {b"0", b"1", b"2"}
    assert names(tmp_path) == ["site"]


def _hold(target: Path, ready: object) -> None:
    with staging(target):
        ready.set()  # type: ignore[attr-defined]
        time.sleep(60)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A target that another build writes to."""
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    process = context.Process(target=_hold, args=(tmp_path / "site", ready))
    process.start()
    assert ready.wait(30)
    yield tmp_path / "site"
    process.kill()
    process.join()


def test_patience_with_another_build_ends(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "PATIENCE_SECONDS", 0.2)
    with pytest.raises(BusyTarget, match="another build"), staging(held):
        pass


# What is not ours


@pytest.mark.parametrize(("target", "content"), [("c", "c"), ("c/site", "c"), ("p", "p/content")])
def test_a_target_over_the_content_is_refused(tmp_path: Path, target: str, content: str) -> None:
    (tmp_path / content).mkdir(parents=True)
    with pytest.raises(ForeignTarget):
        check_target(tmp_path / target, tmp_path / content)


def test_a_file_in_the_targets_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(ForeignTarget, match="not a folder"):
        check_target(tmp_path / "site", tmp_path / "content")


def test_a_mount_point_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ForeignTarget, match="mount point"):
        check_target(Path("/proc"), tmp_path / "content")


@pytest.mark.parametrize(
    "name",
    ["CNAME", ".well-known/security.txt", "zh/mine.html", "manifest.json", "zh/.gitignore", "precious/x"],
)
def test_a_file_that_was_not_made_here_is_never_touched(tmp_path: Path, name: str) -> None:
    target = tmp_path / "site"
    publish(target, b"old")
    write_file(target, name, b"mine")
    with pytest.raises(ForeignTarget, match=r"not made here: [.\w-]+"):
        publish(target, b"new")
    assert (target / name).read_bytes() == b"mine"
    assert (target / "zh/index.html").read_bytes() == b"old"
    assert names(tmp_path) == ["site"]


def test_a_file_that_comes_while_a_build_is_at_work_is_not_touched(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, b"old")
    with pytest.raises(ForeignTarget), staging(target) as folder:
        (target / "late").write_text("mine")
        exchange(folder, target)
    assert names(target) == [MARK, "late", "zh"]


def test_a_manifest_makes_no_folder_ours(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/manifest.json").write_text("{}")
    with pytest.raises(ForeignTarget, match=r"manifest\.json"):
        publish(tmp_path / "site", b"new")


@pytest.mark.parametrize("text", ["", "{}", "[]", "\udcff", '{"files": "x"}', '{"files": [1]}'])
def test_a_damaged_mark_makes_nothing_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / MARK).write_text(text, "utf-8", "surrogateescape")
    (tmp_path / "x").mkdir()
    assert foreign_files(tmp_path) == ["x/"]


def test_the_mark_names_what_was_made_and_not_what_was_kept(tmp_path: Path) -> None:
    for name in ("a", "b/c/d", ".gitignore"):
        write_file(tmp_path, name, b"")
    mark(tmp_path)
    first = (tmp_path / MARK).read_bytes()
    mark(tmp_path)
    assert (tmp_path / MARK).read_bytes() == first
    assert foreign_files(tmp_path) == []
    write_file(tmp_path, "b/e/f", b"")
    (tmp_path / "b/link").symlink_to(tmp_path)
    assert foreign_files(tmp_path) == ["b/e/", "b/link"]


# Where the target lies


def test_a_site_is_published_where_a_link_leads(tmp_path: Path) -> None:
    real, link = tmp_path / "disk" / "real", tmp_path / "site"
    link.symlink_to(real)
    for text in (b"old", b"new"):
        publish(link, text)
        assert (real / "zh/index.html").read_bytes() == text
    assert link.is_symlink()
    assert (names(tmp_path), names(real.parent)) == (["disk", "site"], ["real"])


is_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kB with a site on it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], check=False)
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    publish(disk / "site", b"old")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@is_root
@pytest.mark.parametrize("size", [1, 50_000, 100_000, 245_000, 300_000])
def test_a_full_disk_leaves_the_old_site_or_the_new_one(small_disk: Path, size: int) -> None:
    try:
        publish(small_disk / "site", b"n" * size)
        expected = b"n" * size
    except OSError as error:
        assert error.errno == errno.ENOSPC
        expected = b"old"
    assert (small_disk / "site/zh/index.html").read_bytes() == expected
    assert names(small_disk) == ["site"]
    publish(small_disk / "site", b"newer")
    assert (small_disk / "site/zh/index.html").read_bytes() == b"newer"


@is_root
def test_a_read_only_disk_keeps_the_old_site(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OSError):
        publish(small_disk / "site", b"new")
    assert (small_disk / "site/zh/index.html").read_bytes() == b"old"


@is_root
def test_a_folder_of_an_image_takes_a_site(tmp_path: Path) -> None:
    """On an overlay a folder of the lower layer, such as that of a container's image, cannot be renamed."""
    for name in ("image/site", "upper", "work", "whole"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "image/site/.gitignore").write_text("*\n")
    layers = f"lowerdir={tmp_path}/image,upperdir={tmp_path}/upper,workdir={tmp_path}/work"
    whole = tmp_path / "whole"
    command = ["mount", "-t", "overlay", "-o", layers, "overlay", str(whole)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no overlay can be mounted here")
    try:
        for text in (b"old", b"new"):
            publish(whole / "site", text)
            assert (whole / "site/zh/index.html").read_bytes() == text
        assert names(whole) == ["site"]
        assert (whole / "site/.gitignore").read_text() == "*\n"
    finally:
        subprocess.run(["umount", str(whole)], check=True)


def test_a_worker_dies_with_its_parent(tmp_path: Path) -> None:
    """Or it would go on writing to what the next build sweeps."""
    code = (
        "import os, time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "from disclosure.ground.kernel import become_worker\n"
        "pool = ProcessPoolExecutor(1, mp_context=get_context('fork'), initializer=become_worker)\n"
        "print(pool.submit(os.getpid).result(), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        parent.kill()
    end = time.monotonic() + 10
    while time.monotonic() < end and _is_running(worker):
        time.sleep(0.05)
    assert not _is_running(worker)


def _is_running(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(") ")[2][0]
    except FileNotFoundError:
        return False
    return state not in "ZX"
