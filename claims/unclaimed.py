"""Numbers that are no claims because of where they stand or what they count, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.model import Ignored, Mark, Quantity, SegmentKind, Span
from claims.passages import Passage
from claims.phrases import norms
from claims.words import vocabulary

# Segments whose numbers are claims; those of all others are ignored with the reason listed for the segment.
READ: frozenset[SegmentKind] = frozenset({"title", "body", "list"})
_ITEM = re.compile(r"\s*(?:[-*+•●▪◦‣·–]\s*)?(\(?\d{1,3}[.)\]])(?=\s|$)")


def masks_of(passage: Passage, marks: Sequence[tuple[Span, Mark]]) -> list[tuple[Span, str]]:
    """What of a sentence is accounted for before its numbers are read: footnote marks and the number of a list item."""
    masked = [(span, "footnote mark") for span, _ in marks]
    item = _ITEM.match(passage.text)
    if item is not None and not any(Span(*item.span(1)).overlaps(span) for span, _ in masked):
        masked.append((Span(*item.span(1)), "list number"))
    return sorted(masked)


def segment_reason(kind: SegmentKind) -> str | None:
    """Why numbers of a segment are no claims, None where they are read."""
    return None if kind in READ else str(vocabulary("unclaimed")["segments"][kind])


def reason_of(quantity: Quantity, windows: Sequence[Span] = ()) -> str | None:
    """Why a quantity of the running text is no claim, None if it is one. `windows`: phrases that only tell a period.

    "can be attempted in two ways", "we make three demands": the letter counts its own points, not the world's.
    """
    words = vocabulary("unclaimed")
    if quantity.dimension == "duration" and any(window.overlaps(quantity.number_span) for window in windows):
        return str(words["window_reason"])
    if quantity.dimension != "count" or quantity.value > words["small"] or quantity.comparator != "=":
        return None
    counted = norms(quantity.counted or "")
    if not counted:
        return None
    if counted[-1] in words["own_points"]:
        return str(words["own_points_reason"])
    points = counted[-1] in words["documents"] and any(word in words["pointing"] for word in counted)
    return str(words["pointing_reason"]) if points else None


def ignored(span: Span, text: str, reason: str) -> Ignored:
    return Ignored(span=span, text=text, reason=reason)
