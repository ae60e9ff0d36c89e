"""Media types as servers and archives write them."""

from __future__ import annotations

from email.message import Message


def media_type_of(header: str) -> tuple[str, str]:
    """Media type and charset of a Content-Type, in lower case, "" where it says none.

    >>> media_type_of('text/html; charset="UTF-8"')
    ('text/html', 'utf-8')
    """
    message = Message()
    message["content-type"] = header.replace("\n", " ").replace("\r", " ") or "none"
    media_type = message.get_content_type() if "/" in header else ""
    return media_type, str(message.get_content_charset() or "").casefold()[:40]
