"""How nearly a sum fits, and what speaks against it: which slip, how rare by chance, what else explains its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import gcd, log10

from claims.quick_records import dataclass
from claims.relations.figures import Figures
from claims.relations.fits.slips import WIDE_KINDS
from claims.relations.fits.sums.near_sums import Sum

_SCALE = 1000
_SMALL = 1.5
_TINY = Decimal(1) / 50
_FAR_OFF = 3.0
_NONE = -8.0
_ABOUT = 1.0
_TWO = 2


@dataclass(frozen=True, slots=True)
class Tied:
    """A sum and how surely the words and places tie its parts to its whole (log odds)."""

    sum: Sum
    tie: float


class Rivals:
    """The sums of one kind of a letter by their figures: what else explains a figure."""

    def __init__(self, tied: Sequence[Tied], counts: Mapping[Decimal, int]) -> None:
        self._counts = counts
        self._exact: dict[int, list[Tied]] = {}
        self._near: dict[int, list[Tied]] = {}
        for one in tied:
            held = self._exact if one.sum.slip is None else self._near
            for member in one.sum.members:
                held.setdefault(id(member), []).append(one)

    def explain(self, one: Tied) -> bool:
        """Whether an exact sum of the same number, or of the same parts but one, is tied about as surely: then that is
        meant.
        """
        parts, value = {id(part) for part in one.sum.parts}, one.sum.whole.claim.quantity.value
        for other in {id(other): other for part in parts for other in self._exact.get(part, ())}.values():
            same = sum(id(part) in parts for part in other.sum.parts)
            whole = same and other.sum.whole.claim.quantity.value == value
            if (whole or same >= max(_TWO, len(parts) - 1)) and other.tie > one.tie - _ABOUT:
                return True
        return False

    def features(self, one: Tied) -> dict[str, float]:
        """The features of a sum that a slip would make exact."""
        found = {**_slip(one.sum), **_numbers(one.sum), **self._beside(one), **self._again(one.sum), "tie": one.tie}
        return {**found, **{f"{a} and {b}": found[a] * found[b] for a, b in _TOGETHER}}

    def _beside(self, one: Tied) -> dict[str, float]:
        """How well the best exact sum holds that has the misprinted figure, or shares parts or more with this one; how
        well the best other that does not fit and shares its figures.
        """
        members = {id(member) for member in one.sum.members}
        wrong = _best(self._exact.get(id(one.sum.wrong), ()))
        shared = [other for at in members for other in self._exact.get(at, ()) if _shares(other.sum, members)]
        same = [other for other in shared if other.sum.whole is one.sum.whole]
        inside = [other for other in shared if id(one.sum.whole) in {id(part) for part in other.sum.parts}]
        near = _best(other for at in members for other in self._near.get(at, ()) if other is not one)
        return {
            "wrong_holds": _clipped(wrong),
            "holds": _clipped(_best(shared)),
            "whole_holds": _clipped(_best(same)),
            "whole_is_part": _clipped(_best(inside)),
            "lead": max(min(one.tie - near, 5.0), -5.0),
        }

    def _again(self, one: Sum) -> dict[str, float]:
        """Whether the misprinted figure is printed so again, and what it should be."""
        wrong = one.wrong.claim.quantity.value if one.wrong is not None else Decimal(0)
        right = wrong + _missing(one) * (-1 if one.wrong is one.whole else 1)
        large = wrong >= _SCALE // 10
        return {
            "printed_again": float(large and self._counts.get(wrong, 0) > 1),
            "right_elsewhere": float(large and self._counts.get(right, 0) > 0),
            "right_elsewhere_small": float(not large and self._counts.get(right, 0) > 0),
        }


_TOGETHER = (("small", "tie"), ("surprise", "tie"), ("slip_digit", "small"), ("slip_drop", "small"), ("many", "tie"))
"""Features that say more together: small figures fit by chance, unless the words bind them."""


def values_of(figures: Figures) -> dict[Decimal, int]:
    """How often each number stands in the letter."""
    found: dict[Decimal, int] = {}
    for told in figures.sentences:
        for one in told.counts:
            found[one.claim.quantity.value] = found.get(one.claim.quantity.value, 0) + 1
    return found


def _best(some: Iterator[Tied] | Sequence[Tied]) -> float:
    return max((one.tie for one in some), default=_NONE)


def _clipped(tie: float) -> float:
    return max(min(tie, -_NONE), _NONE)


def _shares(one: Sum, members: set[int]) -> bool:
    return sum(id(member) in members for member in one.members) >= _TWO


def _missing(one: Sum) -> Decimal:
    return one.whole.claim.quantity.value - sum((part.claim.quantity.value for part in one.parts), Decimal(0))


def _slip(one: Sum) -> dict[str, float]:
    """Which slip would make it exact, how far off it is now, and whether the whole would be the wrong figure."""
    off = abs(_missing(one)) / one.whole.claim.quantity.value
    kinds = {f"slip_{kind}": float(one.slip == kind) for kind in WIDE_KINDS}
    return {**kinds, "off": min(float(off), _FAR_OFF), "wrong_whole": float(one.wrong is one.whole)}


def _numbers(one: Sum) -> dict[str, float]:
    whole, *parts = [member.claim.quantity.value for member in one.members]
    size = size_of(one)
    return {
        "surprise": size,
        "small": float(size < _SMALL),
        "over": float(sum(parts) > whole),
        "part_not_less": float(max(parts) >= whole),
        "tiny_part": float(min(parts) < max(whole, *parts) * _TINY),
        "many": float(len(parts) - _TWO),
        "wrong_loose": float(one.wrong is not None and one.wrong.loose),
    }


def size_of(one: Sum) -> float:
    """The decimal logarithm of the largest figure in units of their common divisor: how rare a fit is by chance."""
    values = [int(member.claim.quantity.value * _SCALE) for member in one.members]
    return log10(max(max(values) / max(gcd(*values), 1), 1))
