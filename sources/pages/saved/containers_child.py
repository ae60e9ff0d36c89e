"""Reads containers of pages inside the limited process (`claims.readers.confined`): MHTML, WARC and WACZ.

A page comes back as `{"address", "media_type", "charset", "saved_at", "data"}`, its bytes in base64.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any, Final

from claims.readers.raw_document import Refused

_MOST_PAGES: Final = 5_000
_LARGEST_PAGE: Final = 20_000_000
_MOST_PARTS: Final = 5_000
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PAGES: Final = (
    "text/",
    "application/pdf",
    "application/xhtml+xml",
    "application/json",
    "officedocument",
    "opendocument",
)
_NO_PAGES: Final = ("text/css", "text/javascript", "application/javascript")

Page = dict[str, Any]


def mhtml(data: bytes) -> dict[str, list[Page]]:
    """`pages`: the page that an MHTML file holds, its frames written into nothing; none where it holds none."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    address = _header(message, "Snapshot-Content-Location")
    found = next(
        (part for part in _parts(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    if found is None:
        raise Refused("is an MHTML file without a page in it; save it again")
    body = found.get_payload(decode=True)
    page = {
        "address": address or _header(found, "Content-Location"),
        "media_type": found.get_content_type(),
        "charset": found.get_content_charset() or "",
        "saved_at": _moment(_header(message, "Date")),
        "data": body if isinstance(body, bytes) else b"",
    }
    return {"pages": [page]}


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield part


def _header(message: EmailMessage, name: str) -> str:
    try:
        return "".join(str(message[name] or "").split()) if name != "Date" else str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _moment(told: str) -> str:
    try:
        return parsedate_to_datetime(told).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError):
        return ""


def warc(data: bytes) -> dict[str, Any]:
    """`pages`: every page of a WARC file or WACZ package; `moved`: where addresses point on to."""
    pages: list[Page] = []
    moved: dict[str, str] = {}
    for stream in _streams(data):
        _records(stream, pages, moved)
    return {"pages": pages, "moved": moved}


def _streams(data: bytes) -> Iterator[io.BytesIO]:
    if not data.startswith(b"PK"):
        yield io.BytesIO(data)
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".warc", ".warc.gz")):
                yield io.BytesIO(package.read(name))


def _records(stream: io.BytesIO, pages: list[Page], moved: dict[str, str]) -> None:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(stream):
            if len(pages) >= _MOST_PAGES:
                return
            _record(record, pages, moved)
    except ArchiveLoadFailed as error:
        if not pages:
            raise Refused(f"is a damaged web archive ({str(error).strip()[:80]}); save it again") from None


def _record(record: Any, pages: list[Page], moved: dict[str, str]) -> None:
    if record.rec_type not in ("response", "resource"):
        return
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    status, headers = _http(record)
    location = headers.get("location", "")
    if status in _REDIRECTS and location:
        moved[address.strip("<>")] = location
    media_type, charset = _type(headers.get("content-type", "") or "")
    if status != 200 or not media_type.startswith(_PAGES) or media_type in _NO_PAGES:
        return
    body = record.content_stream().read(_LARGEST_PAGE + 1)
    if len(body) <= _LARGEST_PAGE:
        pages.append(
            {
                "address": address.strip("<>"),
                "media_type": media_type,
                "charset": charset,
                "saved_at": record.rec_headers.get_header("WARC-Date") or "",
                "data": body,
            }
        )


def _http(record: Any) -> tuple[int, dict[str, str]]:
    if record.rec_type == "resource":
        return 200, {"content-type": record.rec_headers.get_header("Content-Type") or ""}
    found = record.http_headers
    code = found.get_statuscode() if found is not None else ""
    headers = {name.lower(): value for name, value in found.headers} if found is not None else {}
    return int(code) if code and code.isdecimal() else 0, headers


def _type(header: str) -> tuple[str, str]:
    from sources.pages.media_types import media_type_of

    return media_type_of(header)
