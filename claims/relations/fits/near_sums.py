"""Sums that figures of a neighbourhood make, or would make but for one slip: the candidates and how they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from claims.relations.figures import Figure, Figures, Told
from claims.relations.fits.slips import KINDS, Slip, slips_of

_LONGEST = 9
"""So many figures at most, with those left out, make one run of parts."""
_REACH = 2
"""So many sentences may lie between two neighbouring parts,"""
_AWAY = 4
"""and so many between a whole and the nearest of its parts."""
_WHOLES_BEFORE = 3
_WHOLES_BEHIND = 2
_SKIPPED = 1
_NO = Decimal(0)
_ROW = 3
"""A line with this many figures and hardly more words is a row of a table; tables are added by their columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """A whole and a run of parts. `at` is how many figures of the kind the whole stands from the run: -1 just before.

    `skipped` figures inside the run are no parts. `slip` is None where the sum is exact, `wrong` the figure misprinted.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    at: int
    skipped: int
    slip: Slip | None
    wrong: Figure | None

    @property
    def members(self) -> tuple[Figure, ...]:
        return (self.whole, *self.parts)


def summable(figures: Figures) -> dict[str, list[Figure]]:
    """The amounts that may be parts or wholes, in order, by what can be added: counts, one currency, one unit."""
    amounts = [one for told in figures.sentences if not _is_row(told) for one in told.counts if _may_add(one)]
    kinds = dict.fromkeys(_kind(one) for one in amounts)
    return {kind: [one for one in amounts if _kind(one) == kind or _is_bare(one)] for kind in kinds}


def _may_add(one: Figure) -> bool:
    quantity = one.claim.quantity
    amount = one.is_amount or quantity.dimension == "duration"
    return amount and not one.is_average and not one.is_one and quantity.value > 0


def _is_bare(one: Figure) -> bool:
    """ "£740,000 in staff and 310,000 in premises": a number that names neither thing nor unit may be of any kind."""
    return one.claim.quantity.dimension == "count" and one.noun is None


def _kind(figure: Figure) -> str:
    quantity = figure.claim.quantity
    return quantity.dimension if quantity.dimension == "count" else f"{quantity.dimension} {quantity.unit}"


def _is_row(told: Told) -> bool:
    words = sum(word[0].isalpha() for word in told.norms if word)
    return len(told.counts) >= _ROW and words <= len(told.counts) + 1


def candidate_sums(row: Sequence[Figure]) -> Iterator[Sum]:
    """Every run of parts with a whole near it that fits, exactly or but for one slip. `row`: figures of one kind."""
    scaled = _Scaled(row)
    for first in range(len(row)):
        for last in range(first + 1, min(len(row), first + _LONGEST)):
            if row[last].sentence - row[last - 1].sentence > _REACH:
                break
            wholes = [(whole, whole - (first if whole < first else last)) for whole in _wholes(row, first, last)]
            for parts in _runs(range(first, last + 1)):
                skipped = last + 1 - first - len(parts)
                for whole, at in wholes:
                    slip = scaled.slip(whole, parts)
                    if slip is not None:
                        kind, wrong = slip
                        members = tuple(row[part] for part in parts)
                        yield Sum(row[whole], members, at, skipped, kind, None if wrong is None else row[wrong])


class _Scaled:
    """A row of figures as whole numbers of one unit, with how far each slip would move each of them."""

    def __init__(self, row: Sequence[Figure]) -> None:
        quantities = [one.claim.quantity for one in row]
        places = (-int(one.value.normalize().as_tuple().exponent) for one in quantities)
        self._scale = Decimal(10) ** (max((0, *places)) + 1)
        self._exact = [one.comparator == "=" for one in quantities]
        self._values = [int(one.value * self._scale) for one in quantities]
        self._bounds = [self._between(one.interval.low, one.interval.high) for one in quantities]
        self._steps = [
            {int((other - one.value) * self._scale): kind for other, kind in slips_of(one.value).items()}
            for one in quantities
        ]
        self._known = {abs(step) for steps in self._steps for step in steps}

    def _between(self, low: Decimal | None, high: Decimal | None) -> tuple[Decimal, Decimal]:
        return (low * self._scale, high * self._scale) if low is not None and high is not None else (_NO, _NO)

    def slip(self, whole: int, parts: tuple[int, ...]) -> tuple[Slip | None, int | None] | None:
        """The likeliest slip that would make the sum exact and whose it is; `(None, None)` where it is exact."""
        total = sum(map(self._values.__getitem__, parts))
        missing = self._values[whole] - total
        low, high = self._bounds[whole]
        exact = not missing or low < total < high
        if not (exact or abs(missing) in self._known) or not all(self._exact[one] for one in (whole, *parts)):
            return None
        if exact:
            return None, None
        steps = ((self._steps[whole].get(-missing), whole), *((self._steps[one].get(missing), one) for one in parts))
        found = [(KINDS.index(kind), wrong) for kind, wrong in steps if kind is not None]
        if not found:
            return None
        kind, wrong = min(found, key=lambda pair: pair[0])
        return KINDS[kind], wrong


def _runs(run: range) -> Iterator[tuple[int, ...]]:
    """The run whole, and without one of the figures inside it."""
    inner = run[1:-1]
    yield tuple(run)
    for many in range(1, min(_SKIPPED, len(inner)) + 1):
        for out in combinations(inner, many):
            yield tuple(one for one in run if one not in out)


def _wholes(row: Sequence[Figure], first: int, last: int) -> Iterator[int]:
    for before in range(max(0, first - _WHOLES_BEFORE), first):
        if row[first].sentence - row[before].sentence <= _AWAY:
            yield before
    for behind in range(last + 1, min(len(row), last + _WHOLES_BEHIND + 1)):
        if row[behind].sentence - row[last].sentence <= _AWAY:
            yield behind


def words_from(figures: Figures, one: Figure, other: Figure) -> tuple[str, ...]:
    """The words between two figures, across sentences."""
    if one.sentence == other.sentence:
        return figures.told(one).norms[one.stop : other.first]
    inner = (word for at in range(one.sentence + 1, other.sentence) for word in figures.sentences[at].norms)
    return (*figures.told(one).norms[one.stop :], *inner, *figures.told(other).norms[: other.first])


def gaps_of(figures: Figures, parts: Sequence[Figure]) -> list[tuple[str, ...]]:
    """The words between each part and the next."""
    return [words_from(figures, one, other) for one, other in pairwise(parts)]
