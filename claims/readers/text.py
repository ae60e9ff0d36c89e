"""Plain text files: bytes to text, whatever their encoding, exactly as decoded, line ends too."""

from __future__ import annotations

from claims.readers.encodings import decoded
from claims.readers.oddities import oddities
from claims.readers.raw_document import MOST_TEXT, RawDocument, Refused

EMPTY = "is empty: there is no text in it; put the letter's text into it or leave it out"


def read(data: bytes, ocr: bool = False) -> RawDocument:
    """The text of `data`. Raises Refused for one without any letter or digit, and for what is no text."""
    text, warnings = decoded(data)
    require_text(text)
    return RawDocument(text=text, media_type="text/plain", warnings=(*warnings, *oddities(text)))


def require_text(text: str) -> None:
    """Raise Refused if `text` is longer than any letter, or holds no letter and no digit."""
    if len(text) > MOST_TEXT:
        raise Refused(
            f"is too long for a letter: {len(text):,} characters, and {MOST_TEXT:,} are the most; split it up"
        )
    if not any(c.isalnum() for c in text):
        raise Refused(EMPTY)
