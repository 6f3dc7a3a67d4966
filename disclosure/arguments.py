"""What is typed on the command line, one reader a form; what has another form is a wrong command line.

Raises ArgumentTypeError, which argparse turns into a usage message and exit code 2. What a value means is
left to others.
"""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date

MOST_JOBS, MOST_PORT = 256, 65535


def day(typed: str) -> date:
    """A day such as 2018-12-31."""
    from .plan.periods import parse_day

    try:
        return parse_day(typed)
    except ValueError:
        raise ArgumentTypeError(
            f"不是 2018-12-31 这样的日期 · not a day such as 2018-12-31: {typed}"
        ) from None


def jobs(typed: str) -> int:
    """A number of worker processes, 1 to 256."""
    return _whole(typed, MOST_JOBS)


def port(typed: str) -> int:
    """A port to listen on, 1 to 65535."""
    return _whole(typed, MOST_PORT)


def _whole(typed: str, most: int) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 9 and 1 <= int(typed) <= most):
        raise ArgumentTypeError(f"不是 1 至 {most} 的整数 · not a number from 1 to {most}: {typed}")
    return int(typed)


def base_url(typed: str) -> str:
    """The address of the site, in the form that site.yaml asks for."""
    from .plan.site_model import parse_base_url

    try:
        return parse_base_url(typed)
    except ValueError:
        raise ArgumentTypeError(
            "要写完整的网址，以 https:// 开头，末尾不带斜杠 · "
            f"not a whole address that begins with https:// and ends without a slash: {typed}"
        ) from None
