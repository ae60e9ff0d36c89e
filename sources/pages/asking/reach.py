"""Where a fetch may go: http and https, public addresses only, and the hosts that the user allows."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

import httpx

from claims.quick_records import dataclass
from sources.words import words

Ip = IPv4Address | IPv6Address
_HOST: Final = re.compile(r"[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}")
_NAT64: Final = IPv6Network("64:ff9b::/96")
_WEB_PORTS: Final = frozenset({80, 443})
_FIRST_FREE_PORT: Final = 1024
_LONGEST: Final = 4000


class NotFetched(Exception):
    """A page that was not fetched; `reason` says why, in words that follow the address."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.reason: str = words("pages")["fetch"][key].format(**values)
        super().__init__(self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What may be asked. `hosts`: these and those below them, none for every public host.

    `loopback_for_tests`: a server of the tests on this machine may be asked too; no option sets it.
    """

    hosts: tuple[str, ...] = ()
    loopback_for_tests: bool = False

    def address(self, text: str) -> httpx.URL:
        """The address to ask, without its fragment. Raises NotFetched for one that may not be asked."""
        try:
            url = httpx.URL(text[: _LONGEST + 1].strip()).copy_with(fragment=None)
        except (httpx.InvalidURL, ValueError, TypeError):
            raise NotFetched("no_address") from None
        if url.scheme not in ("http", "https"):
            raise NotFetched("scheme", scheme=url.scheme or "nothing")
        if not _HOST.fullmatch(url.raw_host.decode("ascii", "replace")) or len(text) > _LONGEST:
            raise NotFetched("no_address")
        if url.userinfo:
            raise NotFetched("user")
        if url.port is not None and url.port not in _WEB_PORTS and url.port < _FIRST_FREE_PORT:
            raise NotFetched("port", port=url.port)
        if not (self._allows(url.host) or self._allows(url.raw_host.decode("ascii"))):
            raise NotFetched("host", host=url.host)
        return url

    def _allows(self, host: str) -> bool:
        host = host.rstrip(".").casefold()
        return not self.hosts or any(host == one or host.endswith(f".{one}") for one in self.hosts)

    def check(self, ip: str) -> None:
        """Raise NotFetched where `ip` is no public address."""
        found = ip_address(ip.partition("%")[0])
        if not (is_public(found) or (self.loopback_for_tests and found.is_loopback)):
            raise NotFetched("private", ip=ip)


def is_public(ip: Ip) -> bool:
    """Whether an address is one of the open internet, whatever IPv4 address is wrapped in it.

    >>> is_public(ip_address("::ffff:10.0.0.1"))
    False
    """
    wrapped = _wrapped(ip) if isinstance(ip, IPv6Address) else None
    if wrapped is not None:
        return is_public(wrapped)
    local = isinstance(ip, IPv6Address) and ip.is_site_local
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or local)


def _wrapped(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, 6to4, Teredo, NAT64."""
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
