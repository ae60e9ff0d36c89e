"""Plain text files: bytes to text, whatever their encoding, and no guess about what is not text."""

from __future__ import annotations

import codecs

from claims.errors import UnreadableLetter

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or another zipped file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich text (RTF) document"),
)


def decode(data: bytes, *, path: str) -> tuple[str, tuple[str, ...]]:
    """The text of `data` exactly as decoded, line ends too, and warnings where the encoding had to be guessed.

    Raises UnreadableLetter for an empty file, one without any letter or digit, and one that is not text.
    """
    for start, kind in FORMATS:
        if data.startswith(start):
            raise UnreadableLetter(path, f"is {kind}, not text; save it as plain text (.txt) and try again")
    text, warnings = _decoded(data, path)
    if not any(c.isalnum() for c in text):
        raise UnreadableLetter(path, "is empty: there is no text in it; put the letter's text into it or leave it out")
    return text, warnings


def _decoded(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, path), ()
    if b"\x00" in data:
        raise UnreadableLetter(path, "is not text (it holds zero bytes); save it as plain text in UTF-8 and try again")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data, path)
    if _is_binary(text):
        raise UnreadableLetter(path, "is not text (too many control characters); save it as plain text in UTF-8")
    return text, ()


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        name = encoding.removesuffix("-sig").upper()
        raise UnreadableLetter(
            path, f"begins like {name} text but is damaged; save it again as plain text in UTF-8"
        ) from None


def _western(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """Windows-1252, or Latin-1 where a byte has no meaning in it: every byte then is some character."""
    try:
        text, name = data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        text, name = data.decode("latin-1"), "Latin-1"
    if _is_binary(text):
        raise UnreadableLetter(path, "is not text; save it as plain text in UTF-8 and try again")
    return text, (f"not UTF-8: read as {name}; if accents or quotes look wrong, save the file as UTF-8",)


def _is_binary(text: str) -> bool:
    odd = sum(1 for c in text[:200_000] if (c < " " and c not in "\t\n\r\f\v\x1b") or "\x7f" <= c <= "\x9f")
    return odd > 0.01 * min(len(text), 200_000) + 1
