"""How much time lies between two moments, in the unit it is told in, and whether a length fits it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from claims.model import Interval
from claims.relations.spans.spans_lengths import admitted, unit_of
from claims.relations.spans.spans_model import CalendarUnit, Length, Moment, SpanRelation
from expectations.arith import meets
from expectations.misprints import teens

Fits = Callable[[SpanRelation, Decimal, tuple[Moment, Moment]], bool]


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
    gone = passed(*pair, unit_of(length.word))
    if gone.high is None or gone.high <= 0:
        return False
    return meets(admitted(length, number), gone)


def misprints(number: Decimal) -> Iterable[Decimal]:
    """The least misprints of a figure: one off, two digits exchanged."""
    yield number + 1
    if number > 1:
        yield number - 1
    digits = str(int(number))
    if number == int(number):
        for at in range(len(digits) - 1):
            swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            if swapped != digits and swapped[0] != "0":
                yield Decimal(swapped)


def one_slip(number: Decimal) -> Iterable[Decimal]:
    """What a number may have been before a slip: another digit in one place, two exchanged, "thirty" for thirteen."""
    yield from misprints(number)
    yield from teens(number)
    if number != int(number):
        return
    digits = str(int(number))
    for at, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (other != "0" or at):
                yield Decimal(digits[:at] + other + digits[at + 1 :])


def would_turn(relation: SpanRelation, fits: Fits) -> bool:
    """Whether a misprint of the figure would have been found: the reading is bound, the wrong figure fits nothing."""
    number = relation.length.number
    return relation.bound and any(
        not any(fits(relation, wrong, pair) for pair in relation.pairs) for wrong in misprints(number)
    )
