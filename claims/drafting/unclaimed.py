"""Numbers that are no claims because of where they stand or what they count, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.words import vocabulary
from claims.model import Ignored, Mark, Quantity, SegmentKind, Span
from claims.text.passages import Passage
from claims.text.phrases import norms

# Segments whose numbers are claims; those of all others are ignored with the reason listed for the segment.
READ: frozenset[SegmentKind] = frozenset({"title", "body", "list"})
_BARE = re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d_])")
_ITEM = re.compile(r"\s*(?:[-*+•●▪◦‣·–]\s*)?(\(?\d{1,3}[.)\]])(?=\s|$)")


def masks_of(
    passage: Passage, marks: Sequence[tuple[Span, Mark]], number: Span | None = None
) -> list[tuple[Span, str]]:
    """What of a sentence is accounted for before its numbers are read: footnote marks and the number of a list item.

    `number`: where the line's own number stands, if it is one of `numbered_lines`.
    """
    masked = [(span, "footnote mark") for span, _ in marks]
    item = _ITEM.match(passage.text)
    own = Span(*item.span(1)) if item is not None else number
    if own is not None and not any(own.overlaps(span) for span, _ in masked):
        masked.append((own, "list number"))
    return sorted(masked)


def numbered_lines(passages: Sequence[Passage]) -> dict[int, Span]:
    """Where the number stands in lines that are numbered 1, 2, 3 … without a sign behind it, by the line's index.

    "1 Harbour Watch, Report" and "2 Coast Post, News" in a row are notes or a list, not one watch and two posts.
    """
    found: dict[int, Span] = {}
    run: list[tuple[int, Span]] = []
    for index, passage in enumerate(passages):
        match = _BARE.match(passage.text)
        if match is None:
            continue
        if int(match[1]) != len(run) + 1:
            run = []
        if int(match[1]) == len(run) + 1:
            run.append((index, Span(*match.span(1))))
        if len(run) > 1:
            found.update(run)
    return found


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
