"""Whether figures elsewhere in a letter make a share or an average right: then it may be meant of those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.extraction import Extraction
from claims.model import Claim, Interval
from claims.model.intervals import meets
from expectations.arith import over

NEAREST = 2
"""How many figures before the share may be its part, besides the one it was paired with."""
CLOSE = Decimal("0.02")
_WHOLE = 100
"""Above it a percentage is of something smaller: "an occupancy of 110 per cent"."""


def share_fits_elsewhere(
    extraction: Extraction, share: Claim, part: Claim, admitted: Interval, of: Claim | None = None
) -> bool:
    """Whether the part, or a figure nearer to the share, is that share of any figure of the letter.

    `of`: the whole that the words surely mean; then what makes it together with the part is its sibling.
    """
    parts = [part, *_before(extraction, share)]
    left = of.quantity.value - part.quantity.value if of is not None else None
    pairs = ((one, whole) for one in parts for whole in _like(extraction, one) if _is_apart(whole, share))
    pairs = ((one, whole) for one, whole in pairs if one is not part or whole.quantity.value != left)
    return any(
        meets(over(one.quantity.interval, whole.quantity.interval), admitted)
        for one, whole in pairs
        if one.quantity.value < whole.quantity.value or share.quantity.value > _WHOLE
    )


def share_fits_beside(extraction: Extraction, share: Claim, part: Claim, of: Claim, admitted: Interval) -> bool:
    """Whether the part is that share of another figure of its sentence: "of the 79, 35 …, for 14 of them (40%)".

    What makes the whole `of` together with the part is its sibling, and a share of that is the usual slip.
    """
    wholes = (one for one in _like(extraction, part) if one.sentence_span.overlaps(share.sentence_span))
    return any(
        meets(over(part.quantity.interval, whole.quantity.interval), admitted)
        for whole in wholes
        if whole is not part
        and _is_apart(whole, share)
        and part.quantity.value < whole.quantity.value
        and part.quantity.value + whole.quantity.value != of.quantity.value
    )


def rate_fits_elsewhere(extraction: Extraction, rate: Claim, total: Claim) -> bool:
    """Whether the total, or a figure nearer to the average, divided by any figure of the letter gives the average."""
    value = rate.quantity.value
    for one in (total, *_before(extraction, rate), *_beside(extraction, rate)):
        for other in extraction.claims:
            usable = other is not one and _is_apart(other, rate) and other.quantity.value > 1
            if usable and abs(one.quantity.value / other.quantity.value - value) <= value * CLOSE:
                return True
    return False


def _before(extraction: Extraction, claim: Claim) -> Sequence[Claim]:
    """The nearest figures before a claim that count something."""
    counts = [one for one in extraction.claims if one.span.end <= claim.span.start and one.quantity.value > 0]
    return [one for one in counts if one.quantity.dimension == "count"][-NEAREST:]


def _beside(extraction: Extraction, claim: Claim) -> Sequence[Claim]:
    """The counts of the claim's own sentence: "1,440 guards in 720 of the 4,800 halls, two to each"."""
    same = (one for one in extraction.claims if one.sentence_span.overlaps(claim.sentence_span))
    return [one for one in same if one is not claim and one.quantity.dimension == "count" and one.quantity.value > 0]


def _like(extraction: Extraction, part: Claim) -> Iterator[Claim]:
    return (one for one in extraction.claims if one.quantity.dimension == part.quantity.dimension)


def _is_apart(one: Claim, share: Claim) -> bool:
    return not one.span.overlaps(share.span)
