"""What a claim admits against what a source leaves possible: two intervals, and how they lie."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claims.model import Interval
from sources.settings import Settings

Outcome = Literal["supports", "too_high", "too_low", "open"]
EVERYTHING = Interval(low=None, high=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Where one source says the true figure lies.

    `closed`: both ends come from figures of one series, so that lying between them is support; an end alone only
    supports what it proves or what lies beside it.
    """

    interval: Interval
    closed: bool


def above(value: Decimal, bound: Decimal, settings: Settings) -> bool:
    """Whether `value` is more than `bound` by what matters."""
    return value > bound and value - bound > abs(bound) * settings.material


def below(value: Decimal, bound: Decimal, settings: Settings) -> bool:
    """Whether `value` is less than `bound` by what matters."""
    return value < bound and bound - value > abs(bound) * settings.material


def judge(claim: Interval, band: Band, settings: Settings) -> Outcome:
    """How a claim stands to the band of one source.

    "At least n" is too high where the band ends below n, supported where it starts at n or where n lies in a closed
    band; "up to n" the mirror image; a figure or range is supported where it meets a closed band, or lies beside the
    one end known. Differences that are not material are none.
    """
    source = band.interval
    if claim.low is not None and source.high is not None and above(claim.low, source.high, settings):
        return "too_high"
    if claim.high is not None and source.low is not None and below(claim.high, source.low, settings):
        return "too_low"
    if source.low is not None and source.high is not None and band.closed:
        return "supports"
    return "supports" if _supported_by_one_end(claim, source, settings) else "open"


def _supported_by_one_end(claim: Interval, source: Interval, settings: Settings) -> bool:
    proved_low = claim.low is None or (source.low is not None and not above(claim.low, source.low, settings))
    proved_high = claim.high is None or (source.high is not None and not below(claim.high, source.high, settings))
    if proved_low and proved_high:
        return True
    if claim.low is None or claim.high is None:
        return False
    return _beside(claim, source.low, settings) or _beside(claim, source.high, settings)


def _beside(claim: Interval, end: Decimal | None, settings: Settings) -> bool:
    """Whether a claim with both bounds reaches an end, or lies beside it: "6,700" with 6,682 the week before."""
    if end is None or claim.low is None or claim.high is None:
        return False
    return not above(claim.low, end, settings) and not below(claim.high, end, settings)


def overlap(one: Interval, other: Interval, settings: Settings) -> bool:
    """Whether two intervals have a figure in common, up to what matters."""
    apart = one.low is not None and other.high is not None and above(one.low, other.high, settings)
    apart = apart or (one.high is not None and other.low is not None and below(one.high, other.low, settings))
    return not apart


def hull(intervals: list[Interval]) -> Interval:
    """The smallest interval around all of them; everything where there is none."""
    if not intervals:
        return EVERYTHING
    lows = [each.low for each in intervals]
    highs = [each.high for each in intervals]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    return Interval(low=low, high=high)
