"""Whether two intervals share a number."""

from __future__ import annotations

from claims.model.amounts import Interval


def below(a: Interval, b: Interval) -> bool:
    """Whether all of `a` lies below all of `b`."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def meets(a: Interval, b: Interval) -> bool:
    """Whether some number satisfies both: "more than 900" meets "at least 140", not "up to 800"."""
    return not below(a, b) and not below(b, a)
