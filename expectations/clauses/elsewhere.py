"""Whether figures elsewhere in a letter make a share right: then it may be meant of those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction import Extraction
from claims.model import Claim, Interval
from claims.model.intervals import meets
from expectations.arith import over

NEAREST = 2
"""How many figures before the share may be its part, besides the one it was paired with."""
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


def _before(extraction: Extraction, claim: Claim) -> Sequence[Claim]:
    """The nearest figures before a claim that count something."""
    counts = [one for one in extraction.claims if one.span.end <= claim.span.start and one.quantity.value > 0]
    return [one for one in counts if one.quantity.dimension == "count"][-NEAREST:]


def _like(extraction: Extraction, part: Claim) -> Iterator[Claim]:
    return (one for one in extraction.claims if one.quantity.dimension == part.quantity.dimension)


def _is_apart(one: Claim, share: Claim) -> bool:
    return not one.span.overlaps(share.span)
