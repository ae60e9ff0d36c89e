"""The unit of a bare number: that of the measured figure before it.

"It put climate finance at $115.9 billion in 2022, after 89.6 billion in 2021": both are dollars.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claims.model import Claim, Dimension, Quantity
from sources.evidence.dimensions import dimension_of
from sources.evidence.sentence.beside import Beside

_DIMENSIONS: Final[dict[str, Dimension]] = {"money": "money", "physical": "physical", "percentage": "percentage"}


def in_unit_before(claim: Claim, beside: Beside) -> Claim:
    """The claim, where its number stands alone, in the unit of the last figure before it that has one.

    What is counted gives no unit: after "12,000 refugees" a bare number counts by itself. The figures before are those
    of its sentence, else the last of the sentence before.
    """
    quantity = claim.quantity
    if not is_bare(quantity):
        return claim
    before = [each for each in beside.others if each.span.end <= quantity.span.start and not is_bare(each)]
    last = max(before, key=lambda each: each.span.start, default=beside.before.quantity if beside.before else None)
    told = (last.dimension, last.unit) if last is not None and not is_bare(last) else _of_the_line(claim, beside)
    if told is None or told[0] not in _DIMENSIONS:
        return claim
    return replace(claim, quantity=replace(quantity, dimension=told[0], unit=told[1], counted=None))


def _of_the_line(claim: Claim, beside: Beside) -> tuple[Dimension, str | None] | None:
    """The unit of the nearest row that a figure near by prints: "3,372 at the end of 2022. End of 2021: 3,064." """
    near = beside.told.texts.lines_near(claim.span.start) if beside.told is not None else ()
    return next(((_DIMENSIONS.get(dimension_of(each.row.unit), "count"), each.row.unit) for each in near), None)


def is_bare(quantity: Quantity) -> bool:
    """Whether a number stands without any word of what it counts or measures."""
    alone = quantity.span.end == quantity.number_span.end and quantity.span.start == quantity.number_span.start
    return alone and quantity.dimension == "count" and quantity.direction is None
