"""Changes told as a number of the same things, or in points: "from 40 to 28, a loss of 12", "down six points"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.relations.figures import Figure
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import Triple
from claims.relations.fits.quotients.quotient_terms import Band, Term, divides, is_points
from claims.relations.fits.quotients.quotient_triples import comparable, is_of_these, may_change, neighbours, pairs_of
from claims.relations.phrasing import words_of

_HUNDRED = 100
_AROUND = 6
_LEAST = 2


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
