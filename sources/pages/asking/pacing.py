"""The pace at which one host is asked."""

from __future__ import annotations

from collections.abc import Callable

import httpx


class Pace:
    """At least `interval` seconds between two requests to one host, more where it asks for more."""

    def __init__(self, interval: float, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._interval, self._clock, self._sleep = interval, clock, sleep
        self._last: dict[str, float] = {}

    def wait(self, url: httpx.URL, asked: float) -> None:
        """Wait until the host may be asked again, and note that it is."""
        last = self._last.get(url.host)
        if last is not None and (early := last + max(self._interval, asked) - self._clock()) > 0:
            self._sleep(early)
        self._last[url.host] = self._clock()
