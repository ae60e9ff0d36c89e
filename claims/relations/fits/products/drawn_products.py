"""Results that words draw from two figures told before, and that only a slip keeps from being theirs.

"Each oven serves four women; you have 36, so 114 women are served": the words bind a result to what falls to one thing
and to how many things there are; the product is made to the last digit by another figure than the one that is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.products.product_terms import Product, alike, counts_of, each_of, joined, spans_of, things_of
from claims.relations.fits.quotients.quotient_words import per_unit
from claims.relations.fits.slips import slips_of
from claims.relations.kinds import LEARNED, Rate, Spread
from claims.relations.moving.rate_words import EACH, per_of
from claims.relations.pairing import nouns_meet
from claims.relations.phrasing import ends, holds, starts, without_end

_REACH = 9
_BACK = 3
_FEW_DIGITS, _FEW_TRIED, _UNIT = 2, 4, 4
_DIMENSIONS = ("count", "money", "physical", "duration")


def find_drawn(figures: Figures) -> Iterator[Rate]:
    """The products and quotients that words draw and that one slip of the result has made wrong."""
    for told in figures.sentences:
        for result in told.counts:
            if _is_plain(result) and _is_drawn(told, result) and (product := _slipped(figures, told, result)):
                yield _rate(product)


def _is_plain(one: Figure) -> bool:
    quantity = one.claim.quantity
    known = quantity.comparator == "=" and quantity.value > 1
    return known and quantity.dimension in _DIMENSIONS


def _is_drawn(told: Told, result: Figure) -> bool:
    """Whether words draw the result ("so", "that is", "which makes"), or it is a rate set behind another figure."""
    before = without_end(told.before(result), "hedges")
    drawn = holds(before[-_REACH:], "draws") or holds(before[-_REACH:], "draws_by_hand")
    if drawn or starts(before, "back_pointers"):
        return True
    opened = ends(before, "pair_openers") or ends(before, "apposition")
    return bool(opened) and len(before) - opened <= _UNIT and per_unit(told, result) is not None


def _slipped(figures: Figures, told: Told, result: Figure) -> Product | None:
    """The one product that the result would be of but for a slip; none where another is made as it stands."""
    tried = _nearest(told, list(_products(figures, told, result)), result)
    if any(one.makes(result, result.claim.quantity.value) for one in tried):
        return None
    slips = slips_of(result.claim.quantity.value)
    found = [(one, value) for one in tried for value in slips if one.makes(result, value)]
    values = {value for _, value in found}
    if len(values) != 1 or (_is_short(result) and not _is_alone(tried, found[0][0])):
        return None
    return found[0][0]


def _nearest(told: Told, tried: Sequence[Product], result: Figure) -> list[Product]:
    """The products that are told apart by their numbers; those whose count shares the sentence of the result, if any
    does, and of them those that are told in it altogether.
    """
    apart: dict[tuple[Decimal, Decimal, Decimal], Product] = {}
    for one in tried:  # the nearest come first
        apart.setdefault((one.value.claim.quantity.value, one.total.claim.quantity.value, one.units), one)
    found = list(apart.values())
    for own in (_has_own_count, _is_own):
        found = [one for one in found if own(told, one, result)] or found
    return found


def _has_own_count(told: Told, one: Product, result: Figure) -> bool:
    return one.count is None or (one.count is not result and one.count.sentence == told.number)


def _is_own(told: Told, one: Product, result: Figure) -> bool:
    return one.value.sentence == one.total.sentence == told.number and _has_own_count(told, one, result)


def _is_short(result: Figure) -> bool:
    """Whether so few digits are told that a slip explains any figure: then little else may be in reach."""
    return len(result.claim.quantity.value.normalize().as_tuple().digits) <= _FEW_DIGITS


def _is_alone(tried: Sequence[Product], found: Product) -> bool:
    """Whether hardly another product is in reach; where the words name no thing, none."""
    return len(tried) <= (_FEW_TRIED if found.per != EACH else 1)


def _products(figures: Figures, told: Told, result: Figure) -> Iterator[Product]:
    around = _before(figures, told, result)
    yield from _of_one(figures, told, result, around)
    for value in (one for one in around if one.claim.quantity.value > 1):
        if alike(value, result) and value.claim.quantity.value < result.claim.quantity.value:
            yield from _in_all(figures, told, value, result)
        if _is_price(told, result) and result.noun and result.noun.lower() in things_of(figures.told(value), value):
            totals = (one for one in around if one is not value and alike(value, one))
            yield from (Product(value, one, result, result.claim.quantity.value, result.noun) for one in totals)


def _is_price(told: Told, result: Figure) -> bool:
    """ "That is the price of 3,400 hardbacks": so many of a thing, drawn from what one costs and what was spent."""
    before = told.before(result)
    return bool(starts(before, "back_pointers")) or holds(before[-_REACH:], "draws_strongly")


def _of_one(figures: Figures, told: Told, result: Figure, around: Sequence[Figure]) -> Iterator[Product]:
    """The result as what falls to one: of a total before it, by how many there are."""
    per = per_unit(told, result)
    if per is None:
        return
    for total in around:
        if not alike(result, total) or total.claim.quantity.value <= result.claim.quantity.value:
            continue
        named = each_of(told, result) if per == EACH else per
        counts = [one for one in counts_of(figures, named, result) if one[0] is not total] if named else []
        if per == EACH and not counts and per_of(told, result) == EACH:
            counts = [(one, one.claim.quantity.value) for one in around if _is_other(one, total)]
        yield from (Product(result, total, count, units, per) for count, units in counts if units > 1)
        spans = spans_of(figures, total, per, around)
        yield from (Product(result, total, count, units, per) for count, units in spans)


def _is_other(one: Figure, total: Figure) -> bool:
    """Whether a figure counts other things than a total."""
    if one is total or one.claim.quantity.dimension == "duration":
        return one is not total
    if one.claim.quantity.dimension != "count" or one.noun is None:
        return False
    return total.noun is None or not nouns_meet(one.noun, total.noun)


def _in_all(figures: Figures, told: Told, value: Figure, result: Figure) -> Iterator[Product]:
    """The result as the total of so many of a value before it."""
    for thing in things_of(figures.told(value), value):
        for count, units in counts_of(figures, thing, value):
            if count is not result:
                yield Product(value, result, count, units, thing)
        spans = spans_of(figures, result, thing, ())
        yield from (Product(value, result, span, units, thing) for span, units in spans)
    for one in joined(figures, value, result):
        if one is not result and _is_other(one, value):
            yield Product(value, result, one, one.claim.quantity.value, EACH)


def _before(figures: Figures, told: Told, result: Figure) -> list[Figure]:
    """The figures before the result, of its sentence and the three before it in its paragraph that hold any."""
    earlier = [one for one in figures.paragraph(told.paragraph) if one.number < told.number and one.counts][-_BACK:]
    own = [one for one in told.counts if one.first < result.first]
    return [*own, *(one for each in reversed(earlier) for one in each.counts)]


def _rate(product: Product) -> Rate:
    counted = product.count is not None and product.count.claim.quantity.value == product.units
    spread = Spread(
        total=product.total.claim,
        over=product.count.claim if product.count else None,
        units=None if counted else product.units,
    )
    return Rate(rate=product.value.claim, per=product.per, readings=(spread,), evidence=LEARNED, slipped=True)
