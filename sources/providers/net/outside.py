"""What a client meets outside: clock, sleep and chance, an answer that is a refusal, and the address it is sent to."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx

from claims.quick_records import dataclass
from sources.providers.asking import ProviderError, PullUsageError
from sources.providers.net.secrecy import shown_address


class RefusedError(ProviderError):
    """An answer that asking again will not mend; `status` is its HTTP status."""

    def __init__(self, provider_id: str, address: str, message: str, status: int) -> None:
        super().__init__(provider_id, address, message)
        self.status = status

    def __reduce__(self) -> tuple[type[RefusedError], tuple[str, str, str, int]]:  # type: ignore[override]
        return type(self), (self.provider_id, self.address, self.problem, self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a client needs of the world outside, so that tests can put their own in its place."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    draw: Callable[[], float] = random.random


def checked_address(base_url: str) -> str:
    try:
        url = httpx.URL(base_url if urlsplit(base_url).hostname else "")
    except (httpx.InvalidURL, ValueError):
        url = httpx.URL("")
    if url.scheme not in ("http", "https") or not url.host:
        raise PullUsageError("--base-url", f"{shown_address(base_url)!r} is no http or https address")
    return base_url.rstrip("/")
