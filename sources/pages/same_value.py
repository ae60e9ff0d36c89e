"""Whether the number of a page is the number of a claim: by value, by unit, by what each wording admits."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final

from claims.model import Interval, Quantity
from sources.evidence.number_slips import digits

_SCALES: Final = tuple(Decimal(10) ** power for power in (2, 3, 6, 9))
_PLAIN_MONEY: Final = frozenset({"dollar"})
_CLOSE: Final = Decimal("1.1")
_FAR: Final = Decimal(3)
_HUNDRED: Final = Decimal(100)
_MOST_ROUNDED: Final = Decimal("0.025")
_NEAR_SHARE: Final = 3  # percentage points: what "half" or "a third" leaves open
_GROUPED_BY_POINT: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")


def dimensions_fit(own: Quantity, other: Quantity) -> bool | None:
    """Whether both are of one kind and unit; `None` where the page's is a bare number, as in a table."""
    shares = {"percentage", "share"}
    if own.dimension == other.dimension or {own.dimension, other.dimension} <= shares:
        return _one_unit(own, other)
    return None if other.dimension == "count" and other.counted is None and other.unit is None else False


def _one_unit(own: Quantity, other: Quantity) -> bool:
    if own.dimension == "money":
        return own.unit == other.unit or bool(_PLAIN_MONEY & {own.unit, other.unit})
    if own.dimension in ("physical", "duration"):
        return own.unit == other.unit
    return True


def _value(quantity: Quantity) -> Decimal:
    """The number; a share as the percentage it is."""
    return quantity.value * _HUNDRED if quantity.dimension == "share" else quantity.value


def same_value(own: Quantity, other: Quantity) -> bool:
    """Whether the page prints the claim's number, or one that the claim's wording is a rounding of."""
    mine, printed = _value(own), _value(other)
    if mine == printed:
        return True
    if other.comparator == "range" or (is_rough(other) and own.comparator == "="):
        return False
    if own.dimension == "share":
        return abs(mine - printed) <= 1
    if _is_one_sided(own):
        return within(own.interval, printed) and (_cut_to(own, printed) or _ratio(mine, printed) <= _CLOSE)
    if own.comparator in ("~", "range") or own.interval.low != own.interval.high:
        return within(own.interval, printed)
    return _rounds_to(printed, mine, _admitted_step(own))


def _is_one_sided(quantity: Quantity) -> bool:
    """ "More than 3,900", "up to 12"."""
    return (quantity.interval.low is None) != (quantity.interval.high is None)


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    small, large = sorted((one, other))
    return large / small if small > 0 else _FAR


def _admitted_step(own: Quantity) -> Decimal | None:
    """To what a claim's plain number may have been rounded: 1 for 62%, 100 for 3,900 people; `None` for 310."""
    if own.dimension in ("percentage", "share"):
        return min(_step(own.value), Decimal(1))
    step = _step(own.value)
    return step if step >= _HUNDRED or step < 1 else None


def _rounds_to(precise: Decimal, rough: Decimal, step: Decimal | None) -> bool:
    """Whether `rough` is `precise` rounded to `step`; of whole numbers at most 2.5% away."""
    if not step or (step > 1 and abs(precise - rough) > rough * _MOST_ROUNDED):
        return False
    return (precise / step).to_integral_value(ROUND_HALF_UP) * step == rough


def _cut_to(own: Quantity, printed: Decimal) -> bool:
    """ "More than 3,900" where the page prints 3,919: the printed number, cut or rounded as the claim's is."""
    step = _step(own.value)
    ways = (ROUND_HALF_UP, ROUND_FLOOR if own.interval.high is None else ROUND_CEILING)
    return any((printed / step).to_integral_value(way) * step == own.value for way in ways)


def _step(value: Decimal) -> Decimal:
    """What the last digit that is no nought counts: 100 for 3,900, 0.1 for 61.8."""
    return Decimal(10) ** int(value.normalize().as_tuple().exponent) if value else Decimal(1)


def within(interval: Interval, value: Decimal) -> bool:
    """Whether `value` lies within what a wording admits."""
    low, high = interval.low, interval.high
    if low is not None and (value < low or (interval.low_open and value == low)):
        return False
    return high is None or value < high or (not interval.high_open and value == high)


def admits(own: Quantity, printed: Decimal) -> bool:
    return _value(own) == printed or (
        own.interval.low is not None and own.interval.high is not None and within(own.interval, printed)
    )


def leaves_room(own: Quantity, other: Quantity) -> bool:
    """Whether one wording admits the other's number: "some 3,900" on the page, "more than 3,000" in the letter."""
    mine, printed, interval = _value(own), _value(other), other.interval
    if _is_one_sided(own) and within(own.interval, printed):
        return _ratio(mine, printed) <= _FAR
    exact = interval.low == interval.high or other.dimension == "share"
    if exact or _is_round_of(mine, printed, other):
        return _is_round_of(mine, printed, other)
    # "At least 12" has room for every larger number; it is the claim's only where the size is alike.
    return within(interval, mine) and (not _is_one_sided(other) or _ratio(mine, printed) <= 2)


def _is_round_of(mine: Decimal, printed: Decimal, other: Quantity) -> bool:
    """Whether the page's number may be the claim's, rounded or cut: 4,000 for 3,919, 62% for 61.8%, "half" for 49%."""
    if other.dimension == "share":
        return abs(mine - printed) <= _NEAR_SHARE
    step = min(_step(printed), Decimal(1)) if other.dimension == "percentage" else _step(printed)
    if not printed or (1 < step < 10) or (step == 1 and other.dimension != "percentage"):
        return False
    ways = (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING)
    return mine != printed and any((mine / step).to_integral_value(way) * step == printed for way in ways)


def significant(value: Decimal) -> int:
    """How many digits of a number tell it from others: 2 for 3,900."""
    return len(digits(value))


def is_rough(quantity: Quantity) -> bool:
    """Whether a wording admits numbers on both sides: "some 3,900", "3,500 to 4,500"."""
    return quantity.comparator in ("~", "range")


def is_scaled(own: Quantity, other: Quantity) -> bool:
    """Whether a bare number of the page is the claim's in hundreds, thousands or millions, as tables print them."""
    bare = (other.counted is None and other.dimension == "count") or _GROUPED_BY_POINT.fullmatch(other.as_written)
    return bool(bare) and any(admits(own, other.value * scale) for scale in _SCALES)
