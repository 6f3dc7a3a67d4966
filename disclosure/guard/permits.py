"""What may stand in public although it looks private or foreign: what is registered, and what site.yaml
allows with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..plan.registry import Registry
from .finding import Finding
from .folding import fold
from .rules import private_email, private_phone, unlisted_phone

_SEPARATORS = re.compile(r"[\s\-·•.()（）]")


def bare(value: str) -> str:
    """A value without what parts its characters, for comparing."""
    return _SEPARATORS.sub("", fold(value).text).upper()


@dataclass(frozen=True, kw_only=True, slots=True)
class Permits:
    """`values` are bare values that may stand as they are, `phones` the bare numbers of bodies and
    channels, `hosts` the hosts that may be linked to and written to, by suffix; links are not
    judged unless they `are_known`."""

    values: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset({"gov.cn"})
    links: frozenset[str] = frozenset({"gov.cn"})
    are_known: bool = True

    def allows(self, found: Finding) -> bool:
        """Whether what was found may be published as it stands."""
        value = bare(found.value)
        if value in self.values:
            return True
        if found.rule is private_email.RULE:
            return _is_below(found.value.rpartition("@")[2].lower(), self.hosts)
        if found.rule in (private_phone.RULE, unlisted_phone.RULE):
            return any(value.endswith(phone) or phone.endswith(value) for phone in self.phones)
        return False

    def allows_link(self, host: str) -> bool:
        """Whether a host may be linked to without a remark."""
        return not self.are_known or _is_below(host.lower(), self.links)


def _is_below(host: str, suffixes: frozenset[str]) -> bool:
    return any(host == suffix or host.endswith("." + suffix) for suffix in suffixes)


def permits_of(registry: Registry | None, typed: Registry | None = None) -> Permits:
    """What a portal may publish; only what is public anyway where its registry could not be read. `typed` is
    the registry as it stands in the files, where another address of the site was asked for."""
    if registry is None:
        return Permits(are_known=False)
    site = registry.site
    values = {bare(allowed.value) for allowed in site.privacy.allow}
    values |= {bare(channel.value) for channel in site.channels if channel.kind in ("wechat", "email")}
    values |= {bare(unit.email) for unit in registry.units.values() if unit.email}
    phones = {bare(channel.value) for channel in site.channels if channel.kind == "phone"}
    phones |= {bare(phone) for unit in registry.units.values() for phone in _each(unit.phone)}
    addresses = {site.base_url, *((typed.site.base_url,) if typed else ())}
    own = {urlsplit(address).hostname or "" for address in addresses}
    own |= {(site.identifiers.domain or "").lower(), "gov.cn"}
    own -= {""}
    links = own | {host.lower().lstrip(".") for host in site.links.allow}
    return Permits(
        values=frozenset(values),
        phones=frozenset(phone for phone in phones if len(phone) >= 7),
        hosts=frozenset(own),
        links=frozenset(links),
    )


def _each(phones: str | None) -> list[str]:
    return re.split(r"[、,，;；/]|\s{2,}", phones) if phones else []
