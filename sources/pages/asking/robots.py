"""What a site lets programs read (RFC 9309): its robots.txt, asked once a host, through Protego."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import httpx

from sources.pages.asking.reach import NotFetched

_LONGEST_DELAY: Final = 30.0
_CLIENT_ERROR, _SERVER_ERROR, _TOO_MANY = 400, 500, 429


class Robots:
    """`ask` gives the status and body of an address, or raises NotFetched."""

    def __init__(self, agent: str, ask: Callable[[str], tuple[int, bytes]]) -> None:
        self._agent, self._ask = agent, ask
        self._rules: dict[str, Any] = {}

    def allows(self, url: httpx.URL) -> bool:
        """Whether the page may be read. Raises NotFetched where the site did not say."""
        rules = self._of(url)
        return rules is None or bool(rules.can_fetch(str(url), self._agent))

    def delay(self, url: httpx.URL) -> float:
        """The seconds between two requests that the site asks for, at most half a minute."""
        rules = self._of(url)
        asked = rules.crawl_delay(self._agent) if rules is not None else None
        return min(float(asked or 0.0), _LONGEST_DELAY)

    def _of(self, url: httpx.URL) -> Any:
        origin = str(url.copy_with(raw_path=b"/robots.txt"))
        if origin not in self._rules:
            self._rules[origin] = self._read(origin)
        found = self._rules[origin]
        if isinstance(found, NotFetched):
            raise found
        return found

    def _read(self, origin: str) -> Any:
        """The rules, `None` where there are none; a site that cannot say (RFC 9309, 2.3.1.4) is not asked further."""
        from protego import Protego

        try:
            status, body = self._ask(origin)
        except NotFetched as failure:
            # What keeps robots.txt from being asked keeps the page too, and says it better.
            return failure if failure.key in _SAME else NotFetched("robots_lost", why=failure.reason)
        if status >= _SERVER_ERROR or status == _TOO_MANY:
            return NotFetched("robots_lost", why=f"answers {status}")
        return Protego.parse(body.decode("utf-8", "replace")) if status < _CLIENT_ERROR else None


_SAME: Final = frozenset({"private", "host", "scheme", "port", "unknown_host", "unreachable", "no_time", "no_http"})
