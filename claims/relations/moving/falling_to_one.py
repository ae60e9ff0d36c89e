"""What falls to one of the things counted: "so one van carries 500 people", "seven residents to a worker", "36 each".

Only the figures just before it are asked: one of its own kind and larger, and the number of those it is shared among.
Where that number is of the very things it is per, or the words draw the result from two figures alone, one slip in the
three tells that the letter is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.relations.figures import Figure, Figures, Told
from claims.relations.kinds import LIKELY, SURE, Rate, Spread
from claims.relations.moving.one_of_many import OfOne, of_one
from claims.relations.moving.rates import in_reach
from claims.relations.pairing import nouns_meet, plain_unit
from claims.relations.phrasing import words_of

_BACK = 2
_PLAIN = ("=", "~")
_BOUND = LIKELY + 1


def with_shares_of_one(figures: Figures, rates: Sequence[Rate]) -> tuple[Rate, ...]:
    """The rates, and what falls to one of the things where no sure rate says so already."""
    known = {one.rate.quantity.number_span.start: one for one in rates}
    found = {
        result.claim.quantity.number_span.start: rate
        for told in figures.sentences
        for result in told.counts
        if (rate := _rate(figures, told, result, known.get(result.claim.quantity.number_span.start))) is not None
    }
    return (*(one for one in rates if one.rate.quantity.number_span.start not in found), *found.values())


def _rate(figures: Figures, told: Told, result: Figure, known: Rate | None) -> Rate | None:
    """The rate of a result with every pair it may come from; those that were known count as well."""
    if not _is_plain(result) or (known is not None and known.evidence > LIKELY):
        return None
    one = of_one(told, result)
    pairs = list(_pairs(figures, told, result, one)) if one is not None else []
    if one is None or not pairs:
        return None
    named = [pair for pair in pairs if _is_named(pair[1], one)]
    best = named or (pairs if one.drawn else [])
    evidence = _evidence(best, sure=bool(named) and one.drawn)
    if evidence <= (known.evidence if known is not None else 0):
        return None
    spreads = [Spread(total=total.claim, over=over.claim) for total, over in (*best, *pairs)]
    own = list(dict.fromkeys(spreads))
    return Rate(
        rate=result.claim,
        per=one.thing,
        readings=(*own, *(known.readings if known is not None else ())),
        evidence=evidence,
        bound=1,
    )


def _evidence(best: Sequence[tuple[Figure, Figure]], *, sure: bool) -> int:
    """How surely the pair is meant: no other total and no other number stands in reach."""
    totals = {total.claim.quantity.value for total, _ in best}
    shared = {over.claim.quantity.value for _, over in best}
    if len(totals) != 1 or len(shared) != 1:
        return LIKELY if best else 0
    return SURE if sure else _BOUND


def _is_plain(figure: Figure) -> bool:
    quantity = figure.claim.quantity
    known = quantity.comparator in _PLAIN and quantity.value > 1 and quantity.direction is None
    return known and quantity.dimension in ("count", "money", "physical", "duration")


def _pairs(figures: Figures, told: Told, result: Figure, one: OfOne) -> Iterator[tuple[Figure, Figure]]:
    around = _before(figures, told, result)
    overs = [one.over] if one.over is not None else [it for it in around if _divides(it, result)]
    if one.turned:
        overs = overs[:1]
    for total in around:
        if not _may_total(total, result):
            continue
        for over in overs:
            if over is not total and in_reach(total, over.claim.quantity.value, result):
                yield total, over


def _before(figures: Figures, told: Told, result: Figure) -> list[Figure]:
    """The figures before the result, of its sentence and those just before it, nearest first."""
    near = [it for it in figures.paragraph(told.paragraph) if told.number - _BACK <= it.number <= told.number]
    found = [one for it in reversed(near) for one in reversed(it.counts)]
    return [one for one in found if (one.sentence, one.first) < (result.sentence, result.first) and not one.is_share]


def _may_total(total: Figure, result: Figure) -> bool:
    """Whether a figure can be what was shared out: of the result's kind, and more."""
    ours, theirs = total.claim.quantity, result.claim.quantity
    if ours.value <= theirs.value or ours.comparator not in _PLAIN or ours.direction == "up":
        return False
    if "duration" in (ours.dimension, theirs.dimension):
        return ours.dimension == theirs.dimension and plain_unit(total) == plain_unit(result)
    if ours.dimension == theirs.dimension == "count":
        return total.noun is None or result.noun is None or nouns_meet(_thing(total.noun), _thing(result.noun))
    return ours.dimension == theirs.dimension and plain_unit(total) == plain_unit(result)


def _thing(noun: str) -> str:
    """ "passenger per day" counts passengers."""
    return noun.partition(" per ")[0]


def _divides(over: Figure, result: Figure) -> bool:
    """Whether things are shared among these: a number of other things than the result's own."""
    quantity = over.claim.quantity
    if quantity.dimension != "count" or quantity.value <= 1 or over.is_average or quantity.comparator not in _PLAIN:
        return False
    return result.claim.quantity.dimension != "count" or over.noun is None or over.noun != result.noun


def _is_named(over: Figure, one: OfOne) -> bool:
    """Whether the number is of the very things that the result is per."""
    if over is one.over:
        return True
    noun = (over.noun or "").split()[-1:]
    thing = one.thing
    return bool(noun) and (noun[0] == thing or (thing in words_of("heads") and noun[0] in words_of("people")))
