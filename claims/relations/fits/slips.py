"""The slips that people make in a figure, each with its kind: digits exchanged, one off, a factor of ten, ..."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Literal

Slip = Literal["swap", "one", "ten", "teen", "digit", "drop", "double", "far"]
KINDS: tuple[Slip, ...] = ("swap", "one", "ten", "teen", "digit", "drop", "double")
"""From the most telling to the least: the first kind that explains a figure is the one it is said to be."""
WIDE_KINDS: tuple[Slip, ...] = (*KINDS, "far")
"""The same, and two digits exchanged that are no neighbours, which only a sum tells to the last digit."""

_TEN = Decimal(10)


@lru_cache(maxsize=4096)
def slips_of(value: Decimal) -> Mapping[Decimal, Slip]:
    """What a positive figure may have been before it was misprinted, and by which slip; itself is not among them."""
    found: dict[Decimal, Slip] = {}
    if value <= 0:
        return found
    for kind, other in _slips(value):
        if other > 0 and other != value:
            found.setdefault(other, kind)
    return found


@lru_cache(maxsize=4096)
def wide_slips_of(value: Decimal) -> Mapping[Decimal, Slip]:
    """The slips of `slips_of`, and digits exchanged that are no neighbours: "1,203" for 1,302."""
    found = dict(slips_of(value))
    digits, exponent = list(value.as_tuple().digits), int(value.as_tuple().exponent)
    for one, other in combinations(range(_told(digits)), 2):
        some = [*digits]
        some[one], some[other] = some[other], some[one]
        if some[0] and number_of(some, exponent) != value:
            found.setdefault(number_of(some, exponent), "far")
    return found


def _slips(value: Decimal) -> Iterator[tuple[Slip, Decimal]]:
    digits, exponent = list(value.as_tuple().digits), int(value.as_tuple().exponent)
    told = _told(digits)
    for some in _swapped(digits):
        yield "swap", number_of(some, exponent)
    for some in _digits_off(digits[:told], digits[told:], (-1, 1)):
        yield "one", number_of(some, exponent)
    yield "ten", value * _TEN
    yield "ten", value / _TEN
    for other in teens(value):
        yield "teen", other
    for some in _digits_off(digits[:told], digits[told:], range(-9, 10)):
        yield "digit", number_of(some, exponent)
    for at in range(told):
        yield "drop", number_of([*digits[:at], *digits[at + 1 :]], exponent)
        yield "double", number_of([*digits[:at], digits[at], *digits[at:]], exponent)


def _told(digits: list[int]) -> int:
    """How many digits stand before the noughts of a round number, which are not misprinted one by one."""
    told = len(digits)
    while told > 1 and not digits[told - 1]:
        told -= 1
    return told


def number_of(digits: list[int], exponent: int) -> Decimal:
    """The number of some digits and a power of ten; of no digits it is nought."""
    return Decimal((0, tuple(digits or [0]), exponent))


def _swapped(digits: list[int]) -> Iterator[list[int]]:
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and (at or digits[1]):
            yield [*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :]]


def _digits_off(told: list[int], noughts: list[int], steps: Sequence[int]) -> Iterator[list[int]]:
    """One digit another; no number of several digits begins with a nought."""
    for at, digit in enumerate(told):
        for step in steps:
            other = digit + step
            if 0 <= other <= 9 and (at or other or len(told) == 1):
                yield [*told[:at], other, *told[at + 1 :], *noughts]


def teens(value: Decimal) -> Iterator[Decimal]:
    """ "thirteen" and "thirty", "ninety" and "nineteen"."""
    if _TEN + 2 < value < 2 * _TEN:
        yield (value - _TEN) * _TEN
    elif value in {_TEN * tens for tens in range(3, 10)}:
        yield value / _TEN + _TEN
