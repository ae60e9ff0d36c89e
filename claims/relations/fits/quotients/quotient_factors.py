"""Products with one factor more: a third figure, or a larger unit: "15 kg to each of 6,300 homes, 94.5 tonnes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.language.words import vocabulary
from claims.relations.figures import Figure
from claims.relations.fits.quotients.quotient_cues import Scene
from claims.relations.fits.quotients.quotient_fitting import Triple, fit_of, is_precise
from claims.relations.fits.quotients.quotient_triples import comparable
from claims.relations.pairing import plain_unit

_FEW, _MANY = 2, 60
_LEAST, _DIGITS = 100, 2
_AWAY = 1


def larger_units(rate: Figure, total: Figure) -> float:
    """How many of the total's units one of the rate's is, where it is told in a larger one; else 1."""
    if rate.claim.quantity.dimension != total.claim.quantity.dimension:
        return 1
    return float(vocabulary("fits_quotients")["larger"].get(plain_unit(total), {}).get(plain_unit(rate), 1))


def products_of_three(scene: Scene, rate: Figure, near: Sequence[Figure]) -> Iterator[Triple]:
    """Three factors and a total around a rate that fit to the last digit, or would with two digits exchanged."""
    close = [one for one in near if abs(one.sentence - rate.sentence) <= _AWAY and one.claim.quantity.comparator == "="]
    thirds = [one for one in close if _may_scale(one)]
    totals = [one for one in close if one.claim.quantity.value >= _LEAST and _digits(one) >= _DIGITS]
    for third in thirds if rate.claim.quantity.comparator == "=" else ():
        for over in close:
            if third is over or third.claim.quantity.value >= over.claim.quantity.value or not _counts(over):
                continue
            for total in totals:
                one = _of_three(scene, rate, over, third, total)
                if one is not None and total is not over and total is not third:
                    yield one


def _of_three(scene: Scene, rate: Figure, over: Figure, third: Figure, total: Figure) -> Triple | None:
    sizes = [float(one.claim.quantity.value) for one in (rate, over, third, total)]
    if sizes[3] <= max(sizes[:3]) or min(sizes[:2]) < _FEW or not comparable(rate, total):
        return None
    if scene.per(rate) is None and sizes[0] < sizes[2]:
        return None
    one = Triple("product", scene.term(rate), scene.term(over), scene.term(total), sizes[2], third=True)
    fit = fit_of(one)
    return one if fit is not None and fit.slip in (None, "swap") and is_precise(one, fit) else None


def _may_scale(one: Figure) -> bool:
    quantity = one.claim.quantity
    whole = quantity.value == quantity.value.to_integral_value()
    return quantity.dimension in ("count", "duration") and whole and _FEW <= quantity.value <= _MANY


def _counts(one: Figure) -> bool:
    return one.claim.quantity.dimension in ("count", "duration")


def _digits(one: Figure) -> int:
    return len(one.claim.quantity.value.normalize().as_tuple().digits)
