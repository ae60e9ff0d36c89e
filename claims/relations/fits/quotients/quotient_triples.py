"""Which three figures are tried: a share, a multiple or a difference with every two amounts in reach, by every
operation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from claims.relations.figures import Figure, Figures
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import Operation, Triple
from claims.relations.fits.quotients.quotient_terms import Band, Term, divides, is_points, is_rated
from claims.relations.pairing import nouns_meet, plain_unit
from claims.relations.phrasing import words_of

_BACK, _AHEAD, _MOST = 3, 1, 11
_PARTS, _FAR = 2, 34
_SIMPLE, _HUNDRED = 12, 100
_AROUND, _LEAST = 6, 2


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
        kinds = {ours.dimension, theirs.dimension}
        return "count" in kinds and kinds.isdisjoint(("percentage", "duration"))
    return ours.dimension == "count" or plain_unit(one) == plain_unit(other)


def triples_of_share(scene: Scene, figure: Figure) -> Iterator[Triple]:
    """Every pair of amounts in reach of a percentage or fraction that it may be of."""
    size, figures = scene.term(figure), scene.figures
    terms = [scene.term(one) for one in neighbours(figures, figure, divides)]
    for small, large in pairs_of(terms):
        if small.figure.claim.quantity.dimension != "percentage":
            yield Triple("part" if size.value < 1 else "times", size, small, large)
        if may_change(small.figure, large.figure) and is_of_these(scene, figure, small, large):
            yield Triple("more", size, small, large)
            if size.value < 1:
                yield Triple("less", size, small, large)
    if size.value < 1:
        for small, large in _far_pairs(scene, figure, terms):
            yield Triple("part", size, small, large)


def pairs_of(terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    for at, one in enumerate(terms):
        for other in terms[at + 1 :]:
            if one.value != other.value and comparable(one.figure, other.figure):
                yield (one, other) if one.value < other.value else (other, one)


def may_change(one: Figure, other: Figure) -> bool:
    """Whether one can have become the other: their nouns, where both have one, are of one kind."""
    return one.noun is None or other.noun is None or nouns_meet(one.noun, other.noun)


def is_of_these(scene: Scene, size: Figure, small: Term, large: Term) -> bool:
    """Whether a change may be that of two figures: not "Profits went from 3 to 4 million. The dividend rose by 9%"."""
    return size.sentence in (small.figure.sentence, large.figure.sentence) or not scene.is_of_another(size)


def _far_pairs(scene: Scene, figure: Figure, terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """The nearest amounts as parts of what was told further back."""
    near = {(one.figure.sentence, one.figure.first) for one in terms}
    smalls, seen = terms[:_PARTS], {one.value for one in terms}
    for far in counts_back(scene.figures, figure):
        if len(seen) > _FAR or (far.sentence, far.first) in near or not divides(far):
            continue
        large = scene.term(far)
        if large.value in seen:
            continue
        seen.add(large.value)
        for small in smalls:
            if small.value < large.value and comparable(small.figure, far):
                yield small, large


def counts_back(figures: Figures, figure: Figure) -> Iterator[Figure]:
    """The figures of the sentences before a figure's own, nearest first."""
    for at in range(figure.sentence - 1, -1, -1):
        yield from reversed(figures.sentences[at].counts)


def triples_of_multiple(scene: Scene, figure: Figure) -> Iterator[Triple]:
    """Every pair of amounts in reach of which one may be so many times the other, or so small a part of it."""
    size, figures = scene.term(figure), scene.figures
    operation: Operation = "times" if size.value > 1 else "part"
    for small, large in pairs_of([scene.term(one) for one in neighbours(figures, figure, is_rated)]):
        if is_of_these(scene, figure, small, large):
            yield Triple(operation, size, small, large)


def is_of_two(figure: Figure) -> bool:
    """Whether a fraction says its own two figures ("31 out of 42"): then it is drawn from no others."""
    if figure.claim.quantity.dimension != "share":
        return False
    fraction = Fraction(figure.claim.quantity.value).limit_denominator(_HUNDRED)
    return fraction.numerator > 1 and fraction.denominator > _SIMPLE and _HUNDRED % fraction.denominator != 0


def is_difference(scene: Scene, figure: Figure) -> bool:
    """Whether a figure may be the size of a change in numbers: points, or an amount with a word of change around."""
    quantity = figure.claim.quantity
    if is_points(figure):
        return quantity.value > 0
    plain = quantity.comparator in ("=", "~") and quantity.value >= _LEAST and not figure.is_average
    if quantity.dimension not in ("count", "money", "physical", "duration") or not plain:
        return False
    told, cue = scene.figures.told(figure), scene.cue(figure)
    around = (*told.norms[max(0, figure.first - _AROUND) : figure.first], *told.norms[figure.stop :][:_AROUND])
    return cue.up or cue.down or cue.by or cue.more or any(word in words_of("losses") for word in around)


def triples_of_difference(scene: Scene, figure: Figure) -> Iterator[Triple]:
    """Every pair of amounts in reach of which one may have so much more than the other."""
    points = is_points(figure)
    near = [one for one in neighbours(scene.figures, figure, divides) if points or comparable(one, figure)]
    terms = [_exact(scene.term(one), points=points) for one in near]
    size = _exact(scene.term(figure), points=points)
    for small, large in pairs_of(terms):
        if not may_change(small.figure, large.figure) or (points and large.value > 1):
            continue
        if is_of_these(scene, figure, small, large) and (points or size.value < large.value):
            yield Triple("differ", size, small, large)


def _exact(term: Term, *, points: bool) -> Term:
    """A term that is taken to the last digit; among points a bare number is a percentage."""
    if not points or term.figure.claim.quantity.dimension == "percentage":
        return term
    bands = [Band(one.low / _HUNDRED, one.high / _HUNDRED) for one in (term.loose, term.tight)]
    return replace(term, value=term.value / _HUNDRED, loose=bands[0], tight=bands[1])
