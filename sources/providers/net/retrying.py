"""When to ask again, and after how long: exponential back-off with full jitter, and what Retry-After says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from claims.quick_records import dataclass

# 202: IDMC answers so while it builds its file. 408, 425: asked for again by definition.
RETRIED: Final = frozenset({202, 408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often a request is tried, and how long one waits between tries (seconds)."""

    attempts: int = 5
    base: float = 1.0
    longest: float = 60.0
    longest_asked: float = 300.0

    def delay(self, failed: int, draw: Callable[[], float]) -> float:
        """Seconds to wait after the `failed`-th try (from 1): anything up to base·2^(failed-1), at most `longest`.

        `draw` gives a number in [0, 1): many clients that failed together shall not come back together.
        """
        return draw() * float(min(self.longest, self.base * 2.0 ** (failed - 1)))


def asked_delay(retry_after: str | None, now: datetime) -> float | None:
    """Seconds that `Retry-After` asks for (RFC 9110, 10.2.3: seconds or a date); `None` where it is unreadable."""
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
