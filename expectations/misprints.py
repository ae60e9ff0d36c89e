"""The least misprints of a figure, and whether a check would have seen one: a tick that cannot fail is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.model import Claim, Interval
from claims.relations.fits.slips import Slip, number_of, slips_of, teens

_SHIFT = Decimal(10)


def misprints(value: Decimal) -> tuple[Decimal, ...]:
    """What the least slips make of a number: two neighbouring digits exchanged, one digit one off, a factor of ten."""
    return tuple(other for other, kind in slips_of(value).items() if kind in _LEAST)


_LEAST: tuple[Slip, ...] = ("swap", "one", "ten")


def misprinted(claim: Claim, value: Decimal) -> Claim:
    """The claim with another number in the same words: its interval moves and grows with it."""
    old, interval = claim.quantity.value, claim.quantity.interval
    factor = value / old if old else Decimal(1)
    moved = replace(
        interval, low=_scaled(interval.low, old, value, factor), high=_scaled(interval.high, old, value, factor)
    )
    return replace(claim, quantity=replace(claim.quantity, value=value, interval=moved))


def misread(claim: Claim) -> Iterator[Claim]:
    """The claim with each of its least misprints in the place of its figure."""
    for value in misprints(claim.quantity.value):
        wrong = misprinted(claim, value)
        yield replace(wrong, quantity=replace(wrong.quantity, as_written=f"{value:f}"))


def _scaled(end: Decimal | None, old: Decimal, value: Decimal, factor: Decimal) -> Decimal | None:
    if end is None:
        return None
    return value if end == old else end * factor


def would_turn(claim: Claim, holds: Callable[[Claim], bool]) -> bool:
    """Whether a check that holds would have failed had the figure been misprinted.

    A factor of ten must turn it either way, and so must half of the slips in its digits at least.
    """
    value = claim.quantity.value
    if not value:
        return False
    if any(holds(misprinted(claim, other)) for other in (value * _SHIFT, value / _SHIFT)):
        return False
    slips = [other for other in misprints(value) if other not in (value * _SHIFT, value / _SHIFT)]
    turned = sum(not holds(misprinted(claim, other)) for other in slips)
    return turned * 2 >= len(slips)


def explained(claim: Claim, wanted: Interval, *, short: bool = False) -> bool:
    """Whether a slip in the claim's digits makes it one that `wanted` admits: "1,240" where 1,204 would fit.

    A factor of ten is no slip of a digit here, and a bound without an end admits too much to explain anything. `short`:
    a digit too many in front counts too ("19" for 9), for numbers that have one or two anyway.
    """
    low, high, value = wanted.low, wanted.high, claim.quantity.value
    if low is None or high is None:
        return False
    slips = (*misprints(value), *_one_digit(value), *(_without_first(value) if short else ()))
    return any(low <= other <= high for other in slips if other not in (value * _SHIFT, value / _SHIFT))


_TELLING = 3


def _without_first(value: Decimal) -> Iterator[Decimal]:
    digits = value.as_tuple().digits
    if len(digits) > 1:
        yield number_of(list(digits[1:]), int(value.as_tuple().exponent))


def _one_digit(value: Decimal) -> Iterator[Decimal]:
    """Numbers of three digits and more (the noughts at the end left out) with one of them another."""
    digits, exponent = list(value.as_tuple().digits), int(value.as_tuple().exponent)
    told = len(digits)
    while told and not digits[told - 1]:
        told -= 1
    if told < _TELLING:
        return
    for at, digit in enumerate(digits[:told]):
        for other in range(10):
            if other != digit and (at or other):
                yield number_of([*digits[:at], other, *digits[at + 1 :]], exponent)


def slipped(claims: Sequence[Claim], fits: Callable[[Sequence[Claim]], bool], *, exact: bool = False) -> bool:
    """Whether a slip in one of the figures makes all of them fit: digits exchanged, one off, "forty" for fourteen.

    `exact`: what must fit is a sum to the last digit, so that one digit may be any other.
    """
    for at, claim in enumerate(claims):
        for value in (*may_have_been(claim), *(_one_digit(claim.quantity.value) if exact else ())):
            if fits([*claims[:at], misprinted(claim, value), *claims[at + 1 :]]):
                return True
    return False


def may_have_been(claim: Claim) -> Iterator[Decimal]:
    """What the figure may have been before a slip; the last digit of a percentage is within its rounding."""
    value = claim.quantity.value
    last = Decimal(1).scaleb(int(value.as_tuple().exponent))
    percent = claim.quantity.dimension == "percentage"
    for other in (*misprints(value), *(_without_first(value) if percent else ())):
        if not (percent and abs(other - value) <= last):
            yield other
    if not any(letter.isdigit() for letter in claim.quantity.as_written):
        yield from teens(value)


def one_slip(claims: Sequence[Claim], fits: Callable[[Sequence[Claim]], bool]) -> bool:
    """Whether a slip that people make in one of the figures would explain that they do not fit together.

    What nothing of the kind explains is far more often a pair that does not belong together than the letter's error.
    """
    for at, claim in enumerate(claims):
        for value in likely_slips(claim):
            if fits([*claims[:at], misprinted(claim, value), *claims[at + 1 :]]):
                return True
    return False


def likely_slips(claim: Claim) -> Iterator[Decimal]:
    """What it may have been: a digit another, exchanged, dropped or doubled, a factor of ten, a teen for a ten."""
    yield from slips_of(claim.quantity.value)


def tenfold(parts: Sequence[Decimal], lacking: Decimal) -> bool:
    """Whether one of the parts ten times as large, or a tenth of it, makes up for what a sum of them lacks."""
    return any(lacking in (one * (_SHIFT - 1), one / _SHIFT - one) for one in parts)
