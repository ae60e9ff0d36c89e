"""Answers as they come: whole, half, or not what they say they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from claims.quick_records import dataclass
from sources.providers.net.secrecy import Secret

MOST_VALUES = 5_000_000
"""A value takes some sixty bytes of memory however few it takes in the answer."""
PAGE = re.compile(rb"(?:\xef\xbb\xbf|\s)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|\?xml)", re.IGNORECASE)


class UnreadableAnswerError(ValueError):
    """A body that is not what its type says, such as half of one; the message is what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A secret and where requests carry it: in a header (after `prefix`), or as a parameter of the address."""

    secret: Secret
    header: str | None = None
    parameter: str | None = None
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A whole answer. `address` is the one asked, without key, fit to be shown."""

    body: bytes
    content_type: str
    address: str


def read_json(body: bytes) -> Any:
    """JSON with exact decimals. Raises `UnreadableAnswerError`: half a body is the usual reason."""
    if body.count(b",") + body.count(b"[") > MOST_VALUES:
        raise UnreadableAnswerError(f"sent more than {MOST_VALUES:,} values in one answer; ask for less")
    try:
        return json.loads(body, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        what = "ends too early" if _cut_short(body) else f"is no JSON ({error})"
        raise UnreadableAnswerError(f"sent an answer that {what}, {len(body)} bytes") from None


def require_figures(answer: Answer) -> None:
    """Raise `UnreadableAnswerError` for a web page, which many servers send with 200 in place of an error."""
    if PAGE.match(answer.body[:4096]) or answer.content_type.lower().startswith("text/html"):
        raise UnreadableAnswerError("sent a web page where figures were asked for (a log-in, a notice, an error?)")


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number")


def _cut_short(body: bytes) -> bool:
    ended = body.rstrip()
    return body.lstrip()[:1] in (b"{", b"[") and ended[-1:] not in (b"}", b"]")


def advice(status: int, key: Key | None) -> str:
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return f": it does not accept the key in {key.secret.name}" if key else ": it asks for a key or a log-in"
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return ": nothing stands there; the provider may have moved it, see --base-url"
    return ""


def phrase(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def whole_text(answer: Answer, encodings: Iterable[str] = ("utf-8-sig",)) -> str:
    """The answer as text. Raises `UnreadableAnswerError` where it is in none of the encodings."""
    for encoding in encodings:
        try:
            return answer.body.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableAnswerError(f"sent an answer that is no text in {', '.join(encodings)}")
