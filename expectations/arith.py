"""Interval arithmetic on what wordings admit, and figures written the way an editor reads them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from claims.model import Comparator, Interval, StatedTotal
from claims.model.intervals import below, meets

ABOUT = Decimal("0.1")
"""How far "about 300" reaches either side where only the number and its comparator are known: a tenth."""


def exactly(value: Decimal | int) -> Interval:
    """The interval that holds one number."""
    number = Decimal(value)
    return Interval(low=number, high=number)


def interval_of(value: Decimal | int, comparator: Comparator) -> Interval:
    """What a number admits under its comparator: "more than 100" is (100, ∞), "about 100" is [90, 110]."""
    number = Decimal(value)
    match comparator:
        case ">":
            return Interval(low=number, high=None, low_open=True)
        case ">=":
            return Interval(low=number, high=None)
        case "<":
            return Interval(low=None, high=number, high_open=True)
        case "<=":
            return Interval(low=None, high=number)
        case "~" | "range":
            return Interval(low=number - abs(number) * ABOUT, high=number + abs(number) * ABOUT)
        case _:
            return exactly(number)


def admits(interval: Interval, value: Decimal | int) -> bool:
    """Whether `value` lies in the interval."""
    return meets(interval, exactly(value))


def certainly_less(a: Interval, b: Interval) -> bool:
    """Whether every number of `a` is smaller than every number of `b`."""
    return below(a, b)


def share_between(a: Decimal | int, b: Decimal | int) -> Decimal:
    """How far two numbers lie apart, as a share of the larger: 0.1 for 90 and 100, 0 for two noughts."""
    larger = max(abs(Decimal(a)), abs(Decimal(b)))
    return abs(Decimal(a) - Decimal(b)) / larger if larger else Decimal(0)


def share_apart(a: Interval, b: Interval) -> Decimal:
    """How far two intervals lie apart at their nearest ends, as a share of the larger end; 0 where they meet."""
    if below(a, b) and a.high is not None and b.low is not None:
        return share_between(a.high, b.low)
    if below(b, a) and b.high is not None and a.low is not None:
        return share_between(b.high, a.low)
    return Decimal(0)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total


def plus(intervals: Iterable[Interval]) -> Interval:
    """The interval of a sum; unbounded where one of its terms is."""
    terms = tuple(intervals)
    return Interval(
        low=_sum(term.low for term in terms),
        high=_sum(term.high for term in terms),
        low_open=any(term.low_open for term in terms),
        high_open=any(term.high_open for term in terms),
    )


def minus(whole: Interval, part: Interval) -> Interval:
    """The interval of a difference."""
    return Interval(
        low=None if whole.low is None or part.high is None else whole.low - part.high,
        high=None if whole.high is None or part.low is None else whole.high - part.low,
        low_open=whole.low_open or part.high_open,
        high_open=whole.high_open or part.low_open,
    )


def over(upper: Interval, lower: Interval) -> Interval:
    """The interval of a quotient of what is not negative; unbounded where the divisor may be nought."""
    return Interval(
        low=Decimal(0) if upper.low is None or not lower.high else upper.low / lower.high,
        high=None if upper.high is None or not lower.low else upper.high / lower.low,
    )


def changed_by(times: Interval, *, up: bool) -> Interval:
    """What a multiple of a figure is as a change of it in per cent. So the figure stands in the sum once, and its
    rounding counts once: from about 3 million to 900 thousand is a fall of 64 to 74 per cent, not of 45 to 104.
    """
    apart = minus(times, exactly(1)) if up else minus(exactly(1), times)
    return over(apart, exactly(Decimal("0.01")))


def widened(interval: Interval, by: Decimal) -> Interval:
    """The interval with `by` added on both sides, its ends shut."""
    return Interval(
        low=None if interval.low is None else interval.low - by,
        high=None if interval.high is None else interval.high + by,
    )


def figure(value: Decimal | int) -> str:
    """A number with thousands separators and no needless zeros: 1,204 or 12.5."""
    number = Decimal(value)
    if number == number.to_integral_value():
        return f"{int(number):,}"
    return f"{number.normalize():,f}"


def sum_of(terms: Iterable[Decimal | int]) -> str:
    """The terms and their sum in one line: "254 + 31 = 285"; one term stands alone."""
    numbers = [Decimal(term) for term in terms]
    total = figure(sum(numbers, Decimal(0)))
    return total if len(numbers) == 1 else f"{' + '.join(figure(number) for number in numbers)} = {total}"


def whole_of(total: StatedTotal) -> int:
    """The signatories that a stated total speaks of: 13 in "Alder Watch and 12 other organisations"."""
    return total.value + total.beside


def admitted(total: StatedTotal) -> Interval:
    """What a stated total of signatories admits, those named beside it counted in."""
    held = total.interval or interval_of(total.value, total.comparator)
    return plus([held, exactly(total.beside)]) if total.beside else held
