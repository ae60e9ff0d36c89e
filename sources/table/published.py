"""What a published figure says, as an interval: its comparator, and the bounds printed beside it."""

from __future__ import annotations

from decimal import Decimal

from claims.model import Comparator, Interval
from sources.settings import ABOUT, NEARLY


def interval_of(comparator: Comparator, value: Decimal, low: Decimal | None, high: Decimal | None) -> Interval:
    """The interval that a published figure states; printed bounds win over what its comparator implies.

    "more than 700" is (700, ∞), "at least" [n, ∞), "as many as" (-∞, n]; "nearly n" reaches five per cent down and
    an estimate ("about n") two per cent to both sides.
    """
    if low is not None or high is not None:
        return Interval(low=low, high=high)
    if comparator in (">", ">="):
        return Interval(low=value, high=None, low_open=comparator == ">")
    match comparator:
        case "<":
            return Interval(low=value * (1 - NEARLY), high=value, high_open=True)
        case "<=":
            return Interval(low=None, high=value)
        case "~":
            return Interval(low=value * (1 - ABOUT), high=value * (1 + ABOUT))
        case _:
            return Interval(low=value, high=value)
