"""Who may speak to the review: only its own host name, only its own pages, nobody without the token where one is set.

A web page that an editor has open elsewhere must not be able to read a letter or decide anything: the host is checked
(a name that somebody points at this machine is not ours), a posting form must come from our own pages and carry the
session's token, cookies go along with nothing that began elsewhere.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import field
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claims.quick_records import dataclass

SESSION: Final = "crossfoot_session"
NAME: Final = "crossfoot_name"
LARGEST = 64 * 1024  # bytes of a form
_HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Door:
    """What is let in. `hosts` as a browser names them, with their port; `token` where one is required."""

    hosts: frozenset[str]
    secret: bytes = field(repr=False)
    token: str | None = field(default=None, repr=False)

    def form_token(self, session: str) -> str:
        """What a form of this session carries."""
        return self._signed("form", session)

    def is_form_token(self, session: str, given: str) -> bool:
        return hmac.compare_digest(self.form_token(session).encode(), given.encode("utf-8", "replace"))

    def is_token(self, given: str) -> bool:
        """Whether the token that opens the review was given."""
        return self.token is None or hmac.compare_digest(self.token.encode(), given.encode("utf-8", "replace"))

    def new_session(self) -> str:
        """A session that was let in."""
        name = secrets.token_urlsafe(24)
        return f"{name}.{self._signed('in', name)}"

    def is_let_in(self, session: str) -> bool:
        """Whether a session is one that we let in, with the token in force."""
        name, _, signature = session.partition(".")
        return hmac.compare_digest(self._signed("in", name).encode(), signature.encode("utf-8", "replace"))

    def _signed(self, what: str, text: str) -> str:
        told = f"{what}\0{self.token or ''}\0{text}".encode("utf-8", "replace")
        return hmac.new(self.secret, told, hashlib.sha256).hexdigest()


def cookie(headers: Headers, name: str) -> str:
    """A cookie of the request, empty where there is none."""
    try:
        jar: SimpleCookie = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[name].value if name in jar else ""


class Guard:
    """Checks each request before anything of it is looked at, and sets what every answer says about itself."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app, self._door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        answer = self._app if refusal is None else PlainTextResponse(refusal[1] + "\n", refusal[0])
        await answer(scope, _limited(receive, LARGEST), _marked(send))

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        if headers.get("host", "").lower() not in self._door.hosts:
            return 421, "This review answers to another name; open it at the address that it told when it started."
        if method not in ("GET", "HEAD", "POST"):
            return 405, "Only GET and POST."
        if method == "POST":
            return self._refused_form(headers)
        return None

    def _refused_form(self, headers: Headers) -> tuple[int, str] | None:
        length = headers.get("content-length", "")
        if not length.isascii() or not length.isdecimal():
            return 411, "A form says how long it is."
        if int(length) > LARGEST:
            return 413, "That is too long."
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return 403, "A decision comes from the review's own pages."
        scheme, _, host = headers.get("origin", "").partition("://")
        if scheme not in ("http", "https") or host.lower() != headers["host"].lower():
            return 403, "A decision comes from the review's own pages."
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
            return 415, "A decision comes by a plain form."
        return None


def _limited(receive: Receive, most: int) -> Receive:
    """The body of a request, cut off where it is longer than a form may be."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > most else message

    return limited


def _marked(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def marked(message: Any) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return marked
