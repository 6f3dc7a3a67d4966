"""The command line as fixed: names of commands and options. The form of their values is read in
`arguments`; what they do is said in `cli`.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from . import __version__, arguments

COMMANDS = ("build", "check", "serve", "explain", "schema", "verify", "diff")


def with_command(argv: Sequence[str]) -> list[str]:
    """The arguments with `build` put first where no command was named."""
    words = list(argv)
    if words and words[0] in (*COMMANDS, "-h", "--help", "--version"):
        return words
    return ["build", *words]


def parser(root: Path) -> argparse.ArgumentParser:
    """The command line as fixed."""
    top = argparse.ArgumentParser(
        prog="build.py", description="Build, check and preview a disclosure portal."
    )
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(metavar="COMMAND", required=True, dest="command")
    shared = _shared_options(root)
    build = commands.add_parser("build", parents=[shared], help="make the site (the default)")
    _add_build_options(build, root)
    check = commands.add_parser("check", parents=[shared], help="check the content, change nothing")
    _add_check_options(check)
    serve = commands.add_parser("serve", parents=[shared], help="preview with live reload")
    serve.add_argument("--port", type=arguments.port, default=8000, metavar="N")
    explain = commands.add_parser("explain", help="what a rule wants, with examples")
    explain.add_argument(
        "rule", nargs="?", metavar="RULE", help="the name in [brackets]; none: list them all"
    )
    explain.add_argument("--lang", choices=("zh", "en"))
    schema = commands.add_parser("schema", help="write the JSON Schemas for editors")
    schema.add_argument("folder", nargs="?", metavar="DIR", default="schema")
    schema.add_argument("--lang", choices=("zh", "en"))
    verify = commands.add_parser(
        "verify", help="check a copy of a site, and that its past is the one you kept"
    )
    verify.add_argument("place", metavar="DIR|URL")
    verify.add_argument("--against", default="", metavar="DIR|FILE|HEAD", help="what you kept of its past")
    verify.add_argument(
        "--key",
        type=Path,
        metavar="FILE",
        help="the public key that must have signed (default: the site's own)",
    )
    verify.add_argument("--lang", choices=("zh", "en"))
    _add_diff(commands, root)
    return top


def _add_diff(commands: Any, root: Path) -> None:
    diff = commands.add_parser("diff", help="say what a change of the content means, in both languages")
    add = diff.add_argument
    add("base", metavar="BASE", help="the commit to compare with")
    add("head", metavar="HEAD", nargs="?", help="the later commit (default: the working folder)")
    add("--content", type=Path, default=root / "content", metavar="DIR")
    add("--templates", type=Path, default=root / "templates", metavar="DIR")
    add("--as-of", type=arguments.day, metavar="DAY", help="judge both as of this day")
    add("--lang", choices=("zh", "en"), help="one language only")
    add("--format", choices=("text", "markdown", "json"), default="text", help="form of the answer")
    add("--jobs", type=arguments.jobs, default=os.cpu_count() or 1, metavar="N", help="worker processes")
    add("--cache", type=Path, default=root / ".cache", metavar="DIR")
    add("--no-cache", action="store_true", help="neither read nor write the cache")


def _add_check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument("--translation", action="store_true", help="list every text whose English wants work")
    check.add_argument("--output", action="store_true", help="render too, and check what was rendered")
    check.add_argument(
        "--links", action="store_true", help="list the links that lead elsewhere, and try each"
    )
    check.add_argument("--fix", choices=("privacy",), help="mask private data in the content, then check")


def _shared_options(root: Path) -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    add = shared.add_argument
    add("--content", type=Path, default=root / "content", metavar="DIR")
    add("--templates", type=Path, default=root / "templates", metavar="DIR")
    add(
        "--base-url",
        type=arguments.base_url,
        metavar="U",
        help="the public address instead of that in site.yaml",
    )
    add("--as-of", type=arguments.day, metavar="DAY", help="judge as of this day, such as 2018-12-31")
    add("--strict", action="store_true", help="warnings count as errors")
    add("--production", action="store_true", help="refuse sample data and missing identifiers")
    add("--jobs", type=arguments.jobs, default=os.cpu_count() or 1, metavar="N", help="worker processes")
    add("--quiet", action="store_true", help="no progress and no summary")
    add("--lang", choices=("zh", "en"), help="language of messages (default: the locale's)")
    add("--format", choices=("text", "github", "json", "sarif"), default="text", help="form of messages")
    add(
        "--history",
        choices=("auto", "require", "off"),
        default="auto",
        help="the past of the content, from git",
    )
    add("--cache", type=Path, default=root / ".cache", metavar="DIR")
    add("--no-cache", action="store_true", help="neither read nor write the cache")
    return shared


def _add_build_options(build: argparse.ArgumentParser, root: Path) -> None:
    build.add_argument("--out", type=Path, metavar="DIR", help="default: site")
    build.set_defaults(site=root / "site")
    build.add_argument(
        "--commit", metavar="REV", help="the site as it stood at a commit, in a folder named by --out"
    )
    build.add_argument("--register", action="store_true", help="add the addresses to content/addresses.txt")
    build.add_argument(
        "--sign", type=Path, metavar="KEY", help="sign the manifest with this OpenSSH key (see signing_key)"
    )
    build.add_argument("--pdf", action="store_true", help="make each plan's print edition a PDF too")
