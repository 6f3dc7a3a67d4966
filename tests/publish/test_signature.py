"""Signatures by a real ssh-keygen: made by a build, checked by `verify` and by OpenSSH alone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from disclosure.pipeline import build
from disclosure.publish.ownership import MARK
from disclosure.publish.signature import SIGNATURE, SignatureFault
from disclosure.publish.verifier import check
from tests.test_build import run, tree
from tests.trees import copy_base, order, overlay

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is missing")


def key_at(path: Path, secret: str = "") -> Path:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", secret, "-C", "portal", "-f", str(path)]
    subprocess.run(command, check=True)
    return path


def public(key: Path) -> str:
    return key.with_name(f"{key.name}.pub").read_text("utf-8").strip()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return key_at(tmp_path / "key")


@pytest.fixture
def content(key: Path, tmp_path: Path) -> Path:
    folder = copy_base(tmp_path / "content")
    overlay(folder, "site.yaml", f"signing_key: {public(key)}\n")
    return folder


@pytest.fixture
def signed(content: Path, key: Path, tmp_path: Path) -> Path:
    result = build(order(content, sign=key), tmp_path / "site")
    assert not result.is_refused, [p.message("en") for p in result.problems]
    return tmp_path / "site"


def verified(site: Path, *words: str) -> tuple[int, str]:
    done = run("verify", str(site), "--lang", "en", *words)
    return done.returncode, (done.stdout + done.stderr).strip()


def test_a_signed_site_is_whole_and_its_key_is_told(signed: Path, key: Path) -> None:
    assert verified(signed) == (0, "whole")
    assert verified(signed, "--key", f"{key}.pub") == (0, "whole")
    assert verified(signed, "--key", str(signed / "allowed_signers")) == (0, "whole")
    assert list(check(str(signed))) == []
    for lang in ("zh", "en"):
        assert public(key) in (signed / lang / "verify" / "index.html").read_text("utf-8")


def test_openssh_alone_agrees(signed: Path) -> None:
    command = "ssh-keygen -Y verify -f allowed_signers -I disclosure -n disclosure -s manifest.json.sig"
    page = (signed / "en" / "verify" / "index.html").read_text("utf-8")
    assert f"{command} &lt; manifest.json" in page
    manifest = (signed / "manifest.json").read_bytes()
    assert (
        subprocess.run(
            command.split(), cwd=signed, input=manifest, capture_output=True, check=False
        ).returncode
        == 0
    )


def test_the_same_content_and_key_give_the_same_bytes(
    signed: Path, content: Path, key: Path, tmp_path: Path
) -> None:
    build(order(content, sign=key), tmp_path / "again")
    assert tree(tmp_path / "again") == tree(signed)


def test_a_changed_signature_or_key_or_manifest_shows(signed: Path, key: Path, tmp_path: Path) -> None:
    other = key_at(tmp_path / "other")
    assert verified(signed, "--key", f"{other}.pub") == (
        1,
        "the signature of the manifest is not of this key",
    )
    file = signed / SIGNATURE
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"U", b"V", 1))
    assert verified(signed) == (1, "the signature of the manifest is not of this key")
    file.unlink()
    assert verified(signed) == (1, "the manifest is not signed")


def test_a_forger_who_signs_anew_shows_to_whoever_kept_the_key(
    content: Path, signed: Path, key: Path, tmp_path: Path
) -> None:
    other = key_at(tmp_path / "other")
    overlay(content, "site.yaml", f"signing_key: {public(other)}\n")
    assert not build(order(content, sign=other), tmp_path / "forged").is_refused
    assert verified(tmp_path / "forged") == (0, "whole")
    assert verified(tmp_path / "forged", "--key", f"{key}.pub")[0] == 1


def test_a_key_that_does_not_fit_signs_nothing(content: Path, signed: Path, tmp_path: Path) -> None:
    other, locked = key_at(tmp_path / "other"), key_at(tmp_path / "locked", "secret")
    before = tree(signed)
    for wrong in (other, locked, tmp_path / "nowhere"):
        with pytest.raises(SignatureFault):
            build(order(content, sign=wrong), signed)
    overlay(content, "site.yaml", "signing_key:\n")
    assert tree(signed) == before


def test_without_a_key_there_is_no_signature_and_none_is_missed(tmp_path: Path, key: Path) -> None:
    content = copy_base(tmp_path / "plain")
    assert not build(order(content), tmp_path / "site").is_refused
    assert verified(tmp_path / "site") == (0, "whole")
    assert not {SIGNATURE, "allowed_signers"} & {
        p.name for p in (tmp_path / "site").iterdir() if p.name != MARK
    }
    with pytest.raises(SignatureFault, match="signing_key"):
        build(order(content, sign=key), tmp_path / "site")


def test_a_key_of_another_form_is_refused_at_its_place(content: Path) -> None:
    overlay(content, "site.yaml", "signing_key: secret\n")
    result = run("check", "--content", str(content))
    assert result.returncode == 1 and "site.yaml:1:14: error:" in result.stderr
