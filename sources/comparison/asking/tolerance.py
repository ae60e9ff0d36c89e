"""How far a number told may lie from a number printed: the widest tolerance of the two is taken, once.

"Nearly 3.2 million" reaches down to 2.9 million; that the source itself says "about" adds nothing to it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from claims.model import Interval, Quantity
from sources.model import Observation
from sources.settings import Settings

ROUND_AT_MOST: Final = Decimal("0.025")
_ROUND_STEP = 100


def rounded(interval: Interval, quantity: Quantity) -> Interval:
    """What a whole number that ends in two noughts or more admits beside itself: half a step of its last digit.

    At most 2.5 per cent; every other interval stays as it is.
    """
    value = quantity.value
    plain = quantity.comparator == "=" and interval.low == interval.high == value
    if not plain or value <= 0 or value != value.to_integral_value() or value % _ROUND_STEP:
        return interval
    step = Decimal(1)
    while value % (step * 10) == 0:
        step *= 10
    half = min(step / 2, value * ROUND_AT_MOST)
    return Interval(low=value - half, high=value + half)


def of_claim(interval: Interval, quantity: Quantity) -> Decimal:
    """The share by which a claim's own wording reaches beside its number; nought for bounds and exact numbers."""
    low, high, value = interval.low, interval.high, quantity.value
    if quantity.comparator not in ("=", "~") or low is None or high is None or value <= 0:
        return Decimal(0)
    return max(high - value, value - low) / value


def of_figure(figure: Observation | None) -> Decimal:
    """The share by which a published figure's hedge ("about", "nearly") reaches beside its number."""
    if figure is None or figure.value <= 0 or figure.comparator not in ("~", "<"):
        return Decimal(0)
    low, high = figure.interval.low, figure.interval.high
    ends = [abs(end - figure.value) for end in (low, high) if end is not None]
    return max(ends, default=Decimal(0)) / figure.value


def once(
    claim: Interval, own: Decimal, band: Interval, figure: Observation | None
) -> tuple[Interval, Interval, Decimal]:
    """A claim and the band of one figure with the narrower tolerance of the two taken away, and the tolerance left.

    "Nearly n" reaches below n alone: on the other side it leaves nothing.
    """
    hedge = of_figure(figure)
    if figure is None or not hedge or band.low is None or band.high is None:
        return claim, band, own
    both_sides = min(figure.value - band.low, band.high - figure.value) / figure.value
    if not own:
        return claim, band, max(both_sides, Decimal(0))
    if hedge <= own:
        return claim, Interval(low=figure.value, high=figure.value), own
    middle = (claim.low + claim.high) / 2 if claim.low is not None and claim.high is not None else None
    point = claim if middle is None else Interval(low=middle, high=middle)
    return point, band, max(both_sides, Decimal(0))


def beside(settings: Settings, told: Decimal) -> Settings:
    """The settings with what is material beyond the tolerance already taken."""
    left = max(Decimal(0), settings.material - told)
    return settings if left == settings.material else replace(settings, material=left)
