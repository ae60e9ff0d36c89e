"""Mails (.eml): the subject, the day and the body as a letter; each attachment that is one, as another.

Where the body comes as text and as a web page, the web page is read: it has the links, the lists and the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from claims.readers.dress import Dress, guarded
from claims.readers.encodings import decoded, likely_charset
from claims.readers.raw_document import RawDocument, Refused
from claims.readers.recognise import bared
from claims.readers.registry import ENDINGS

MOST_PARTS = 500
ATTACHED_ONLY = "the mail has no text of its own"
REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
# Text that mail programs wrap says with a blank at the end of a line that the paragraph goes on (RFC 3676).
FLOWED = re.compile(r"(?<=\S) \n(?=[^\n>\s-])")
ENDS = {"application/pdf": ".pdf", "text/html": ".html", "text/plain": ".txt", "message/rfc822": ".eml",
        "application/msword": ".doc", "application/rtf": ".rtf", "text/rtf": ".rtf", "text/calendar": ".ics",
        "application/vnd.oasis.opendocument.text": ".odt",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx"}  # fmt: skip


class Body(NamedTuple):
    """What the mail says: `kind` is "plain" or "html"."""

    kind: str
    text: str
    warnings: list[str]


def read(data: bytes, ocr: bool = False) -> RawDocument:
    """Subject, day and body. Raises Refused where the mail has no text of its own."""
    message = _parsed(data)
    dress = Dress()
    if subject := REPLY.sub("", _header(message, "subject"), count=1).strip():
        dress.block("# " + guarded(subject))
    if day := _day(message):
        dress.block(day)
    body = _body(message)
    if body is None:
        raise Refused(f"{ATTACHED_ONLY}; the letters attached to it are read by themselves")
    _write(dress, body)
    return dress.document("message/rfc822", paged=False)


def attachments(data: bytes) -> dict[str, list[tuple[str, str | None]]]:
    """`members`: the body ("", with a reason where there is none) and every attachment, with the reason why one is not
    taken.
    """
    message = _parsed(data)
    body = None if _body(message) is not None else ATTACHED_ONLY
    files = [(name, _fault(name)) for name, _ in _attached(message)]
    return {"members": [("", body), *files]}


def attachment(data: bytes, name: str) -> dict[str, bytes]:
    """`data`: the bytes of the attachment `name`; nothing where there is none."""
    for found, part in _attached(_parsed(data)):
        if found == name:
            return {"data": _bytes_of(part)}
    return {}


def _fault(name: str) -> str | None:
    ending = PurePosixPath(name).suffix.lower()
    return None if ending in ENDINGS else f"attached, and its ending {ending or '(none)'} is none of a letter's"


def _parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(bared(data), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _header(message: EmailMessage, name: str) -> str:
    """A header as it reads; one that is damaged beyond its grammar gives nothing."""
    try:
        return " ".join(str(message[name] or "").split())[:1000]
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _day(message: EmailMessage) -> str:
    try:
        sent: datetime = parsedate_to_datetime(_header(message, "date"))
    except (ValueError, IndexError, TypeError, OverflowError):
        return ""
    return f"{sent.day} {sent:%B %Y}"


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in order, those of mails inside the mail left to that mail."""
    pending = [message]
    seen = 0
    while pending and seen < MOST_PARTS:
        part = pending.pop(0)
        seen += 1
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            pending = [one for one in inner if isinstance(one, EmailMessage)] + pending
        else:
            yield part


def _is_attached(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    return part.get_content_disposition() == "attachment" or kind not in {"text/plain", "text/html"}


def _attached(message: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    """Each attachment under a name of its own, never one that leads elsewhere."""
    taken: set[str] = set()
    for number, part in enumerate(_parts(message), start=1):
        if part is message or not _is_attached(part):
            continue
        given = (_filename(part) or f"attachment-{number}{ENDS.get(part.get_content_type(), '')}").replace("\\", "/")
        name = re.sub(r"[\x00-\x1f]", "", given.rsplit("/", 1)[-1]).lstrip(".") or f"attachment-{number}"
        stem, dot, ending = name.rpartition(".")
        copies = 2
        while name in taken:
            name = f"{stem} ({copies}){dot}{ending}" if dot else f"{ending} ({copies})"
            copies += 1
        taken.add(name)
        yield name, part


def _filename(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _bytes_of(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _body(message: EmailMessage) -> Body | None:
    """The web page of alternatives if it holds as many words as the plain text, else that; `None` without words."""
    found: dict[str, list[str]] = {"plain": [], "html": []}
    warnings: list[str] = []
    for part in _parts(message):
        if not _is_attached(part):
            text, said = _text_of(part)
            found[part.get_content_subtype()].append(text)
            warnings += said
    plain, html = "\n\n".join(found["plain"]), "\n".join(found["html"])
    words = re.sub(r"<style.*?</style>|<[^>]*>|\s", "", html, flags=re.DOTALL)
    if html and len(words) >= 0.7 * len("".join(plain.split())):
        return Body("html", html, warnings)
    return Body("plain", plain, warnings) if any(c.isalnum() for c in plain) else None


def _text_of(part: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The text of a part, by the charset it names where its bytes allow it; warnings where they are damaged."""
    data = _bytes_of(part)
    name = part.get_content_charset() or "utf-8"
    warnings: tuple[str, ...] = ()
    try:
        text = data.decode(likely_charset(name, data))
    except (LookupError, ValueError):  # no such charset, or a name that is none
        text, warnings = decoded(data) if data else ("", ())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return (FLOWED.sub(" ", text) if part.get_param("format") == "flowed" else text), warnings


def _write(dress: Dress, body: Body) -> None:
    dress.warnings += body.warnings
    if body.kind == "html":
        from claims.readers.web.html_page import write_page

        write_page(dress, body.text)
        return
    for paragraph in re.split(r"\n[ \t]*\n", body.text):
        dress.block(paragraph.strip("\n"))
