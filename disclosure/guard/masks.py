"""Private data in the masked forms that practice accepts: 138****1234, 35*************123, 张某某.

`mask_text` writes these forms; `cover` hides what is shown in a message, and moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..ground.problems import Rule
from .finding import Finding
from .rules import (
    bank_card,
    home_address,
    mobile_number,
    passport_number,
    private_email,
    private_phone,
    resident_id,
    unmasked_name,
    wechat_id,
)


def mask(rule: Rule, value: str) -> str:
    """A found value in its accepted masked form."""
    return _MASKS.get(rule.id, _plate)(value)


def mask_text(text: str, findings: Iterable[Finding]) -> str:
    """The text with every finding masked. Four stars in a row are no mark of Markdown, and no mask begins
    with one, so that it stands in YAML too."""
    for found in sorted(findings, reverse=True):
        text = text[: found.start] + mask(found.rule, found.value) + text[found.end :]
    return text


def cover(text: str, findings: Iterable[Finding]) -> str:
    """The text with the inside of every finding covered, and every character in its place."""
    for found in findings:
        shown = text[found.start : found.end]
        first, last = (1, 0) if len(shown) < 6 else (2, 2)
        kept = {*range(first), *range(len(shown) - last, len(shown))}
        covered = "".join(ch if n in kept or not ch.isalnum() else "*" for n, ch in enumerate(shown))
        text = text[: found.start] + covered + text[found.end :]
    return text


def _keep(first: int, last: int) -> Callable[[str], str]:
    """A mask that shows the first and last characters."""

    def masked(value: str) -> str:
        hidden = max(1, len(value) - first - last)
        return value[:first] + "*" * hidden + (value[-last:] if last else "")

    return masked


def _mobile(value: str) -> str:
    return value[:-11] + value[-11:-8] + "****" + value[-4:]


def _email(value: str) -> str:
    name, _, host = value.partition("@")
    return f"{name[:1]}****@{host}"


def _name(value: str) -> str:
    if value.isascii():
        return value[:1] + "."
    return value[:1] + "某" * (len(value) - 1)


def _plate(value: str) -> str:
    return value[:2] + "****" + value[6:]


def _home(value: str) -> str:
    return "××"


_MASKS: dict[str, Callable[[str], str]] = {
    resident_id.RULE.id: _keep(2, 3),
    mobile_number.RULE.id: _mobile,
    private_phone.RULE.id: _keep(4, 2),
    "unlisted-phone": _keep(4, 2),
    bank_card.RULE.id: _keep(1, 4),
    passport_number.RULE.id: _keep(1, 3),
    wechat_id.RULE.id: _keep(1, 0),
    private_email.RULE.id: _email,
    unmasked_name.RULE.id: _name,
    home_address.RULE.id: _home,
}
