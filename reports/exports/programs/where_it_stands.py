"""Where a number stands, as other programs name it: the file as a URI reference, lines and columns, words around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from claims.model import Letter, Span
from claims.readers.encodings import decoded
from claims.text.view import plain_view
from reports.exports.marked.aligning import Alignment, Place

MARKED_UP = frozenset({"text/markdown", "text/html"})
AROUND = 32  # characters before and after a quotation that tell it from others like it


def file_uri(letter: Letter) -> str:
    """The letter's path as a URI reference: relative as given, else `file:`; nothing in it is a scheme or a host."""
    path = letter.path.replace("\\", "/").encode("utf-8", "replace")
    escaped = quote(path, safe="/-._~")
    if escaped.startswith("/"):
        return "file:///" + escaped.lstrip("/")
    return escaped or quote(letter.letter_id)


class FileLines:
    """The lines of the files that letters were read from: those of a text file are the letter's own, those of Markdown
    and HTML are found again in the file's words; other formats have none.

    `original` gives the bytes that a letter was read from, `None` where they are not at hand.
    """

    def __init__(self, original: Callable[[Letter], bytes | None]) -> None:
        self._original = original
        self._letter: Letter | None = None
        self._made: tuple[str, Callable[[Span], Place | None]] | None = None

    def region(self, letter: Letter, span: Span) -> dict[str, int] | None:
        """Lines and columns from 1, in code points, the end exclusive; `None` where the file has no lines."""
        if self._letter is not letter:  # letters come one after the other: one file is kept at a time
            self._letter, self._made = letter, _words(letter, self._original)
        place = self._made[1](span) if self._made is not None else None
        return _region(self._made[0], *place) if self._made is not None and place is not None else None


def _words(
    letter: Letter, original: Callable[[Letter], bytes | None]
) -> tuple[str, Callable[[Span], Place | None]] | None:
    """The text of a letter's file, and where in it a stretch of the letter stands."""
    if letter.media_type == "text/plain":
        return letter.text, lambda span: (span.start, max(span.end, span.start))
    data = original(letter) if letter.media_type in MARKED_UP else None
    if data is None:
        return None
    view, text = plain_view(letter.text), decoded(data)[0]
    alignment = Alignment.of(view.text, text)

    def found(span: Span) -> Place | None:
        seen = view.from_source(span)
        return alignment.place(seen.start, seen.end)

    return text, found


def _region(text: str, start: int, end: int) -> dict[str, int]:
    starts = _line_starts(text)
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    return {
        "startLine": first,
        "startColumn": start - starts[first - 1] + 1,
        "endLine": last,
        "endColumn": end - starts[last - 1] + 1,
        "charOffset": start,
        "charLength": end - start,
    }


@lru_cache(maxsize=2)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(at + 1 for at, sign in enumerate(text) if sign == "\n"))


def selectors(letter: Letter, span: Span) -> list[dict[str, Any]]:
    """The W3C selectors of a stretch: its words with what stands around them, and its offsets in the text as read."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": encodable(span.of(letter.text)),
            "prefix": encodable(letter.text[max(0, span.start - AROUND) : span.start]),
            "suffix": encodable(letter.text[span.end : span.end + AROUND]),
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def encodable(text: str) -> str:
    """`text` as it is, but for lone surrogates, which no JSON document may hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
