"""The signature of the manifest, by OpenSSH: made with a private key that lies outside the content, checked
with the public one that the site publishes, or that a reader has kept.

A manifest names the digest of every file and the head of the ledger, so that one signature is of them all.
A key that the site itself publishes tells one publisher from another only to those who know it from
elsewhere.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..plan.text import Text

# Who signs, and for what: the first word of a line of `allowed_signers`, and `-n` of ssh-keygen.
SIGNER = NAMESPACE = "disclosure"
SIGNATURE, SIGNERS = "manifest.json.sig", "allowed_signers"

_UNSIGNED = Text(zh="文件清单没有签名", en="the manifest is not signed")
_FOREIGN = Text(zh="文件清单的签名不是这把密钥的", en="the signature of the manifest is not of this key")


class SignatureFault(Exception):
    """The manifest cannot be signed, and why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh=zh, en=en)


def signers_text(key: str) -> str:
    """The file that tells `ssh-keygen -Y verify` whose signature to expect. `key` is a public key, or such
    a file already."""
    kind, _, _ = key.partition(" ")
    return key if kind == SIGNER else f'{SIGNER} namespaces="{NAMESPACE}" {" ".join(key.split()[:2])}\n'


def check_key(key: Path, public: str | None) -> None:
    """Raise SignatureFault where a signature with the private key would not be that of the public one."""
    if public is None:
        raise SignatureFault(
            "签名需要在 site.yaml 的 signing_key 里写明公钥",
            "to sign, give the public key in site.yaml as signing_key",
        )
    probe = sign(b"", key)
    if not is_signed(b"", probe, public):
        raise SignatureFault(
            f"{key} 与 site.yaml 里的 signing_key 不是一对",
            f"{key} does not belong to signing_key in site.yaml",
        )


def sign(data: bytes, key: Path) -> bytes:
    """The signature of data with a private key, or with that of a public key which an agent holds."""
    done = _keygen(["-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE], data)
    if done.returncode:
        why = next(iter(done.stderr.decode("utf-8", "replace").splitlines()), "ssh-keygen")
        raise SignatureFault(f"不能用 {key} 签名：{why}", f"cannot sign with {key}: {why}")
    return done.stdout


def is_signed(data: bytes, signature: bytes, key: str) -> bool:
    """Whether a signature of data is that of a public key, or of one that `allowed_signers` lists."""
    with tempfile.TemporaryDirectory() as folder:
        signers, file = Path(folder, "signers"), Path(folder, "signature")
        signers.write_text(signers_text(key), "utf-8")
        file.write_bytes(signature)
        words = ["-Y", "verify", "-f", str(signers), "-I", SIGNER, "-n", NAMESPACE, "-s", str(file)]
        return _keygen(words, data).returncode == 0


def fault_of(read: Callable[[str], bytes], kept_key: str) -> Text | None:
    """What is wrong with the signature of a site; None where nothing is, also where there is none and no key
    to expect one of. `read` gives a file of the site, empty for none; `kept_key` is the key that a reader
    has kept, empty to take the one that the site publishes."""
    signature, key = read(SIGNATURE), kept_key or read(SIGNERS).decode("utf-8", "replace")
    if not signature:
        return _UNSIGNED if key else None
    return None if key and is_signed(read("manifest.json"), signature, key) else _FOREIGN


def _keygen(words: list[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run ssh-keygen, which may ask nobody for a password: no one may be there to answer."""
    env = {**os.environ, "SSH_ASKPASS_REQUIRE": "never", "LC_ALL": "C"}
    try:
        return subprocess.run(
            ["ssh-keygen", *words],
            input=data,
            env=env,
            capture_output=True,
            check=False,
            start_new_session=True,
        )
    except OSError as error:
        raise SignatureFault(f"ssh-keygen 不能用：{error}", f"ssh-keygen cannot be used: {error}") from error
