"""How one printed number may have come from another: two digits exchanged, one digit off, a factor of ten."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Final, Literal

Misprint = Literal["exchanged", "factor", "one_digit", "dropped", "turned"]
"""How a number was misprinted; "turned": its bound is the other way round ("more than" for "up to")."""
PLAIN_SLIPS: Final[tuple[Misprint, ...]] = ("exchanged", "factor")
_FACTORS: Final = (Decimal(10), Decimal(100), Decimal(1000))
_LEAST_DIGITS = 2
_LEAST_LEFT = 4


def misprint_of(told: Decimal, printed: Decimal) -> Misprint | None:
    """The slip that turns `printed` into `told`, if one does.

    >>> misprint_of(Decimal(3590), Decimal(3509))
    'exchanged'
    >>> misprint_of(Decimal(207800), Decimal(20780))
    'factor'
    """
    if told == printed or told <= 0 or printed <= 0:
        return None
    if any(told == printed * factor or printed == told * factor for factor in _FACTORS):
        return "factor"
    one, other = _side_by_side(told, printed)
    if _one_dropped(digits(told), digits(printed)):
        return "dropped"
    if len(one) != len(other) or len(one) < _LEAST_DIGITS:
        return None
    apart = [at for at in range(len(one)) if one[at] != other[at]]
    if len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]:
        return "exchanged"
    return "one_digit" if len(apart) == 1 else None


def _one_dropped(one: str, other: str) -> bool:
    """Whether the longer of two numbers has one digit more, the rest in the same order: "400338" of "4003385"."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or len(short) < _LEAST_LEFT:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _side_by_side(one: Decimal, other: Decimal) -> tuple[str, str]:
    """The digits of two numbers down to the last place that either prints: "3590" and "3509", "158" and "185"."""
    last = min(int(each.normalize().as_tuple().exponent) for each in (one, other))
    return f"{int(one.scaleb(-last))}", f"{int(other.scaleb(-last))}"


@lru_cache(maxsize=50_000)
def digits(value: Decimal) -> str:
    """The significant digits of a number, without the noughts that only tell its size."""
    return "".join(str(digit) for digit in value.normalize().as_tuple().digits)


def factors_of(told: Decimal) -> tuple[Decimal, ...]:
    """The numbers that a factor of ten, a hundred or a thousand turns into `told`."""
    return tuple(number for factor in _FACTORS for number in (told / factor, told * factor))


def exchanged_of(told: Decimal) -> tuple[Decimal, ...]:
    """The numbers that the exchange of two digits turns into `told`."""
    figures, exponent = digits(told), int(told.normalize().as_tuple().exponent)
    found = []
    for one, other in combinations(range(len(figures)), 2):
        turned = list(figures)
        turned[one], turned[other] = turned[other], turned[one]
        found.append(Decimal("".join(turned)).scaleb(exponent))
    return tuple(dict.fromkeys(number for number in found if number != told))


def step_of(value: Decimal) -> Decimal:
    """One of the last digit that is no nought: 1,000 of 28,000, 100 of 13,500, one of 6,254."""
    exponent = int(value.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(exponent)
