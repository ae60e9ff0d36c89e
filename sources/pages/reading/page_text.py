"""What a page says, as the readers of letters read it, in a process with limits; and what shows that it says more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final
from urllib.parse import urlsplit

from claims.quick_records import dataclass
from claims.readers.confined import ask
from claims.readers.raw_document import Refused
from claims.readers.recognise import kind_of
from claims.readers.registry import FORMATS

_ENDINGS: Final[Mapping[str, str]] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "message/rfc822": ".eml",
}
_DATA: Final = ("json", "csv", "xml", "tab-separated-values", "spreadsheet", "excel", "octet-stream")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """`text`: the main content in the readers' dress. `loose`: all words the page shows, wherever they stand.

    `hidden`: the numbers in its scripts and attributes. `refused`: why it could not be read. The rest are signs that a
    figure may stand where no text is: `charts`, `frames`, `pictures` and `files` count them, `scripts` says that the
    page is filled in by them, `leads_on` that it only leads to another. `changed_on`: the day in ISO 8601 that the page
    gives for its last change.
    """

    text: str = ""
    media_type: str = ""
    refused: str = ""
    warnings: tuple[str, ...] = ()
    loose: str = ""
    hidden: tuple[str, ...] = ()
    language: str = ""
    charts: int = 0
    frames: int = 0
    pictures: int = 0
    files: int = 0
    scans: int = 0
    scripts: bool = False
    leads_on: bool = False
    more_pages: bool = False
    changed_on: str = ""
    published_on: str = ""

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> PageText:
        """From plain values, such as a child's answer. Raises TypeError for others."""
        known = {each.name for each in fields(cls)}
        values: dict[str, Any] = {
            name: tuple(v) if isinstance(v, list) else v for name, v in found.items() if name in known
        }
        return cls(**values)


def read_page(data: bytes, media_type: str, charset: str = "", address: str = "") -> PageText:
    """The text of a page; its content says what it is, what the server called it decides only between kinds of text."""
    data = _in_utf8(data, media_type, charset)
    try:
        key = kind_of(data, _name(media_type, address))
        known = FORMATS[key]
        if key in ("zip", "mail"):
            return PageText(refused="is a container of files, not a page", media_type=known.media_type)
        order = {"module": "sources.pages.reading.page_child", "do": "page", "arguments": [known.module, key]}
        return PageText.of({"media_type": _called(media_type, known.media_type), **ask(order, data, known.name)})
    except Refused as refused:
        return PageText(refused=refused.message, media_type=media_type)


def _called(told: str, found: str) -> str:
    """What the page is; of plain text, what kind of it the server says."""
    return (
        told if found == "text/plain" and told.startswith(("text/", "application/")) and told != "text/html" else found
    )


def is_data(media_type: str) -> bool:
    """Whether a media type is one of data and not of a page."""
    return any(part in media_type for part in _DATA)


def _name(media_type: str, address: str) -> str:
    """A name of which `kind_of` reads the ending."""
    ending = _ENDINGS.get(media_type)
    if ending is not None:
        return f"page{ending}"
    try:
        path = urlsplit(address).path
    except ValueError:
        path = ""
    return f"page{path[path.rfind('.') :]}" if not media_type and "." in path[-9:] else "page.txt"


def _in_utf8(data: bytes, media_type: str, charset: str) -> bytes:
    """The server's word on the encoding comes before the page's own; UTF-8 that is UTF-8 stays."""
    if not charset or not media_type.startswith("text/") or data[:3] == b"\xef\xbb\xbf" or data[:2] in _WIDE:
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return data
    try:
        return data.decode(charset).encode()
    except (LookupError, UnicodeError, ValueError):
        return data


_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
