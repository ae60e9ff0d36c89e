"""The one way to a provider: paced, patient, cached by validators, and silent about keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final, TypeVar

import httpx

from sources.providers.asking import ProviderError
from sources.providers.net.answers import Answer, Key, UnreadableAnswerError, advice, phrase, read_json, require_figures
from sources.providers.net.http_cache import HttpCache, Kept
from sources.providers.net.outside import RefusedError, World, checked_address
from sources.providers.net.retrying import RETRIED, asked_delay
from sources.providers.net.secrecy import Secret, redacted, shown_address
from sources.providers.net.wire import Conduct, TransientError, Wire, origin

Read = TypeVar("Read")
_SHOWN_OF_ANSWER: Final = 200


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
        self.base_url = checked_address(base_url)
        self._cache = cache or HttpCache(None)
        self._conduct = conduct or Conduct()
        self._world = world or World()
        self._secrets: list[Secret] = []
        self._last: float | None = None
        self._wire = Wire(self._conduct, self.error, lambda text: redacted(text, self._secrets))

    def close(self) -> None:
        self._wire.close()

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
            if origin(httpx.URL(address)) != origin(httpx.URL(self.base_url)):
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
        self._wire.refuse_plain(address)
        plain = {name: value.reveal() if isinstance(value, Secret) else value for name, value in form.items()}

        def once() -> tuple[Any, str]:
            status, headers, body = self._wire.post(address, plain)
            self._judge(status, headers, body, address, None)
            return read_json(body), self.show(address)

        return self._patiently(address, once)

    def now(self) -> float:
        """Seconds by the client's clock, which only goes forward."""
        return self._world.clock()

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
            except TransientError as failure:
                if attempt == patience.attempts:
                    times = f"{attempt} times" if attempt > 1 else "once"
                    raise self.error(address, f"{failure.reason} (tried {times}); try again later") from None
                self._wait(failure, attempt, address)
        raise AssertionError("a request is tried at least once")

    def _wait(self, failure: TransientError, attempt: int, address: str) -> None:
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
        status, headers, body = self._wire.follow(address, key, kept)
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
            require_figures(answer)
            return read(answer)
        except UnreadableAnswerError as error:
            raise TransientError(redacted(str(error), self._secrets)) from None

    def _judge(self, status: int, headers: httpx.Headers, body: bytes, address: str, key: Key | None) -> None:
        """Let a usable answer pass, raise for the others."""
        if status == HTTPStatus.OK:
            return
        named = phrase(status)
        if status in RETRIED:
            raise TransientError(f"answers {named}", asked_delay(headers.get("retry-after"), self._world.now()))
        said = redacted(body[:2000].decode("utf-8", errors="replace"), self._secrets).strip()[:_SHOWN_OF_ANSWER]
        message = f"answers {named}{advice(status, key)}" + (f"; it says: {said}" if said else "")
        raise RefusedError(self.provider_id, self.show(address), message, status)
