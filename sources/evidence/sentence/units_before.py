"""The unit of a bare number: that of the measured figure before it.

"It put climate finance at $115.9 billion in 2022, after 89.6 billion in 2021": both are dollars.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claims.model import Claim, Quantity
from sources.evidence.sentence.beside import Beside

_MEASURED: Final = ("money", "physical", "percentage")


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
    if last is None or last.dimension not in _MEASURED:
        return claim
    return replace(claim, quantity=replace(quantity, dimension=last.dimension, unit=last.unit, counted=None))


def is_bare(quantity: Quantity) -> bool:
    """Whether a number stands without any word of what it counts or measures."""
    alone = quantity.span.end == quantity.number_span.end and quantity.span.start == quantity.number_span.start
    return alone and quantity.dimension == "count" and quantity.direction is None
