"""Figures reckoned from two told just before: "105 files cost us 6,300 hours, which makes 60 hours a case".

Words that draw a result ("so", "which makes", "in all", or "to a village" behind it) say that a figure is one; those it
comes from are searched among the nearest before it: one in its own unit, the other what that is shared among.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Rate, Spread
from claims.relations.moving.rate_words import EACH, per_of
from claims.relations.moving.rates import in_reach
from claims.relations.pairing import kin, plain_unit
from claims.relations.phrasing import ends, holds, starts, without_end
from claims.text.plurals import singular

_BACK = 2
_REACH = 7
_NEAR = 4
_MEASURED = ("physical", "money", "duration")
_COUNTED = ("count", "duration", "physical")


def find_worked(figures: Figures, told_rates: Sequence[Rate]) -> Iterator[Rate]:
    """Results of a product or a quotient, each with the pairs of figures it may be reckoned from."""
    taken = {one.rate.quantity.number_span.start for one in told_rates if one.evidence >= SURE}
    for told in figures.sentences:
        for result in told.figures:
            if result.claim.quantity.number_span.start in taken or not _is_plain(result):
                continue
            per = _shared_out(told, result)
            if per or _is_drawn(told, result):
                yield from _reckoned(figures, told, result, per)


def _is_plain(figure: Figure) -> bool:
    quantity = figure.claim.quantity
    known = quantity.comparator in ("=", "~") and quantity.value > 1 and quantity.direction is None
    return known and quantity.dimension in ("count", "money", "physical", "duration")


def _shared_out(told: Told, result: Figure) -> str | None:
    """What a result is so much per: "130 to a village", "five persons under each roof"."""
    after = told.norms[result.stop + (result.noun is not None) :]
    taken = starts(after, "shared_out")
    named = singular(after[taken]) if taken and len(after) > taken and after[taken].isalpha() else None
    return named or per_of(told, result)


def _shares(told: Told, result: Figure) -> bool:
    return bool(starts(told.norms[result.stop + (result.noun is not None) :], "shared_out"))


def _is_drawn(told: Told, result: Figure) -> bool:
    """Whether a word of drawing stands before the result, no other figure between, or "in all" behind it."""
    before = without_end(told.before(result), "hedges")
    behind = told.norms[result.stop + (result.noun is not None) :]
    return holds(before[-_REACH:], "draws_strongly") or bool(starts(behind, "sum_words") and ends(before, "comma"))


def _reckoned(figures: Figures, told: Told, result: Figure, per: str | None) -> Iterator[Rate]:
    around = _before(figures, told, result)
    own = [one for one in around if one.sentence == told.number]
    drawn = _is_drawn(told, result)
    pairs = [(a, b) for a, b in _pairs(around, result, larger=True) if in_reach(a, b.claim.quantity.value, result)]
    quotients = [Spread(total=a.claim, over=b.claim) for a, b in pairs]
    measured = result.claim.quantity.dimension in _MEASURED
    if quotients and ((per and drawn) or _shares(told, result) or (drawn and measured)):
        yield _rate(told, result, per, quotients, len(own) == 2)
    for rate, over in _pairs(around, result, larger=False):
        value = over.claim.quantity.value
        if drawn and per is None and per_of(figures.told(rate), rate) and in_reach(result, value, rate):
            spread = Spread(total=result.claim, over=over.claim)
            yield Rate(rate=rate.claim, per=per or EACH, readings=(spread,), evidence=LIKELY)
            return


def _rate(told: Told, result: Figure, per: str | None, spreads: list[Spread], alone: bool) -> Rate:
    over = spreads[0].over
    named = over is not None and per is not None and _names(over.quantity.unit, per)
    sure = alone and named
    return Rate(
        rate=result.claim,
        per=per or EACH,
        readings=tuple(spreads),
        evidence=SURE if sure else LIKELY,
        bound=1,
    )


def _names(unit: str | None, per: str) -> bool:
    return unit is not None and singular(unit.split()[-1].lower()) == per


def _before(figures: Figures, told: Told, result: Figure) -> list[Figure]:
    """The nearest figures before the result, of its paragraph."""
    earlier = [one for one in figures.paragraph(told.paragraph) if one.number < told.number][-_BACK:]
    own = [one for one in reversed(told.figures) if one.first < result.first]
    found = (*own, *(one for each in reversed(earlier) for one in reversed(each.figures)))
    return [one for one in found if _is_plain(one)][:_NEAR]


def _pairs(around: list[Figure], result: Figure, *, larger: bool) -> list[tuple[Figure, Figure]]:
    """A figure in the unit of the result, larger or smaller than it, and one of another kind, nearest first."""
    return [
        (one, other)
        for one in around
        if _own_unit(one, result) and (one.claim.quantity.value > result.claim.quantity.value) == larger
        for other in around
        if other is not one and other.claim.quantity.dimension in _COUNTED and not _same_kind(other, result)
    ]


def _own_unit(one: Figure, result: Figure) -> bool:
    ours, theirs = one.claim.quantity, result.claim.quantity
    if ours.dimension == theirs.dimension == "duration":
        return plain_unit(one) == plain_unit(result)
    return ours.dimension != "duration" and theirs.dimension != "duration" and kin(one, result)


def _same_kind(other: Figure, result: Figure) -> bool:
    """Whether the divisor counts the result's own things: nothing is shared out among itself."""
    ours, theirs = other.claim.quantity, result.claim.quantity
    if ours.dimension != theirs.dimension:
        return False
    return ours.dimension != "count" or (other.noun is not None and other.noun == result.noun)
