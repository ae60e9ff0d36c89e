"""What a claim admits against what a source leaves possible: two intervals, and how they lie."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from claims.model import Interval
from claims.quick_records import dataclass
from sources.settings import Settings

Outcome = Literal["supports", "too_high", "too_low", "open"]
EVERYTHING = Interval(low=None, high=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Where one source says the true figure lies.

    `series`: its ends come from figures that count just what the claim counts, on other days at most. Then lying
    between two of them is support, and so is lying beside one; the ends of other windows support only what they prove.
    """

    interval: Interval
    series: bool


def above(value: Decimal, bound: Decimal, settings: Settings) -> bool:
    """Whether `value` is more than `bound` by what matters."""
    return value > bound and value - bound > abs(bound) * settings.material


def below(value: Decimal, bound: Decimal, settings: Settings) -> bool:
    """Whether `value` is less than `bound` by what matters."""
    return value < bound and bound - value > abs(bound) * settings.material


def judge(claim: Interval, band: Band, settings: Settings) -> Outcome:
    """How a claim stands to the band of one source.

    "At least n" is too high where the band ends below n, supported where it starts at n or where n lies between two
    figures of a series; "up to n" is the mirror image; a figure or range is supported where it meets the band of a
    series, or lies beside the one end known. Differences that are not material are none.
    """
    source = band.interval
    if claim.low is not None and source.high is not None and above(claim.low, source.high, settings):
        return "too_high"
    if claim.high is not None and source.low is not None and below(claim.high, source.low, settings):
        return "too_low"
    if _proved(claim, source, settings):
        return "supports"
    if not band.series:
        return "open"
    between = source.low is not None and source.high is not None
    beside = _beside(claim, source.low, settings) or _beside(claim, source.high, settings)
    return "supports" if between or beside else "open"


def judge_bounds(claim: Interval, source: Interval, margin: Decimal, settings: Settings) -> Outcome:
    """How a claim stands to bounds taken from a part or a whole: refuted only where it misses them by `margin`."""
    if claim.low is not None and source.high is not None and claim.low > source.high * (1 + margin):
        return "too_high"
    if claim.high is not None and source.low is not None and claim.high * (1 + margin) < source.low:
        return "too_low"
    return "supports" if _proved(claim, source, settings) else "open"


def _proved(claim: Interval, source: Interval, settings: Settings) -> bool:
    """Whether every figure that the source leaves possible is one that the claim admits."""
    proved_low = claim.low is None or (source.low is not None and not above(claim.low, source.low, settings))
    proved_high = claim.high is None or (source.high is not None and not below(claim.high, source.high, settings))
    return proved_low and proved_high


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


def whole(interval: Interval) -> Interval:
    """An interval of whole things without its open ends: "more than 22 children" is at least 23."""
    low, high = interval.low, interval.high
    if interval.low_open and low is not None and low == low.to_integral_value():
        low += 1
    if interval.high_open and high is not None and high == high.to_integral_value():
        high -= 1
    if low is not None and high is not None and low > high:
        return interval
    return Interval(low=low, high=high)
