"""Where things stand in a text: spans, segments, notes, marks, links; and the letter itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import Literal

from claims.quick_records import dataclass

SegmentKind = Literal[
    "front_matter",
    "title",
    "dateline",
    "address",
    "body",
    "list",
    "contact",
    "signature",
    "signatories",
    "notes",
    "chrome",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    # Compared and hashed by the hundred thousand: those that a dataclass writes make two tuples first.
    def __eq__(self, other: object) -> bool:
        return other.__class__ is Span and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch of `text` it names."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as read. `letter_id` is unique in a run, `path` as the user gave it; a date not stated is `None`.

    `language` is the code of the language it is read in (a folder of `claims/language/`), chosen once.
    `pages` and `paragraphs` are the offsets at which each begins in `text`, empty where the file does not tell.
    """

    letter_id: str
    path: str
    sha256: str
    text: str
    title: str | None
    title_span: Span | None
    written_on: date | None
    written_on_span: Span | None
    published_on: date | None
    published_on_span: Span | None
    warnings: tuple[str, ...] = ()
    language: str = "en"
    media_type: str = "text/plain"
    pages: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()

    def place(self, span: Span) -> tuple[int | None, int | None]:
        """Page and paragraph that `span` begins in, counted from 1; `None` where the file does not tell.

        Paragraphs are counted on their page where pages are known, else from the beginning.
        """
        page = bisect_right(self.pages, span.start) or None
        first = self.pages[page - 1] if page else 0
        before = bisect_left(self.paragraphs, first)
        # What runs over from the page before is the first paragraph of its page.
        runs_on = page is not None and before < len(self.paragraphs) and self.paragraphs[before] > first
        return page, (bisect_right(self.paragraphs, span.start) - before + (runs_on and before > 0)) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the letter with one role. Segments are sorted, do not overlap and together cover the text."""

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote: its mark ("iv", "3"), its text, what it cites as far as it says."""

    mark: str
    span: Span
    text: str
    url: str | None
    producer: str | None
    published_on: date | None
    document: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A footnote mark where it stands in the running text: "[iv]", "²", "<sup>2</sup>"."""

    mark: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink: `span` covers all of it, `text_span` its visible words; `lost` if its target leads nowhere."""

    span: Span
    text_span: Span
    text: str
    target: str
    lost: bool
