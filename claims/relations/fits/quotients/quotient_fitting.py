"""Three figures of which one is drawn from two, and how they fit: exactly, or but for one slip."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from claims.quick_records import dataclass
from claims.relations.fits.quotients.quotient_terms import Band, Slipped, Term
from claims.relations.fits.slips import KINDS, Slip

Operation = Literal["part", "less", "more", "times", "product", "differ"]
"""`part`: of the whole; `less`, `more`: what is gone from the larger or added to the smaller; `times`; rate x count;
`differ`: what the larger has more than the smaller."""

Wrong = Slip | Literal["turned", "rest", "base"]
"""A slip of the pen, or of the reckoning: drawn from the wrong end, of what is left, of another whole."""
WRONGS: tuple[Wrong, ...] = (*KINDS, "turned", "rest", "base")

Pair = frozenset[int]

_SLACK = 0.2
"""Around a wanted band slips are looked up this much further, for their own bands."""


@dataclass(frozen=True)
class Triple:
    """`size` is what is drawn from the `small` and the `large`: large = factor(size) x small, or small = … x large.

    `product`: large = size x small x scale; `differ`: large = small + size.
    """

    operation: Operation
    size: Term
    small: Term
    large: Term
    scale: float = 1.0
    third: bool = False
    """Whether the scale is another figure: "21 beds in 3 shifts on 6 days"."""
    guessed: bool = False
    """Whether the letter does not say over how many units: 365 days of a year that it does not name."""

    @property
    def terms(self) -> tuple[Term, Term, Term]:
        return self.size, self.small, self.large

    @property
    def pair(self) -> Pair:
        """The two figures, by where their numbers stand in the letter; units that are no figure stand nowhere."""
        printed = (one for one in (self.small, self.large) if not one.fixed)
        return frozenset(one.figure.claim.quantity.number_span.start for one in printed)


@dataclass(frozen=True, slots=True)
class Fit:
    """How three figures fit: exactly (`slip` None), or with `term` as it was before a slip of that kind."""

    slip: Wrong | None = None
    term: Term | None = None
    value: float = 0.0


def quotient(triple: Triple, small: Band, large: Band) -> Band:
    """What the two amounts give in the manner of the size."""
    low, high = small.low / large.high, small.high / large.low
    match triple.operation:
        case "part":
            return Band(low, high)
        case "less":
            return Band(1 - high, 1 - low)
        case "more":
            return Band(1 / high - 1, 1 / low - 1)
        case "differ":
            return Band(large.low - small.high, large.high - small.low)
    return Band(1 / high / triple.scale, 1 / low / triple.scale)


def _ratio(triple: Triple, size: Band) -> Band:
    """The small as a share of the large, as the size tells it."""
    match triple.operation:
        case "part":
            return size
        case "less":
            return Band(1 - size.high, 1 - size.low)
        case "more":
            return Band(1 / (1 + size.high), 1 / (1 + max(size.low, 0.0)))
    least = max(size.low, 1e-9) * triple.scale
    return Band(1 / (size.high * triple.scale), 1 / least)


def fit_of(triple: Triple) -> Fit | None:
    """How the three fit, if they do or would but for one slip: the most telling slip of all."""
    size, small, large = triple.terms
    wanted, product = quotient(triple, small.tight, large.tight), triple.operation == "product"
    loosely = quotient(triple, small.loose, large.loose).meets(size.loose)
    if loosely and not (product and not wanted.meets(size.tight)):
        return Fit()
    found = [Fit(one.kind, size, one.value) for one in _within(size, wanted)]
    for term, band in _ends_wanted(triple):
        found.extend(Fit(one.kind, term, one.value) for one in _within(term, band))
    if loosely:
        found = [one for one in found if one.slip in _PLAIN and is_precise(triple, one)]
        return min(found, key=lambda one: _RANK[one.slip], default=Fit())
    return min(found, key=lambda one: _RANK[one.slip], default=_misreckoned(triple, wanted))


def is_precise(triple: Triple, fit: Fit) -> bool:
    """Whether a product is one to the last digit, with the slip taken back."""
    if triple.operation != "product":
        return False
    size, small, large = (fit.value if term is fit.term else term.value for term in triple.terms)
    return abs(size * small * triple.scale / large - 1) < _PRECISE


_PRECISE = 0.0005
_PLAIN = ("swap", "one", "teen")
"""Slips that tell something also where the figures come near to fitting."""


def _ends_wanted(triple: Triple) -> Iterator[tuple[Term, Band]]:
    """What the small and the large would have to be for the other two."""
    size, small, large = triple.terms
    if triple.operation == "differ":
        yield small, Band(large.tight.low - size.tight.high, large.tight.high - size.tight.low)
        yield large, Band(small.tight.low + size.tight.low, small.tight.high + size.tight.high)
        return
    ratio = _ratio(triple, size.tight)
    if ratio.low > 0:
        yield small, Band(ratio.low * large.tight.low, ratio.high * large.tight.high)
        yield large, Band(small.tight.low / ratio.high, small.tight.high / ratio.low)


def _misreckoned(triple: Triple, wanted: Band) -> Fit | None:
    """A size drawn from the wrong end of a change, or that of the rest for that of the part."""
    size, middle = triple.size, (wanted.low + wanted.high) / 2
    other: Operation = "less" if triple.operation == "more" else "more"
    if triple.operation in ("less", "more") and quotient(
        _as(triple, other), triple.small.tight, triple.large.tight
    ).meets(size.tight):
        return Fit("turned", size, middle)
    if triple.operation == "part" and Band(1 - wanted.high, 1 - wanted.low).meets(size.tight):
        return Fit("rest", size, middle)
    return None


def _as(triple: Triple, operation: Operation) -> Triple:
    return Triple(operation, triple.size, triple.small, triple.large, triple.scale)


_RANK: dict[Wrong | None, int] = {"swap": 0, "one": 1, "teen": 2, "ten": 3, "digit": 4, "drop": 5, "double": 6}


def _grain(term: Term) -> float:
    """One unit of the last digit of a figure that is no nought, as a part of it."""
    value = term.figure.claim.quantity.value.normalize()
    return 10.0 ** int(value.as_tuple().exponent) / float(value)


def _within(term: Term, wanted: Band) -> Iterator[Slipped]:
    values = term.slips
    at = bisect_left(values, wanted.low * (1 - _SLACK) - 0.01, key=lambda one: one.value)
    while at < len(values) and values[at].value <= wanted.high * (1 + _SLACK) + 0.01:
        if values[at].band.meets(wanted):
            yield values[at]
        at += 1


def surprise(triple: Triple) -> float:
    """How little chance three figures have of fitting: the logarithm of one in so many."""
    size = triple.size
    width = (size.tight.high - size.tight.low) / max(size.value, 1e-9)
    width += sum((one.tight.high - one.tight.low) / one.value for one in (triple.small, triple.large))
    if triple.operation in ("differ", "product"):
        width += _grain(size if triple.operation == "differ" else triple.large)
    return -math.log10(min(1.0, max(width, 1.0e-4)))
