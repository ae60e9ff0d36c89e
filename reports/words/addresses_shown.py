"""Which addresses become links, and the anchors of our own pages."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from claims.quick_records import dataclass

_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f-\x9f<>\"'\\^`{|}]")
_ID_UNSAFE = re.compile(r"[^\w.-]+")
SHOWN = 60  # characters of an address before its middle is cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address as shown; `href` is `None` where it is no http(s) address and so no link."""

    text: str
    href: str | None


def address(url: str | None) -> Address | None:
    """The address of a source; only http and https ones become links, whatever a table or a letter says."""
    if not url or not url.strip():
        return None
    return Address(text=url.strip(), href=_safe(url.strip()))


def host(url: str) -> str:
    """The site of a link, "news.example.org", or the address itself."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def _safe(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    sound = parts.scheme in ("http", "https") and parts.hostname and not _UNSAFE.search(url)
    return url if sound else None


def letter_href(letter_id: str, anchor: str = "", base: str = "letters/") -> str:
    """The page of a letter seen from the index."""
    return f"{base}{quote(letter_id)}.html" + (f"#{anchor}" if anchor else "")


def card_id(claim_id: str) -> str:
    """The anchor of a claim's card; stable as long as the claim is."""
    return f"card-{_name(claim_id)}"


def mark_id(claim_id: str) -> str:
    """The anchor of a claim where it stands in the text."""
    return f"at-{_name(claim_id)}"


def _name(claim_id: str) -> str:
    return _ID_UNSAFE.sub("-", claim_id)
