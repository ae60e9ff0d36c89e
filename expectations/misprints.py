"""The least misprints of a figure, and whether a check would have seen one: a tick that cannot fail is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from claims.model import Claim, Interval

_SHIFT = Decimal(10)


def misprints(value: Decimal) -> tuple[Decimal, ...]:
    """What a slip makes of a number: two neighbouring digits exchanged, one digit one off, a factor of ten."""
    digits = [int(digit) for digit in value.as_tuple().digits]
    exponent = int(value.as_tuple().exponent)
    found = dict.fromkeys(_number(changed, exponent) for changed in (*_exchanged(digits), *_off_by_one(digits)))
    return tuple(one for one in (*found, value * _SHIFT, value / _SHIFT) if one not in (value, 0))


def _number(digits: list[int], exponent: int) -> Decimal:
    return Decimal((0, tuple(digits), exponent))


def _exchanged(digits: list[int]) -> Iterator[list[int]]:
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield [*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :]]


def _off_by_one(digits: list[int]) -> Iterator[list[int]]:
    told = len(digits)
    while told > 1 and not digits[told - 1]:
        told -= 1  # the noughts of a round number are not misprinted one by one
    for at, digit in enumerate(digits[:told]):
        for other in (digit - 1, digit + 1):
            if (0 if at or len(digits) == 1 else 1) <= other <= 9:
                yield [*digits[:at], other, *digits[at + 1 :]]


def misprinted(claim: Claim, value: Decimal) -> Claim:
    """The claim with another number in the same words: its interval moves and grows with it."""
    old, interval = claim.quantity.value, claim.quantity.interval
    factor = value / old if old else Decimal(1)
    moved = replace(
        interval, low=_scaled(interval.low, old, value, factor), high=_scaled(interval.high, old, value, factor)
    )
    return replace(claim, quantity=replace(claim.quantity, value=value, interval=moved))


def _scaled(end: Decimal | None, old: Decimal, value: Decimal, factor: Decimal) -> Decimal | None:
    if end is None:
        return None
    return value if end == old else end * factor


def would_turn(claim: Claim, holds: Callable[[Claim], bool]) -> bool:
    """Whether a check that holds would have failed had the figure been misprinted.

    A factor of ten must turn it either way, and so must the greater part of the slips in its digits.
    """
    value = claim.quantity.value
    if not value:
        return False
    if any(holds(misprinted(claim, other)) for other in (value * _SHIFT, value / _SHIFT)):
        return False
    slips = [other for other in misprints(value) if other not in (value * _SHIFT, value / _SHIFT)]
    turned = sum(not holds(misprinted(claim, other)) for other in slips)
    return turned * 2 > len(slips)


def explained(claim: Claim, wanted: Interval) -> bool:
    """Whether a slip in the claim's digits makes it one that `wanted` admits: "1,240" where 1,204 would fit.

    A factor of ten is no slip of a digit here, and a bound without an end admits too much to explain anything.
    """
    low, high, value = wanted.low, wanted.high, claim.quantity.value
    if low is None or high is None:
        return False
    return any(low <= other <= high for other in misprints(value) if other not in (value * _SHIFT, value / _SHIFT))
