"""Shares, rates and changes: the size is said of the two figures it is tied to, and of no other two beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations

from claims.model import Claim, Interval
from claims.model.intervals import meets
from claims.relations.figures import Figure, Told
from claims.relations.kinds import LEARNED, SURE, Move, Rate, Ratio, Relation, Share
from claims.relations.wordings.figure_subjects import Subject
from expectations.arith import minus, over, widened
from expectations.permits.alarm import Alarm
from expectations.rules.percentage import share_of_one

_TELLING = Decimal("0.005")
_SCALES = (-9, -6, -3, 3, 6, 9)
_NEAR = 2
"""So many sentences around a size other figures may be what it is said of."""


def why_no_size(alarm: Alarm) -> str | None:
    """The reason why a size is likely of other figures; None where the subjects permit the alarm."""
    relation = alarm.relation
    own = own_figures(relation)
    if own is None:
        return None
    size, pair = own
    if _are_of_others(alarm, relation, size, pair):
        return "other_things"
    # what was learned has weighed what else the figures may be of, but in one breath
    learned = relation.evidence >= LEARNED
    near = 0 if isinstance(relation, Rate | Move) or learned else _NEAR
    makes = _makes_step if isinstance(relation, Move) and size.quantity.dimension != "multiple" else _makes
    others: Iterable[tuple[Figure, Figure]] = _others(_sentences(alarm, size, near), size, pair)
    if learned:
        others = (two for two in others if two[0].claim.claim_id not in alarm.holding)
    return "fits_beside" if any(makes(size, two) for two in others) else None


def _are_of_others(alarm: Alarm, relation: Relation, size: Claim, pair: tuple[Claim, ...]) -> bool:
    """Whether the two figures, as they stand, are not what a size is said of."""
    subjects = alarm.of(*pair)
    if any(one.role == "range" for one in subjects) or _are_apart(alarm, relation, subjects):
        return True
    if isinstance(relation, Rate):
        return relation.evidence >= LEARNED and _spread([*subjects, *alarm.of(size)]) > 1
    if not isinstance(relation, Share):
        return False
    each = any(one.role == "per" for one in alarm.of(pair[0]))
    return each or _is_change(size, pair) or _is_of_thousands(size, pair)


def _spread(subjects: list[Subject]) -> int:
    """How many sentences lie from the first figure to the last."""
    told = [one.told.number for one in subjects]
    return max(told, default=0) - min(told, default=0)


def _is_change(size: Claim, pair: tuple[Claim, ...]) -> bool:
    """ "From 48,000 to 26,400, minus 45%": what is below nothing is no share but what is gone."""
    return size.quantity.value < 0 or size.quantity.direction is not None and _is_rest(size, pair)


def _is_of_thousands(size: Claim, pair: tuple[Claim, ...]) -> bool:
    """ "7.0 billion on a product of 280 is 2.5 per cent": the scale of one of them is left to the reader."""
    upper, lower = (one.quantity.interval for one in pair)
    wanted, ratio = _printed(size), over(upper, lower)
    if wanted is None or ratio.low is None or ratio.high is None:
        return False
    powers = [Decimal(10) ** power for power in _SCALES]
    return any(meets(Interval(low=ratio.low * power, high=ratio.high * power), wanted) for power in powers)


def _is_rest(size: Claim, pair: tuple[Claim, ...]) -> bool:
    upper, lower = (one.quantity.interval for one in pair)
    wanted = _printed(size)
    return wanted is not None and meets(over(minus(lower, upper), lower), wanted)


def _makes_step(size: Claim, two: tuple[Figure, Figure]) -> bool:
    """Whether a figure is so much above or below another."""
    last, first = (one.claim.quantity for one in two)
    wanted = _printed(size)
    if wanted is None or last.dimension != first.dimension or last.value == first.value:
        return False
    apart = minus(last.interval, first.interval) if last.value > first.value else minus(first.interval, last.interval)
    return meets(over(apart, first.interval) if size.quantity.dimension in _SHARES else apart, wanted)


def _are_apart(alarm: Alarm, relation: Relation, subjects: list[Subject]) -> bool:
    """ "416 are women. … There had been 160, so it has quadrupled": where words only likely bind a change, both of its
    figures stand in one sentence, and its size beside one of them.
    """
    if not isinstance(relation, Move) or relation.evidence >= SURE:
        return False
    size = alarm.of(relation.by) if relation.by is not None else []
    told = {one.told.number for one in subjects}
    return len(told) > 1 or any(one.told.number not in told for one in size)


def own_figures(relation: object) -> tuple[Claim, tuple[Claim, ...]] | None:
    """The size of a relation and the two figures that it is of; None for relations without a size."""
    if isinstance(relation, Share) and relation.restated is None:
        first: Ratio = relation.readings[0]
        return relation.share, (first.upper, first.lower)
    if isinstance(relation, Rate):
        spread = relation.readings[0]
        return relation.rate, (spread.total, *((spread.over,) if spread.over is not None else ()))
    if isinstance(relation, Move) and relation.by is not None:
        step = relation.readings[0]
        return relation.by, (step.first, step.last)
    return None


def _sentences(alarm: Alarm, size: Claim, near: int) -> list[Told]:
    """The sentence of a size and those so near to it."""
    subject = alarm.subjects.of(size)
    if subject is None:
        return []
    at = subject.told.number
    return list(alarm.subjects.figures.sentences[max(0, at - near) : at + near + 1])


def _others(told: list[Told], size: Claim, pair: tuple[Claim, ...]) -> Iterator[tuple[Figure, Figure]]:
    """Two figures of the sentences, not both of the pair."""
    own = {one.quantity.number_span for one in pair}
    some = [one for each in told for one in each.counts if _may_make(one, size)]
    for one, other in permutations(some, 2):
        if not {one.claim.quantity.number_span, other.claim.quantity.number_span} <= own:
            yield one, other


def _may_make(one: Figure, size: Claim) -> bool:
    quantity = one.claim.quantity
    apart = quantity.number_span != size.quantity.number_span
    return apart and not one.is_share and quantity.value > 1 and quantity.comparator != "range"


def _makes(size: Claim, two: tuple[Figure, Figure]) -> bool:
    """Whether two figures give a size to its printed digits: as a share, an average or a multiple."""
    upper, lower = (one.claim.quantity for one in two)
    wanted = _printed(size)
    if wanted is None or (size.quantity.dimension in _SHARES and upper.dimension != lower.dimension):
        return False
    return meets(over(upper.interval, lower.interval), wanted)


_SHARES = ("percentage", "share")


def _printed(size: Claim) -> Interval | None:
    quantity = size.quantity
    if quantity.dimension in _SHARES:
        return share_of_one(size) if quantity.unit in ("percent", None) else None
    step = Decimal(1).scaleb(min(0, int(quantity.value.as_tuple().exponent))) / 2
    return widened(quantity.interval, max(step, quantity.value * _TELLING))
