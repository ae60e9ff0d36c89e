"""How much time lies between two moments, in the unit it is told in, and whether a length fits it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from claims.model import Interval
from claims.model.intervals import meets
from claims.relations.spans.spans_lengths import admitted, unit_of
from claims.relations.spans.spans_model import CalendarUnit, Length, Moment, SpanRelation


def passed(start: Moment, end: Moment, unit: CalendarUnit) -> Interval:
    """The units that lie between two moments, counted inclusively and exclusively; negative where they run backwards.

    Between two years, or two months told in months, the plain difference and one more.
    """
    if unit == "year" and start.grain == end.grain == "year":
        years = Decimal(end.first.year - start.first.year)
        return Interval(low=years, high=years + 1)
    if unit == "month" and start.grain == end.grain == "month":
        months = units_between(start.first, end.first, "month")
        return Interval(low=months, high=months + 1)
    least, most = units_between(start.last, end.first, unit), units_between(start.first, end.last, unit)
    return Interval(low=least, high=most + (1 if unit == "day" else 0))


def units_between(first: date, last: date, unit: CalendarUnit) -> Decimal:
    """Calendar units from one day to another, months and years with their fraction."""
    days = Decimal((last - first).days)
    if unit in ("day", "week"):
        return days / (7 if unit == "week" else 1)
    if last < first:
        return -units_between(last, first, unit)
    months = Decimal((last.year - first.year) * 12 + last.month - first.month)
    day = min(first.day, monthrange(last.year, last.month)[1])
    months += Decimal(last.day - day) / 31
    return months / 12 if unit == "year" else months


def length_fits(length: Length, number: Decimal, pair: tuple[Moment, Moment]) -> bool:
    """Whether a length, with `number` for the one printed, can be the time between two moments."""
    return lies_in(admitted(length, number), length, pair)


def lies_in(admits: Interval, length: Length, pair: tuple[Moment, Moment]) -> bool:
    """Whether the time between two moments, in the unit of a length, is among what is admitted."""
    gone = passed(*pair, unit_of(length.word))
    return gone.high is not None and gone.high > 0 and meets(admits, gone)


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


OF_WHOLE_YEARS = frozenset(("nth", "age", "anniversary"))
"""Kinds that are told by whole units."""


def relation_fits(relation: SpanRelation, number: Decimal, pair: tuple[Moment, Moment]) -> bool:
    """Whether a length, an anniversary or an age, with `number` for its own, lies between two moments."""
    if relation.kind == "anniversary":
        return anniversary_fits(number, pair)
    if relation.kind in OF_WHOLE_YEARS:
        return nth_fits(relation, number, pair)
    return length_fits(relation.length, number, pair)
