"""Anniversaries, "in its fifth year", "the 200th day", ages: numbers that count on from a day."""

from __future__ import annotations

from decimal import Decimal

from claims.relations.spans.spans_lengths import unit_of
from claims.relations.spans.spans_model import Moment, SpanRelation
from expectations.clauses.elapsing import passed, units_between

_NEAR = 45
"""Days by which an anniversary may be marked before or after its day."""


def anniversary_fits(number: Decimal, pair: tuple[Moment, Moment]) -> bool:
    """Whether the number of years between two moments is the anniversary's, on the day or near it."""
    start, end = pair
    if start.grain == "year" or end.grain == "year":
        return end.first.year - start.first.year == number
    years = units_between(start.first, end.first, "year")
    near = Decimal(_NEAR + (start.last - start.first).days + (end.last - end.first).days) / 365
    return abs(years - number) <= near


def nth_fits(relation: SpanRelation, number: Decimal, pair: tuple[Moment, Moment]) -> bool:
    """ "in its fifth year": four whole units are over and the fifth is not; ages by the last birthday."""
    gone = passed(*pair, unit_of(relation.length.word))
    low, high = gone.low or Decimal(0), gone.high or Decimal(0)
    if pair[0].grain == pair[1].grain == "year":
        return low <= number <= high
    if relation.kind == "age":
        return high >= number and low < number + 1
    return high >= number - 1 and low <= number
