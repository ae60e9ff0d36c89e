"""One request on the wire: sent, followed where it points, read to its end; a key goes to its own host only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import field
from functools import cached_property
from ipaddress import ip_address
from typing import Final

import httpx

from claims.quick_records import dataclass
from sources.providers.asking import ProviderError
from sources.providers.net.answers import Key
from sources.providers.net.http_cache import Kept
from sources.providers.net.retrying import Patience
from sources.providers.net.secrecy import quiet_loggers
from sources.providers.net.unpacking import Unpacked, body_of

_HEADERS: Final = {"User-Agent": "crossfoot (sources pull)", "Accept-Encoding": "gzip, deflate"}
_DAMAGED: Final = {"damaged": "sent a damaged answer", "broke_off": "broke off in the middle of its answer"}
_REDIRECTS: Final = 5
_MOVED: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """How a provider is treated: least seconds between requests, time-outs in seconds, the largest answer in bytes.

    `read` is the longest silence within an answer, `whole` the longest time that one answer may take in all.
    """

    interval: float = 1.0
    connect: float = 10.0
    read: float = 120.0
    whole: float = 900.0
    largest: int = 128 * 1024 * 1024
    patience: Patience = field(default_factory=Patience)


class TransientError(Exception):
    """A failure that may be gone the next time, and the seconds the server asked for, if it did."""

    def __init__(self, reason: str, asked: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.asked = asked


class Wire:
    """Requests and their answers; `error` makes an error of an address and a message, with no key in either."""

    def __init__(
        self, conduct: Conduct, error: Callable[[str, str], ProviderError], hide: Callable[[str], str]
    ) -> None:
        self._conduct = conduct
        self._error = error
        self._hide = hide

    @cached_property
    def _http(self) -> httpx.Client:
        """Made when it is first needed: it reads all certificates of the machine."""
        times = httpx.Timeout(self._conduct.read, connect=self._conduct.connect)
        return httpx.Client(timeout=times, follow_redirects=False, headers=_HEADERS)

    def close(self) -> None:
        if "_http" in self.__dict__:
            self._http.close()

    def follow(self, address: str, key: Key | None, kept: Kept | None) -> tuple[int, httpx.Headers, bytes]:
        """Send, and follow where the answer points; a key goes to the provider's own host and no further."""
        url, first = self._keyed(address, key), True
        for _ in range(_REDIRECTS + 1):
            own = first or origin(url) == origin(httpx.URL(address))
            request = self._http.build_request("GET", url, headers=self._headers(key if own else None, kept))
            status, headers, body = self.send(request)
            if status not in _MOVED or "location" not in headers:
                return status, headers, body
            url, first = self._next(url, headers["location"], address), False
        raise self._error(address, f"points elsewhere more than {_REDIRECTS} times; give another --base-url")

    def _next(self, url: httpx.URL, location: str, address: str) -> httpx.URL:
        try:
            following = url.join(location)
        except httpx.InvalidURL:
            raise self._error(address, "points to something that is no address") from None
        if following.scheme not in ("http", "https") or (url.scheme == "https" and following.scheme == "http"):
            raise self._error(address, f"points to {following.scheme}, which is not safe to follow")
        return following

    def _keyed(self, address: str, key: Key | None) -> httpx.URL:
        if key is not None:
            self.refuse_plain(address)
        url = httpx.URL(address)
        return url.copy_merge_params({key.parameter: key.secret.reveal()}) if key and key.parameter else url

    def refuse_plain(self, address: str) -> None:
        url = httpx.URL(address)
        if url.scheme == "http" and not _local(url.host):
            raise self._error(address, "would get the key over an open line; use an https address")

    @staticmethod
    def _headers(key: Key | None, kept: Kept | None) -> dict[str, str]:
        headers = kept.conditions() if kept else {}
        if key is not None and key.header:
            headers[key.header] = key.prefix + key.secret.reveal()
        return headers

    def post(self, address: str, form: dict[str, str]) -> tuple[int, httpx.Headers, bytes]:
        """Send a form. Status, headers and body; raises `TransientError`."""
        return self.send(self._http.build_request("POST", address, data=form))

    def send(self, request: httpx.Request) -> tuple[int, httpx.Headers, bytes]:
        try:
            with quiet_loggers():
                response = self._http.send(request, stream=True)
                try:
                    return response.status_code, response.headers, self._body(response)
                finally:
                    response.close()
        except httpx.TimeoutException:
            raise TransientError("did not answer in time") from None
        except httpx.RemoteProtocolError:
            raise TransientError("broke off in the middle of its answer") from None
        except httpx.DecodingError:
            raise TransientError("sent a damaged answer") from None
        except httpx.TransportError as error:
            what = self._hide(str(error)) or type(error).__name__
            raise TransientError(f"cannot be reached ({what})") from None

    def _body(self, response: httpx.Response) -> bytes:
        shown = str(response.url.copy_with(query=None))
        try:
            encoding = response.headers.get("content-encoding", "")
            return body_of(self._in_time(response.iter_raw(), shown), encoding, self._conduct.largest)
        except Unpacked as fault:
            if fault.reason in _DAMAGED:
                raise TransientError(_DAMAGED[fault.reason]) from None
            if fault.reason == "encoded":
                encoding = fault.details["encoding"]
                raise self._error(shown, f"sends its answer packed as {encoding!r}, which was not asked for") from None
            limit = self._conduct.largest // (1024 * 1024)
            raise self._error(shown, f"sends more than {limit} MB; ask for less") from None

    def _in_time(self, chunks: Iterator[bytes], shown: str) -> Iterator[bytes]:
        """The chunks of an answer as long as it keeps within its time; a byte now and then is no silence."""
        until = time.monotonic() + self._conduct.whole
        for chunk in chunks:
            yield chunk
            if time.monotonic() > until:
                whole = f"{self._conduct.whole:g}"
                raise self._error(shown, f"has not ended its answer after {whole} seconds; try later, or ask for less")


def origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
