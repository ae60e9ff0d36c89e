"""The one way to a provider: paced, patient, cached by validators, and silent about keys."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

import httpx

from sources.providers.answers import Answer, Key, UnreadableAnswerError, advice, phrase, read_json
from sources.providers.http_cache import HttpCache, Kept
from sources.providers.model import ProviderError, PullUsageError
from sources.providers.retrying import RETRIED, Patience, asked_delay
from sources.providers.secrecy import Secret, quiet_loggers, redacted, shown_address

Read = TypeVar("Read")
_AGENT: Final = "crossfoot (sources pull)"
_REDIRECTS: Final = 5
_SHOWN_OF_ANSWER: Final = 200
_MOVED: Final = frozenset({301, 302, 303, 307, 308})


class RefusedError(ProviderError):
    """An answer that asking again will not mend; `status` is its HTTP status."""

    def __init__(self, provider_id: str, address: str, message: str, status: int) -> None:
        super().__init__(provider_id, address, message)
        self.status = status

    def __reduce__(self) -> tuple[type[RefusedError], tuple[str, str, str, int]]:  # type: ignore[override]
        return type(self), (self.provider_id, self.address, self.problem, self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """How a provider is treated: least seconds between requests, time-outs in seconds, the largest answer in bytes."""

    interval: float = 1.0
    connect: float = 10.0
    read: float = 120.0
    largest: int = 512 * 1024 * 1024
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a client needs of the world outside, so that tests can put their own in its place."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    draw: Callable[[], float] = random.random


class _TransientError(Exception):
    """A failure that may be gone the next time, and the seconds the server asked for, if it did."""

    def __init__(self, reason: str, asked: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.asked = asked


class Client:
    """Requests to one provider below one base address. Raises `ProviderError` for all that goes wrong.

    `cache` keeps answers with validators; `world` gives clock, sleep and chance. Keys given to `know` never show.
    """

    def __init__(
        self,
        provider_id: str,
        base_url: str,
        *,
        cache: HttpCache | None = None,
        conduct: Conduct | None = None,
        world: World | None = None,
    ) -> None:
        self.provider_id = provider_id
        self.base_url = _checked(base_url)
        self._cache = cache or HttpCache(None)
        self._conduct = conduct or Conduct()
        self._world = world or World()
        self._secrets: list[Secret] = []
        self._last: float | None = None
        times = httpx.Timeout(self._conduct.read, connect=self._conduct.connect)
        self._http = httpx.Client(timeout=times, follow_redirects=False, headers={"User-Agent": _AGENT})

    def close(self) -> None:
        self._http.close()

    def know(self, secret: Secret) -> Secret:
        """Remember a secret, so that nothing this client says shows it."""
        self._secrets.append(secret)
        return secret

    def json(
        self, path: str, parameters: Mapping[str, str] | None = None, *, key: Key | None = None
    ) -> tuple[Any, str]:
        """The answer as JSON, its decimals exact, and the address to show."""
        return self.get(path, parameters, key=key, read=lambda answer: (read_json(answer.body), answer.address))

    def get(
        self, path: str, parameters: Mapping[str, str] | None, *, key: Key | None, read: Callable[[Answer], Read]
    ) -> Read:
        """Ask for `path` (below the base, or an address of its own) and read the answer.

        `read` raises `UnreadableAnswerError` for a body it cannot use: that is asked for again, and never kept.
        """
        address = self._address(path, parameters or {})
        if key is not None:
            self.know(key.secret)
            if _origin(httpx.URL(address)) != _origin(httpx.URL(self.base_url)):
                raise self.error(address, "is on another host than the provider, which does not get the key")
        name = f"{self.provider_id} {address}"
        kept = self._cache.find(name)
        return self._patiently(address, lambda: self._read_once(address, key, name, kept, read))

    def post_form(self, path: str, form: Mapping[str, Secret | str]) -> tuple[Any, str]:
        """Send a form (a log-in) and read the answer as JSON; neither form nor answer is kept."""
        for value in form.values():
            if isinstance(value, Secret):
                self.know(value)
        address = self._address(path, {})
        self._refuse_plain(address)
        plain = {name: value.reveal() if isinstance(value, Secret) else value for name, value in form.items()}
        request = self._http.build_request("POST", address, data=plain)

        def once() -> tuple[Any, str]:
            status, headers, body = self._send(request)
            self._judge(status, headers, body, address, None)
            return read_json(body), self.show(address)

        return self._patiently(address, once)

    def show(self, address: str, *, with_query: bool = True) -> str:
        """An address as errors and tables may have it."""
        return shown_address(address, self._secrets, with_query=with_query)

    def error(self, address: str, message: str) -> ProviderError:
        """A `ProviderError` of this provider in which no key shows."""
        return ProviderError(self.provider_id, self.show(address), redacted(message, self._secrets))

    def _address(self, path: str, parameters: Mapping[str, str]) -> str:
        whole = path if path.startswith(("http://", "https://")) else f"{self.base_url}/{path.lstrip('/')}"
        try:
            return str(httpx.URL(whole).copy_merge_params(dict(parameters)) if parameters else httpx.URL(whole))
        except httpx.InvalidURL as error:
            raise self.error(whole, f"is no address: {error}") from None

    def _patiently(self, address: str, once: Callable[[], Read]) -> Read:
        patience = self._conduct.patience
        for attempt in range(1, patience.attempts + 1):
            self._pace()
            try:
                return once()
            except _TransientError as failure:
                if attempt == patience.attempts:
                    times = f"{attempt} times" if attempt > 1 else "once"
                    raise self.error(address, f"{failure.reason} (tried {times}); try again later") from None
                self._wait(failure, attempt, address)
        raise AssertionError("a request is tried at least once")

    def _wait(self, failure: _TransientError, attempt: int, address: str) -> None:
        patience = self._conduct.patience
        if failure.asked is not None and failure.asked > patience.longest_asked:
            raise self.error(address, f"{failure.reason}, and asks to wait {failure.asked:.0f} seconds; try again then")
        delay = patience.delay(attempt, self._world.draw)
        self._world.sleep(max(delay, failure.asked or 0.0))

    def _pace(self) -> None:
        now = self._world.clock()
        if self._last is not None and (early := self._last + self._conduct.interval - now) > 0:
            self._world.sleep(early)
        self._last = self._world.clock()

    def _read_once(
        self, address: str, key: Key | None, name: str, kept: Kept | None, read: Callable[[Answer], Read]
    ) -> Read:
        status, headers, body = self._follow(address, key, kept)
        if status == HTTPStatus.NOT_MODIFIED and kept is not None:
            return self._parsed(
                Answer(body=kept.body, content_type=kept.content_type, address=self.show(address)), read
            )
        self._judge(status, headers, body, address, key)
        kind = headers.get("content-type", "")
        found = self._parsed(Answer(body=body, content_type=kind, address=self.show(address)), read)
        if "no-store" not in headers.get("cache-control", "").lower():
            etag, modified = headers.get("etag"), headers.get("last-modified")
            self._cache.keep(name, Kept(body=body, content_type=kind, etag=etag, last_modified=modified))
        return found

    def _parsed(self, answer: Answer, read: Callable[[Answer], Read]) -> Read:
        try:
            return read(answer)
        except UnreadableAnswerError as error:
            raise _TransientError(redacted(str(error), self._secrets)) from None

    def _follow(self, address: str, key: Key | None, kept: Kept | None) -> tuple[int, httpx.Headers, bytes]:
        """Send, and follow where the answer points; a key goes to the provider's own host and no further."""
        url, first = self._keyed(address, key), True
        for _ in range(_REDIRECTS + 1):
            own = first or _origin(url) == _origin(httpx.URL(address))
            request = self._http.build_request("GET", url, headers=self._headers(key if own else None, kept))
            status, headers, body = self._send(request)
            if status not in _MOVED or "location" not in headers:
                return status, headers, body
            url, first = self._next(url, headers["location"], address), False
        raise self.error(address, f"points elsewhere more than {_REDIRECTS} times; give another --base-url")

    def _next(self, url: httpx.URL, location: str, address: str) -> httpx.URL:
        try:
            following = url.join(location)
        except httpx.InvalidURL:
            raise self.error(address, "points to something that is no address") from None
        if following.scheme not in ("http", "https") or (url.scheme == "https" and following.scheme == "http"):
            raise self.error(address, f"points to {following.scheme}, which is not safe to follow")
        return following

    def _keyed(self, address: str, key: Key | None) -> httpx.URL:
        if key is not None:
            self._refuse_plain(address)
        url = httpx.URL(address)
        return url.copy_merge_params({key.parameter: key.secret.reveal()}) if key and key.parameter else url

    def _refuse_plain(self, address: str) -> None:
        url = httpx.URL(address)
        if url.scheme == "http" and not _local(url.host):
            raise self.error(address, "would get the key over an open line; use an https address")

    @staticmethod
    def _headers(key: Key | None, kept: Kept | None) -> dict[str, str]:
        headers = kept.conditions() if kept else {}
        if key is not None and key.header:
            headers[key.header] = key.prefix + key.secret.reveal()
        return headers

    def _send(self, request: httpx.Request) -> tuple[int, httpx.Headers, bytes]:
        try:
            with quiet_loggers():
                response = self._http.send(request, stream=True)
                try:
                    return response.status_code, response.headers, self._body(response)
                finally:
                    response.close()
        except httpx.TimeoutException:
            raise _TransientError("did not answer in time") from None
        except httpx.RemoteProtocolError:
            raise _TransientError("broke off in the middle of its answer") from None
        except httpx.DecodingError:
            raise _TransientError("sent a damaged answer") from None
        except httpx.TransportError as error:
            what = redacted(str(error), self._secrets) or type(error).__name__
            raise _TransientError(f"cannot be reached ({what})") from None

    def _body(self, response: httpx.Response) -> bytes:
        chunks, size = [], 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > self._conduct.largest:
                limit = self._conduct.largest // (1024 * 1024)
                raise self.error(str(response.url.copy_with(query=None)), f"sends more than {limit} MB; ask for less")
            chunks.append(chunk)
        return b"".join(chunks)

    def _judge(self, status: int, headers: httpx.Headers, body: bytes, address: str, key: Key | None) -> None:
        """Let a usable answer pass, raise for the others."""
        if status == HTTPStatus.OK:
            return
        named = phrase(status)
        if status in RETRIED:
            raise _TransientError(f"answers {named}", asked_delay(headers.get("retry-after"), self._world.now()))
        said = redacted(body[:2000].decode("utf-8", errors="replace"), self._secrets).strip()[:_SHOWN_OF_ANSWER]
        message = f"answers {named}{advice(status, key)}" + (f"; it says: {said}" if said else "")
        raise RefusedError(self.provider_id, self.show(address), message, status)


def _checked(base_url: str) -> str:
    try:
        url = httpx.URL(base_url if urlsplit(base_url).hostname else "")
    except (httpx.InvalidURL, ValueError):
        url = httpx.URL("")
    if url.scheme not in ("http", "https") or not url.host:
        raise PullUsageError("--base-url", f"{shown_address(base_url)!r} is no http or https address")
    return base_url.rstrip("/")


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
