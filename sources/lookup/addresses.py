"""Web addresses compared as readers do: without scheme, "www.", a closing slash, and marks of where one came from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id", re.IGNORECASE)
_LONGEST: Final = 4000


@lru_cache(maxsize=65_536)
def plain_address(address: str) -> str | None:
    """What an address leads to ("example.org/report?page=2"), `None` where it is none of the web.

    >>> plain_address("http://www.example.org/report/?utm_source=letter#top")
    'example.org/report'
    """
    if len(address) > _LONGEST:
        return None
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme.casefold() not in ("http", "https") or "." not in host:
        return None
    asked = sorted((key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if _own(key))
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{host}{unquote(parts.path).rstrip('/')}{query}"


def _own(key: str) -> bool:
    return not _TRACKING.fullmatch(key)


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to the same text."""
    plain = plain_address(one)
    return plain is not None and plain == plain_address(other)


def host_of(address: str) -> str | None:
    """The host of an address without "www."."""
    plain = plain_address(address)
    return re.split(r"[/?]", plain, maxsplit=1)[0] if plain else None
