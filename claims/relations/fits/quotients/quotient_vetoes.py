"""What speaks against a slip in a size whatever its weight: a time of its own, figures right beside it that make it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claims.relations.figures import Figure, Figures
from claims.relations.fits.quotients.quotient_terms import term_of
from claims.relations.fits.quotients.quotient_weighing import Contest
from claims.relations.pairing import plain_unit

_BEHIND = 8
"""So few characters stand between "54%" and the "2018" of "54% in 2018"."""
_NEIGHBOURS = 6
_EXACT = 0.002


def is_of_another_time(size: Figure, contest: Contest) -> bool:
    """ "75%, whereas it was 54% in 2018": a size that names its time is of figures of that time."""
    own = _time_behind(size)
    if own is None or not contest.ranked:
        return False
    best = contest.ranked[0].triple
    return all(_time_behind(term.figure) != own for term in best.terms if term.figure is not size)


def _time_behind(figure: Figure) -> tuple[object, object] | None:
    claim = figure.claim
    period = claim.period
    if period is None or period.span is None or not 0 <= period.span.start - claim.span.end <= _BEHIND:
        return None
    return period.start, period.end


def is_said_nearby(figures: Figures, size: Figure) -> bool:
    """Whether two neighbours in one unit, averages too, make it: "it was 7.50 a metre, now 12.00, or plus 60%"."""
    near = _neighbours(figures, size)
    value, percent = term_of(size).value, size.is_share
    return any(_makes(one, other, value, percent=percent) for one, other in combinations(near, 2))


def _neighbours(figures: Figures, size: Figure) -> Sequence[Figure]:
    """The figures of the size's sentence and of the one before it, the nearest before the size."""
    before = [one for one in _in_order(figures, size) if (one.sentence, one.first) < (size.sentence, size.first)]
    return before[-_NEIGHBOURS:]


def _in_order(figures: Figures, size: Figure) -> Iterator[Figure]:
    for told in figures.sentences[max(0, size.sentence - 1) : size.sentence + 1]:
        yield from (one for one in told.counts if one is not size and not one.is_share)


def _makes(one: Figure, other: Figure, value: float, *, percent: bool) -> bool:
    ours, theirs = float(one.claim.quantity.value), float(other.claim.quantity.value)
    counts = one.claim.quantity.dimension == other.claim.quantity.dimension == "count"
    if not ours or not theirs or (percent and not counts and plain_unit(one) != plain_unit(other)):
        return False
    small, large = sorted((ours, theirs))
    made = (large / small - 1, large / small) if percent else (large / small,)
    return any(abs(real - value) <= value * _EXACT for real in made)
