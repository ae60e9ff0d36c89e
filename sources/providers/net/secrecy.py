"""Keys come from the environment and go nowhere but into requests: not into a log, an error or a file."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final
from urllib.parse import quote, quote_plus, urlsplit, urlunsplit

from sources.providers.asking import PullUsageError

_HIDDEN: Final = "***"
# httpx logs every address at INFO, query and all, and httpcore logs headers at DEBUG.
_TALKATIVE: Final = (
    "httpx",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
)
_SHORTEST: Final = 4


class Secret:
    """A key that does not show itself. `reveal` is for requests only."""

    __slots__ = ("_value", "name")

    def __init__(self, value: str, name: str) -> None:
        self._value = value
        self.name = name

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return f"Secret({self.name})"

    __str__ = __repr__

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a secret is not written down")


def secret_from(variable: str, *, what: str, environ: Mapping[str, str] | None = None) -> Secret:
    """The key in an environment variable. Raises `PullUsageError` naming the variable and what belongs in it."""
    value = (os.environ if environ is None else environ).get(variable, "").strip()
    if not value:
        raise PullUsageError(variable, f"this environment variable is not set; put {what} in it")
    if not value.isprintable() or not value.isascii():
        raise PullUsageError(variable, "this environment variable holds characters that no key has; set it anew")
    return Secret(value, variable)


def has_key(variable: str, environ: Mapping[str, str] | None = None) -> bool:
    return bool((os.environ if environ is None else environ).get(variable, "").strip())


def redacted(text: str, secrets: Iterable[Secret]) -> str:
    """`text` with every secret, plain or as addresses encode it, replaced; control characters go too."""
    forms = {form for secret in secrets for form in _forms(secret.reveal()) if len(form) >= _SHORTEST}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        text = text.replace(form, _HIDDEN)
    return re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", text)


def _forms(value: str) -> tuple[str, ...]:
    return value, quote(value, safe=""), quote(value), quote_plus(value)


def shown_address(address: str, secrets: Iterable[Secret] = (), *, with_query: bool = True) -> str:
    """An address that may be shown: no user, no password, no fragment, no key; without query where it may hold one."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return redacted(address.partition("?")[0].rpartition("@")[2], secrets)
    host = parts.netloc.rpartition("@")[2]
    return redacted(urlunsplit((parts.scheme, host, parts.path, parts.query if with_query else "", "")), secrets)


@contextmanager
def quiet_loggers() -> Iterator[None]:
    """Silence the loggers that would write addresses and headers, keys in them, and give them their voice back."""
    loggers = [logging.getLogger(name) for name in _TALKATIVE]
    before = [logger.disabled for logger in loggers]
    try:
        for logger in loggers:
            logger.disabled = True
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled
