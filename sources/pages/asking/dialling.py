"""Connections to checked addresses only, under one clock.

The name is resolved once, every address it has is checked, and the connection goes to one of those addresses and to no
other (a name that answers differently the second time, DNS rebinding, gains nothing). Then the address that the socket
says it is connected to is checked again.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import httpcore

from sources.pages.asking.reach import NotFetched, Reach

Resolve = Callable[[str, int], list[str]]
_MOST_ADDRESSES: Final = 4


class Clock:
    """The seconds that all connections of one page have together."""

    def __init__(self, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self.seconds, self._now = seconds, now
        self._end = now() + seconds

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Time that is not the page's own: waiting for one's turn."""
        began = self._now()
        try:
            yield
        finally:
            self._end += self._now() - began

    def left(self, most: float | None = None) -> float:
        """The seconds left, `most` at most. Raises NotFetched when there are none."""
        left = self._end - self._now()
        if left <= 0:
            raise NotFetched("no_time", seconds=f"{self.seconds:g}")
        return left if most is None else min(left, most)


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host, as this machine's name service gives them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Dialler(httpcore.NetworkBackend):
    """Opens connections for httpcore; raises NotFetched for what may not be reached."""

    def __init__(
        self,
        reach: Reach,
        clock: Clock,
        *,
        resolve: Resolve = resolved,
        inner: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._reach, self._clock, self._resolve = reach, clock, resolve
        self._inner = inner or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._within_time(host, port)
        for ip in addresses:
            self._reach.check(ip)
        failed: Exception | None = None
        for ip in addresses[:_MOST_ADDRESSES]:
            try:
                stream = self._inner.connect_tcp(ip, port, self._clock.left(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return self._checked(stream)
        raise failed or NotFetched("unknown_host", host=host)

    def _checked(self, stream: httpcore.NetworkStream) -> httpcore.NetworkStream:
        try:
            self._reach.check(str(stream.get_extra_info("server_addr")[0]))
        except BaseException:
            stream.close()
            raise
        return TimedStream(stream, self._clock)

    def _within_time(self, host: str, port: int) -> list[str]:
        """The addresses of a host; a name service that does not answer must not hold the fetch up."""
        found: list[str] = []

        def look_up() -> None:
            try:
                found.extend(self._resolve(host, port))
            except (OSError, UnicodeError):
                return

        asking = threading.Thread(target=look_up, daemon=True)
        asking.start()
        asking.join(self._clock.left())
        if asking.is_alive():
            raise NotFetched("no_time", seconds=f"{self._clock.seconds:g}")
        if not found:
            raise NotFetched("unknown_host", host=host)
        return found


class TimedStream(httpcore.NetworkStream):
    """A connection on which no read, write or handshake outlasts the clock, however slowly its bytes come."""

    def __init__(self, inner: httpcore.NetworkStream, clock: Clock) -> None:
        self._inner, self._clock = inner, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._inner.start_tls(ssl_context, server_hostname, self._clock.left(timeout))
        return TimedStream(secured, self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
