"""Which three figures are tried: a share, multiple or rate with every two amounts in reach, by every operation."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from claims.relations.figures import Figure, Figures
from claims.relations.fits.quotients.quotient_terms import Band, Slipped, Term, divides, is_rated, term_of
from claims.relations.fits.slips import Slip
from claims.relations.moving.reckoned import goes_on
from claims.relations.pairing import nouns_meet

Operation = Literal["part", "less", "more", "times", "product"]
"""`part`: of the whole; `less`, `more`: what is gone from the larger or added to the smaller; `times`; rate x count."""

Pair = frozenset[int]

_BACK, _AHEAD, _MOST = 3, 1, 9
_PARTS, _FAR = 2, 34
_SIMPLE, _HUNDRED = 12, 100
_SLACK = 0.2
"""Around a wanted band slips are looked up this much further, for their own bands."""


@dataclass(frozen=True)
class Triple:
    """`size` is what is drawn from the `small` and the `large`: large = factor(size) x small, or small = … x large.

    `product`: large = size x small x scale.
    """

    operation: Operation
    size: Term
    small: Term
    large: Term
    scale: float = 1.0

    @property
    def terms(self) -> tuple[Term, Term, Term]:
        return self.size, self.small, self.large

    @property
    def pair(self) -> Pair:
        """The two figures, by where their numbers stand in the letter."""
        return frozenset(one.figure.claim.quantity.number_span.start for one in (self.small, self.large))


@dataclass(frozen=True, slots=True)
class Fit:
    """How three figures fit: exactly (`slip` None), or with `slipped` as it was before a slip of that kind."""

    slip: Slip | None = None
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
    if quotient(triple, small.loose, large.loose).meets(size.loose):
        return Fit()
    found: list[Fit] = []
    wanted = quotient(triple, small.tight, large.tight)
    found.extend(Fit(one.kind, size, one.value) for one in _within(size, wanted))
    ratio = _ratio(triple, size.tight)
    if ratio.low > 0:
        found.extend(
            Fit(one.kind, small, one.value)
            for one in _within(small, Band(ratio.low * large.tight.low, ratio.high * large.tight.high))
        )
        found.extend(
            Fit(one.kind, large, one.value)
            for one in _within(large, Band(small.tight.low / ratio.high, small.tight.high / ratio.low))
        )
    return min(found, key=lambda one: _RANK[one.slip], default=None)


_RANK: dict[Slip | None, int] = {"swap": 0, "one": 1, "teen": 2, "ten": 3, "digit": 4, "drop": 5, "double": 6}


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
    return -math.log10(min(1.0, max(width, 1.0e-4)))


def neighbours(figures: Figures, figure: Figure, may: Callable[[Figure], bool]) -> list[Figure]:
    """The nearest figures of some kind in the sentences around a figure, nearest first."""
    first = _sentence_back(figures, figure)
    last = min(len(figures.sentences) - 1, figure.sentence + _AHEAD)
    around = [one for told in figures.sentences[first : last + 1] for one in told.counts]
    found = [one for one in around if not _is(one, figure) and may(one)]
    found.sort(key=lambda one: _apart(figures, one, figure))
    return found[:_MOST]


def _sentence_back(figures: Figures, figure: Figure) -> int:
    """Three sentences that hold figures before its own."""
    seen, at = 0, figure.sentence
    while at > 0 and seen < _BACK:
        at -= 1
        seen += bool(figures.sentences[at].counts)
    return at


def _is(one: Figure, other: Figure) -> bool:
    return (one.sentence, one.first) == (other.sentence, other.first)


def _apart(figures: Figures, one: Figure, other: Figure) -> int:
    ahead = one.sentence > other.sentence
    return abs(figures.place(one) - figures.place(other)) * (3 if ahead else 1)


def comparable(one: Figure, other: Figure) -> bool:
    """Whether one may be a part of, or the same thing at another time as, the other: one dimension, one unit."""
    ours, theirs = one.claim.quantity, other.claim.quantity
    if ours.dimension != theirs.dimension:
        return "count" in (ours.dimension, theirs.dimension) and "percentage" not in (ours.dimension, theirs.dimension)
    return ours.dimension == "count" or ours.unit == theirs.unit


def triples_of_share(figures: Figures, figure: Figure) -> Iterator[Triple]:
    """Every pair of amounts in reach of a percentage or fraction that it may be of."""
    size = term_of(figure)
    terms = [term_of(one) for one in neighbours(figures, figure, divides)]
    for small, large in _pairs(terms):
        yield Triple("part" if size.value < 1 else "times", size, small, large)
        if _may_change(small.figure, large.figure) and _is_of_these(figures, figure, small, large):
            yield Triple("more", size, small, large)
            if size.value < 1:
                yield Triple("less", size, small, large)
    if size.value < 1:
        for small, large in _far_pairs(figures, figure, terms):
            yield Triple("part", size, small, large)


def _pairs(terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    for at, one in enumerate(terms):
        for other in terms[at + 1 :]:
            if one.value != other.value and comparable(one.figure, other.figure):
                yield (one, other) if one.value < other.value else (other, one)


def _may_change(one: Figure, other: Figure) -> bool:
    """Whether one can have become the other: their nouns, where both have one, are of one kind."""
    return one.noun is None or other.noun is None or nouns_meet(one.noun, other.noun)


def _is_of_these(figures: Figures, size: Figure, small: Term, large: Term) -> bool:
    """Whether a change may be that of two figures: not "Profits went from 3 to 4 million. The dividend rose by 9%"."""
    if size.sentence in (small.figure.sentence, large.figure.sentence):
        return True
    return goes_on(figures, figures.told(size), size, (small.figure, large.figure))


def _far_pairs(figures: Figures, figure: Figure, terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """The nearest amounts as parts of what was told further back."""
    near = {(one.figure.sentence, one.figure.first) for one in terms}
    smalls, seen = terms[:_PARTS], {one.value for one in terms}
    back = [one for told in figures.sentences[: figure.sentence] for one in told.counts]
    for far in reversed(back):
        if len(seen) > _FAR or (far.sentence, far.first) in near or not divides(far):
            continue
        large = term_of(far)
        if large.value in seen:
            continue
        seen.add(large.value)
        for small in smalls:
            if small.value < large.value and comparable(small.figure, far):
                yield small, large


def triples_of_multiple(figures: Figures, figure: Figure) -> Iterator[Triple]:
    """Every pair of amounts in reach of which one may be so many times the other, or so small a part of it."""
    size = term_of(figure)
    operation: Operation = "times" if size.value > 1 else "part"
    for small, large in _pairs([term_of(one) for one in neighbours(figures, figure, is_rated)]):
        if _is_of_these(figures, figure, small, large):
            yield Triple(operation, size, small, large)


def is_of_two(figure: Figure) -> bool:
    """Whether a fraction says its own two figures ("31 out of 42"): then it is drawn from no others."""
    if figure.claim.quantity.dimension != "share":
        return False
    fraction = Fraction(figure.claim.quantity.value).limit_denominator(_HUNDRED)
    return fraction.numerator > 1 and fraction.denominator > _SIMPLE and _HUNDRED % fraction.denominator != 0
