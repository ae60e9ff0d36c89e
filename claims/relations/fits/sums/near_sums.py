"""Sums that figures of a neighbourhood make, or would make but for one slip: the candidates and how they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import ceil, floor

from claims.quick_records import dataclass
from claims.relations.figures import Figure
from claims.relations.fits.slips import WIDE_KINDS, Slip, wide_slips_of
from claims.relations.fits.sums.sum_pool import is_bare

_LONGEST = 14
"""So many figures at most make one run of parts,"""
_GAPPED = 8
"""and so many where one of them is left out."""
_REACH = 2
"""So many sentences may lie between two neighbouring parts,"""
_AWAY, _FAR_AWAY = 7, 14
"""and so many between a whole and the nearest of its parts, where figures in turn are all parts."""
_WHOLES_BEFORE = 4
_WHOLES_BEHIND = 3
_WHOLES_FAR = 12
_LARGE = 20
_NEXT = 2
_LEFT_OUT = 3
"""So many figures of a run may be no parts of it."""
_MANY = 120
"""Of more figures of a kind, a list or a table, only runs without a figure left out are tried."""

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """A whole and a run of parts. `at` is how many figures of the kind the whole stands from the run: -1 just before,
    0 inside it.

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


def candidate_sums(row: Sequence[Figure]) -> Iterator[Sum]:
    """Every run of parts with a whole near it that fits, exactly or but for one slip. `row`: figures of one kind."""
    scaled, wholes = _Scaled(row), _Wholes(row)
    # a sum of money or time says so of its whole or first part; 936 files, 117 of them and a man of 88 are none
    other = any(one.claim.quantity.dimension != "count" and not is_bare(one) for one in row)
    for parts in _runs(row):
        if not scaled.may_add(parts):
            continue
        first, last = parts[0], parts[-1]
        skipped = last + 1 - first - len(parts)
        total = scaled.total(parts)
        members: tuple[Figure, ...] = ()
        for whole, at in wholes.of(parts, skipped):
            slip = scaled.slip(whole, parts, total) if scaled.is_near(whole, total) else None
            if slip is not None:
                kind, wrong = slip
                members = members or tuple(row[part] for part in parts)
                if other and is_bare(row[whole]) and is_bare(members[0]):
                    continue
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
            {int((other - one.value) * self._scale): kind for other, kind in wide_slips_of(one.value).items()}
            for one in quantities
        ]
        self._known = {abs(step) for steps in self._steps for step in steps}

    def _between(self, low: Decimal | None, high: Decimal | None) -> tuple[int, int]:
        return (floor(low * self._scale), ceil(high * self._scale)) if low is not None and high is not None else (0, 0)

    def may_add(self, parts: Places) -> bool:
        """Whether all parts are told exactly."""
        return all(map(self._exact.__getitem__, parts))

    def total(self, parts: Places) -> int:
        return sum(map(self._values.__getitem__, parts))

    def is_near(self, whole: int, total: int) -> bool:
        """Whether a whole told exactly is the total, or off by what some slip of some figure makes."""
        missing = self._values[whole] - total
        low, high = self._bounds[whole]
        return self._exact[whole] and (not missing or abs(missing) in self._known or low < total < high)

    def slip(self, whole: int, parts: Places, total: int) -> tuple[Slip | None, int | None] | None:
        """The likeliest slip that would make a near sum exact and whose it is; `(None, None)` where it is exact."""
        missing = self._values[whole] - total
        low, high = self._bounds[whole]
        if not missing or low < total < high:
            return None, None
        steps = ((self._steps[whole].get(-missing), whole), *((self._steps[one].get(missing), one) for one in parts))
        found = [(WIDE_KINDS.index(kind), wrong) for kind, wrong in steps if kind is not None]
        if not found:
            return None
        kind, wrong = min(found, key=lambda pair: pair[0])
        return WIDE_KINDS[kind], wrong


def _runs(row: Sequence[Figure]) -> Iterator[Places]:
    """Every run of parts: figures in turn, the same without some of them, and two that stand further apart."""
    few = len(row) <= _MANY
    for first in range(len(row)):
        for last in range(first + 1, min(len(row), first + _LONGEST)):
            if row[last].sentence - row[last - 1].sentence > _REACH:
                break
            run = tuple(range(first, last + 1))
            yield run
            if few and len(run) <= _GAPPED:
                yield from _gapped(row, run)
        if few:
            yield from _pairs(row, first)


def _gapped(row: Sequence[Figure], run: Places) -> Iterator[Places]:
    """The run without one of the figures inside it; of large ones without up to three."""
    inner = run[1:-1]
    large = all(row[one].claim.quantity.value >= _LARGE for one in (run[0], run[-1]))
    for many in range(1, min(_LEFT_OUT if large else 1, len(inner)) + 1):
        for out in combinations(inner, many):
            if len(run) - many > _NEXT or many == 1:
                yield tuple(one for one in run if one not in out)


def _pairs(row: Sequence[Figure], first: int) -> Iterator[Places]:
    """Two figures that stand further apart."""
    for last in range(first + 3, min(len(row), first + _GAPPED)):
        if row[last].sentence - row[first].sentence <= _AWAY:
            yield first, last


class _Wholes:
    """The figures of a row that may be the whole of a run, with where they stand from it."""

    def __init__(self, row: Sequence[Figure]) -> None:
        self._row = row
        self._outside: dict[tuple[int, int, bool], list[tuple[int, int]]] = {}

    def of(self, parts: Places, skipped: int) -> list[tuple[int, int]]:
        """Those before and behind the run, and where some of it are no parts, these."""
        first, last = parts[0], parts[-1]
        place = (first, last, skipped > 0)
        outside = self._outside.get(place)
        if outside is None:
            outside = self._outside[place] = list(self._around(*place))
        if not skipped or last + 1 - first > _GAPPED:
            return outside
        inside = [one for one in range(first + 1, last) if one not in parts and not self._row[one].loose]
        return [*outside, *((one, 0) for one in inside)]

    def _around(self, first: int, last: int, gapped: bool) -> Iterator[tuple[int, int]]:
        """Far off only for a run of many without a figure left out."""
        row, away = self._row, _AWAY if gapped else _FAR_AWAY
        back, on = (_WHOLES_BEFORE, _WHOLES_BEHIND) if gapped else (_WHOLES_FAR, _WHOLES_FAR)
        for before in range(max(0, first - back), first):
            if row[first].sentence - row[before].sentence <= away and not row[before].loose:
                yield before, before - first
        for behind in range(last + 1, min(len(row), last + on + 1)):
            if row[behind].sentence - row[last].sentence <= away - _NEXT and not row[behind].loose:
                yield behind, behind - last
