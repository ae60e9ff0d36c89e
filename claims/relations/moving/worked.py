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
from claims.relations.phrasing import ends, holds, starts, without_end, words_of
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
        for result in told.counts:
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
    if taken and len(after) > taken and after[taken].isalpha():
        return singular(after[taken])
    return per_of(told, result) or _loosely(told, result)


def _loosely(told: Told, result: Figure) -> str | None:
    """ "so a teacher stands before 60 learners", "which makes 60 hours a case": what one of the things gets."""
    if not _is_drawn(told, result):
        return None
    after = told.norms[result.stop + (result.noun is not None) :][:2]
    before = told.before(result)[-_REACH - 2 :]
    for words in (after, before):
        at = next((k for k, word in enumerate(words[:-1]) if word in words_of("one_thing")), None)
        if at is not None and (words is before or at == 0) and words[at + 1].isalpha():
            return singular(words[at + 1])
    return None


def _shares(told: Told, result: Figure) -> bool:
    return bool(starts(told.norms[result.stop + (result.noun is not None) :], "shared_out"))


def _is_drawn(told: Told, result: Figure) -> bool:
    """Whether a word of drawing stands before the result, no other figure between, or "in all" behind it."""
    before = without_end(told.before(result), "hedges")
    behind = told.norms[result.stop + (result.noun is not None) :]
    return holds(before[-_REACH:], "draws_strongly") or bool(starts(behind, "sum_words") and ends(before, "comma"))


def _reckoned(figures: Figures, told: Told, result: Figure, per: str | None) -> Iterator[Rate]:
    around = _before(figures, told, result)
    drawn = _is_drawn(told, result)
    if per and not any(_names(one, per) for one in around) and not (_shares(told, result) or per_of(told, result)):
        per = None  # "four each as a rule, 52 in all"
    pairs = [(a, b) for a, b in _pairs(around, result, larger=True) if in_reach(a, b.claim.quantity.value, result)]
    measured = result.claim.quantity.dimension in _MEASURED
    if pairs and ((per and drawn) or _shares(told, result) or (drawn and measured)):
        yield _rate(result, per, pairs)
    for rate, over in _pairs(around, result, larger=False):
        value = over.claim.quantity.value
        each = per_of(figures.told(rate), rate)
        fitting = each == EACH or (each is not None and _names(over, each))
        if drawn and per is None and fitting and in_reach(result, value, rate):
            spread = Spread(total=result.claim, over=over.claim)
            yield Rate(rate=rate.claim, per=per or EACH, readings=(spread,), evidence=LIKELY)
            return


def _rate(result: Figure, per: str | None, pairs: Sequence[tuple[Figure, Figure]]) -> Rate:
    """The quotient with its readings: those of the things it is per first; sure where no other pair is in reach."""
    named = [(a, b) for a, b in pairs if per is not None and _names(b, per)]
    sure = len({b.claim.quantity.value for _, b in named}) == 1 == len({a.claim.quantity.value for a, _ in named})
    ranked = [*named, *(pair for pair in pairs if pair not in named)]
    return Rate(
        rate=result.claim,
        per=per or EACH,
        readings=tuple(Spread(total=a.claim, over=b.claim) for a, b in ranked),
        evidence=SURE if sure else LIKELY,
        bound=1,
    )


def _names(over: Figure, per: str) -> bool:
    return any(singular(word) == per for word in (*over.claim.text.lower().split(), *(over.noun or "").lower().split()))


def _before(figures: Figures, told: Told, result: Figure) -> list[Figure]:
    """The nearest figures before the result, of its paragraph."""
    earlier = [one for one in figures.paragraph(told.paragraph) if one.number < told.number and one.counts][-_BACK:]
    own = [one for one in reversed(told.counts) if one.first < result.first]
    found = (*own, *(one for each in reversed(earlier) for one in reversed(each.counts)))
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
