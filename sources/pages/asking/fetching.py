"""One page over the network: every step of its way checked, everything it sends bounded, on one clock."""

from __future__ import annotations

import random
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime
from functools import cache
from typing import Final

import httpcore
import httpx

from claims.quick_records import dataclass
from sources.pages.asking.dialling import Clock, Dialler, Resolve, resolved
from sources.pages.asking.pacing import Pace
from sources.pages.asking.reach import NotFetched, Reach
from sources.pages.asking.robots import Robots
from sources.providers.net.retrying import Patience, asked_delay
from sources.providers.net.secrecy import quiet_loggers
from sources.providers.net.unpacking import Unpacked, body_of

AGENT: Final = "crossfoot"
_HEADERS: Final[Mapping[bytes | str, bytes | str]] = {
    "User-Agent": f"{AGENT} (sources fetch: a person asked for this page)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_LATER: Final = frozenset({429, 502, 503, 504})
_ROBOTS_LARGEST: Final = 512 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds to connect, to wait for the next bytes, and in all for one page; bytes of a body; redirects; seconds
    between two requests to one host; how often a busy server is asked.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 90.0
    largest: int = 40_000_000
    redirects: int = 8
    interval: float = 2.0
    patience: Patience = field(default_factory=lambda: Patience(attempts=3, base=2.0, longest=20.0, longest_asked=60.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What a fetch needs of the world outside, so that tests can put their own in its place."""

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    draw: Callable[[], float] = random.random
    resolve: Resolve = resolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer as it came: `address` is the last one asked, `body` unpacked."""

    status: int
    headers: httpx.Headers
    body: bytes
    address: str


class Fetcher:
    """Fetches pages one after the other; all it raises is NotFetched."""

    def __init__(self, reach: Reach, limits: Limits | None = None, outside: Outside | None = None) -> None:
        self._reach, self._limits, self._outside = reach, limits or Limits(), outside or Outside()
        self._pace = Pace(self._limits.interval, self._outside.clock, self._outside.sleep)
        self._robots = Robots(AGENT, self._robots_file)

    def fetch(self, address: str, headers: dict[str, str] | None = None) -> Answered:
        """The page at `address`, found by as many redirects as are allowed; an answer of 200 with a body."""
        answer = self._patiently(address, headers or {})
        if answer.status != 200:
            raise NotFetched("status", status=answer.status)
        if not answer.body:
            raise NotFetched("empty")
        return answer

    def _patiently(self, address: str, headers: dict[str, str]) -> Answered:
        patience = self._limits.patience
        for attempt in range(1, patience.attempts + 1):
            answer = self._follow(address, headers, self._limits.largest, obey=True)
            if answer.status not in _LATER or attempt == patience.attempts:
                return answer
            asked = asked_delay(answer.headers.get("retry-after"), self._outside.now())
            if asked is not None and asked > patience.longest_asked:
                raise NotFetched("later", status=answer.status, seconds=f"{asked:.0f}")
            self._outside.sleep(max(patience.delay(attempt, self._outside.draw), asked or 0.0))
        raise AssertionError("a page is asked for at least once")

    def _follow(self, address: str, headers: dict[str, str], largest: int, *, obey: bool) -> Answered:
        """Ask, and go where the answer points; what may be asked is checked at every step."""
        url = self._reach.address(address)
        clock = Clock(self._limits.total, self._outside.clock)
        for _ in range(self._limits.redirects + 1):
            with clock.stopped():
                self._wait_for_leave(url, obey=obey)
            answer = self._once(url, headers, clock, largest)
            if answer.status not in _MOVED:
                return answer
            url = self._next(url, answer.headers.get("location", ""))
        raise NotFetched("loop", times=self._limits.redirects)

    def _wait_for_leave(self, url: httpx.URL, *, obey: bool) -> None:
        """Wait until the site's rules and the pace allow the request. Raises NotFetched where the rules do not."""
        if obey and not self._robots.allows(url):
            raise NotFetched("robots")
        self._pace.wait(url, self._robots.delay(url) if obey else 0.0)

    def _next(self, url: httpx.URL, location: str) -> httpx.URL:
        if not location.strip():
            raise NotFetched("nowhere")
        try:
            following = url.join(location.strip())
        except (httpx.InvalidURL, ValueError):
            raise NotFetched("no_address") from None
        return self._reach.address(str(following))

    def _once(self, url: httpx.URL, headers: dict[str, str], clock: Clock, largest: int) -> Answered:
        dialler = Dialler(self._reach, clock, resolve=self._outside.resolve)
        try:
            with quiet_loggers(), httpcore.ConnectionPool(_tls(), network_backend=dialler, http2=False) as pool:
                return self._sent(pool, url, headers, largest)
        except httpcore.TimeoutException:
            raise NotFetched("no_time", seconds=f"{min(clock.seconds, self._limits.read):g}") from None
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            key = "broke_off" if "incomplete" in str(error) or "without sending" in str(error) else "no_http"
            raise NotFetched(key) from None
        except httpcore.NetworkError as error:
            raise NotFetched("unreachable", why=_why(error)) from None

    def _sent(self, pool: httpcore.ConnectionPool, url: httpx.URL, headers: dict[str, str], largest: int) -> Answered:
        times = {"connect": self._limits.connect, "read": self._limits.read, "write": self._limits.read, "pool": 1.0}
        wire = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        sent = dict(_HEADERS)
        sent.update(headers)
        with pool.stream("GET", wire, headers=sent, extensions={"timeout": times}) as response:
            got = httpx.Headers(response.headers)
            wanted = response.status not in _MOVED
            body = _body(response.iter_stream(), got.get("content-encoding", ""), largest) if wanted else b""
            return Answered(status=response.status, headers=got, body=body, address=str(url))

    def _robots_file(self, address: str) -> tuple[int, bytes]:
        answer = self._follow(address, {}, _ROBOTS_LARGEST, obey=False)
        return answer.status, answer.body


def _body(chunks: Iterable[bytes], encoding: str, largest: int) -> bytes:
    try:
        return body_of(chunks, encoding, largest)
    except Unpacked as fault:
        raise NotFetched(fault.reason, **fault.details) from None


def _why(error: Exception) -> str:
    """What the network said, on one line and short."""
    return " ".join(str(error).split())[:120] or type(error).__name__


@cache
def _tls() -> ssl.SSLContext:
    """Made when it is first needed: it reads all certificates of the machine."""
    return httpx.create_ssl_context()
