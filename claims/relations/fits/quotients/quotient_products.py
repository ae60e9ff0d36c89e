"""Rates with what they are of: so much each or a month, times so many, is so much in all; one for every so many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from claims.language.words import vocabulary
from claims.relations.figures import Figure
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_factors import larger_units, products_of_three
from claims.relations.fits.quotients.quotient_fitting import Triple, fit_of
from claims.relations.fits.quotients.quotient_terms import Band, Term, is_rated
from claims.relations.fits.quotients.quotient_triples import comparable, counts_back, neighbours
from claims.relations.fits.quotients.quotient_words import listed
from claims.relations.pairing import nouns_meet

_TIGHT, _LOOSE, _TIMED = 0.006, 0.03, 0.1
_BEHIND = 4
_THOUSAND = 0.001
_LEAST_UNITS = 1.5
_WHOLE = 0.001
_FEW, _DIGITS = 3, 3
_FAR, _TOTALS = 20, 3


def triples_of_rate(scene: Scene, figure: Figure) -> Iterator[Triple]:
    """Every count or length of time and every total in reach that a rate may be of."""
    per = scene.per(figure)
    near = neighbours(scene.figures, figure, is_rated)
    if per is None:
        yield from _plain_products(scene, figure, near)
        return
    told = scene.figures.told(figure)
    thousand = any(word in listed("thousands") for word in told.norms[figure.stop :][:_BEHIND])
    totals = [one for one in near if one.claim.quantity.value != figure.claim.quantity.value]
    rates = {timed: _rate_term(scene.term(figure), timed=timed) for timed in (False, True)}
    for small in [*near, *_counted_far(scene, figure, near, per)]:
        scale = _THOUSAND if thousand else _scale(small, per)
        if small.claim.quantity.value <= 1 and scale == 1:
            continue
        rate, count = rates[scale not in (1, _THOUSAND)], scene.term(small)
        for large in totals:
            larger = larger_units(figure, large)
            if large is not small and (larger != 1 or _may_total(figure, small, large)):
                yield Triple("product", rate, count, scene.term(large), scale * larger)
    for large in totals:
        if comparable(figure, large):
            yield from _over_units(scene, figure, large, per)
    yield from products_of_three(scene, figure, near)


def _counted_far(scene: Scene, figure: Figure, near: list[Figure], per: str) -> Iterator[Figure]:
    """What the rate is per, counted further back: the stations of "three to a station"."""
    seen = {id(one) for one in near}
    for one in islice(counts_back(scene.figures, figure), _FAR * _TOTALS):
        if id(one) not in seen and one.noun is not None and nouns_meet(one.noun, per):
            yield one


def _over_units(scene: Scene, figure: Figure, total: Figure, per: str) -> Iterator[Triple]:
    """ "£3,500 a month, £42,000 a year": a total of so many of the rate's units of time, of which no figure tells."""
    days = vocabulary("elapsed")["days"]
    if per not in days:
        return
    own = scene.per(total)
    period = total.claim.period
    guessed = False
    if own in days:
        units = float(days[own]) / float(days[per])
    elif period is not None and period.start is not None and period.end is not None and period.span is not None:
        units = ((period.end - period.start).days + 1) / float(days[per])
    else:
        guessed, units = True, float(days["year"]) / float(days[per])
    if units >= _LEAST_UNITS:
        one = Term(figure=figure, value=1.0, loose=Band(1.0, 1.0), tight=Band(1.0, 1.0), fixed=True)
        whole = abs(units - round(units)) < _WHOLE  # a year has twelve months, but no whole number of weeks
        rate = _rate_term(scene.term(figure), timed=not whole)
        yield Triple("product", rate, one, scene.term(total), units, guessed=guessed)


def _scale(over: Figure, per: str) -> float:
    """How many of the rate's units of time a length of time holds, for one of its units."""
    quantity, days = over.claim.quantity, vocabulary("elapsed")["days"]
    if quantity.dimension != "duration" or quantity.unit not in days or per not in days:
        return 1
    return float(days[quantity.unit]) / float(days[per])


def _may_total(rate: Figure, over: Figure, total: Figure) -> bool:
    """Whether a total can be of the rate's kind, or (one for every so many) of the kind it is counted in."""
    if total.claim.quantity.value == over.claim.quantity.value:
        return False
    return comparable(rate, total) or comparable(over, total)


def _plain_products(scene: Scene, figure: Figure, near: list[Figure]) -> Iterator[Triple]:
    """Of a figure that no word calls a rate: what is its product to the last digit, or would be but for a slip."""
    if not figure.is_amount or figure.claim.quantity.value < _FEW or figure.claim.quantity.comparator != "=":
        return
    close = [one for one in near if abs(one.sentence - figure.sentence) <= 1]
    rate = scene.term(figure)
    for small in close:
        if small.claim.quantity.value < _FEW or not _is_the_rate(figure, small):
            continue
        count = scene.term(small)
        for large in close:
            if _is_product(figure, small, large) and fit_of(one := Triple("product", rate, count, scene.term(large))):
                yield one
    yield from products_of_three(scene, figure, close)


def _is_the_rate(figure: Figure, over: Figure) -> bool:
    """Which of two factors is tried as the rate: of two of one kind the smaller."""
    counts = figure.claim.quantity.dimension == over.claim.quantity.dimension == "count"
    if counts:
        return figure.claim.quantity.value <= over.claim.quantity.value
    return over.claim.quantity.dimension in ("count", "duration")


def _is_product(rate: Figure, over: Figure, total: Figure) -> bool:
    value = total.claim.quantity.value
    if abs(total.sentence - over.sentence) > 1 or not comparable(rate, total) or total.claim.quantity.comparator != "=":
        return False
    digits = len(value.normalize().as_tuple().digits)
    plain = rate.noun is None or total.noun is None or nouns_meet(rate.noun, total.noun)
    return value > max(rate.claim.quantity.value, over.claim.quantity.value) and digits >= _DIGITS and plain


def _rate_term(term: Term, *, timed: bool) -> Term:
    """A rate is rounded at its last digit, or to a hundredth; over months and years it is looser."""
    value = term.value
    step = 10.0 ** min(0, int(term.figure.claim.quantity.value.as_tuple().exponent)) / 2
    tight, loose = max(step, value * _TIGHT), max(step, value * (_TIMED if timed else _LOOSE))
    return replace(
        term,
        tight=Band(term.tight.low - tight, term.tight.high + tight),
        loose=Band(term.loose.low - loose, term.loose.high + loose),
    )
