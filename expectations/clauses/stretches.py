"""The sentence around a place in a text, found in a window so that a long letter costs no more than a short one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from claims.extraction import Extraction
from claims.model import DateMention, SegmentKind, Span
from claims.text.sentences import split_sentences

WINDOW = 1500


def sentence_around(text: str, span: Span, *, within: Span | None = None) -> Span | None:
    """The sentence of `text` that holds `span`, or `None` if it is cut by the window or by the end of `within`."""
    bounds = within or Span(0, len(text))
    window = Span(max(bounds.start, span.start - WINDOW), min(bounds.end, span.end + WINDOW))
    return next((sentence for sentence in split_sentences(text, window) if sentence.contains(span)), None)


def segment_kind(extraction: Extraction, span: Span) -> SegmentKind | None:
    """The role of the segment that holds `span`."""
    at = bisect_right(extraction.segments, span.start, key=lambda part: part.span.start) - 1
    if at < 0 or not extraction.segments[at].span.contains(span):
        return None
    return extraction.segments[at].kind


def dates_within(extraction: Extraction, span: Span) -> list[DateMention]:
    """The dates that lie wholly in a stretch of the letter, in order."""
    first = bisect_left(extraction.dates, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(extraction.dates, span.end, key=lambda mention: mention.span.start)
    return [mention for mention in extraction.dates[first:last] if mention.span.end <= span.end]
