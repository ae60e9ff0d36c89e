"""What a relation divides by: one that would divide by nought says nothing ("0 per cent of 0", "doubled from 0")."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Claim
from claims.relations.kinds import Majority, Move, Rate, Relation, Share, SharedBase

_ABSOLUTE = ("count", "money", "physical", "duration")


def divides_by_nought(relation: Relation) -> bool:
    """Whether the sum that the relation stands for has no answer."""
    if isinstance(relation, Rate) and any(one.units == 0 for one in relation.readings):
        return True
    return any(claim.quantity.value == 0 for claim in _divisors(relation))


def _divisors(relation: Relation) -> Iterator[Claim]:
    match relation:
        case Share():
            yield from (pair.lower for pair in (*relation.readings, *relation.open_readings))
        case SharedBase():
            yield relation.base
        case Majority():
            yield relation.whole
        case Rate():
            yield from (one.over for one in relation.readings if one.over is not None)
        case Move() if relation.by is None or relation.by.quantity.dimension not in _ABSOLUTE:
            for step in (*relation.readings, *relation.open_readings):  # the words may turn a step about
                yield from (step.first, step.last)
