"""Figures of one measure in one place, laid out so that those a claim can turn on are found without reading all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import islice

from claims.quick_records import dataclass
from sources.model import Observation

MANY = 150
# how many are taken: next to a day on either side, of the tightest bounds, from each start, and of how many starts; and
# how many of the largest are looked through
_NEAR, _BEST, _NEXT, _STARTS, _TRIED = 16, 12, 4, 40, 1000
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
# numbers of a large table are kept as floats: a little more is looked at, and compared exactly
LESS, MORE = Decimal("0.999999999"), Decimal("1.000000001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a claim looks for: figures near its day, in or around its window, or with a number from `low` to `high`."""

    start: date | None
    day: date | None
    low: Decimal
    high: Decimal


def order(observation: Observation) -> tuple[date, str]:
    """By as-of date, then by id."""
    return observation.period_end or date.min, observation.observation_id


class Shelf:
    """Figures by as-of date. A short shelf is read whole; of a long one only what can bear on a claim is taken down."""

    def __init__(self, figures: Iterable[Observation]) -> None:
        self._figures: Sequence[Observation] = sorted(figures, key=order)

    def start_counts(self) -> Counter[date]:
        """How many figures count from each day; weak ones are left out."""
        return Counter(each.period_start for each in self._figures if each.period_start and each.grade != "weak")

    def likely(self, asked: Asked, many: int | None = None) -> list[Observation]:
        """All figures of a short shelf; of a long one the nearest, the tightest bounds and those of the same number."""
        if len(self._figures) <= (MANY if many is None else many):
            return list(self._figures)
        parts = (self._nearest(asked), self._of_start(asked), self._bounds(asked), self._of_value(asked))
        return sorted({each.observation_id: each for part in parts for each in part}.values(), key=order)

    @cached_property
    def _days(self) -> Sequence[int]:
        return [each.period_end.toordinal() if each.period_end else _FIRST for each in self._figures]

    @cached_property
    def _starts(self) -> Mapping[date | None, Sequence[Observation]]:
        found: dict[date | None, list[Observation]] = defaultdict(list)
        for each in self._figures:
            found[each.period_start].append(each)
        return found

    @cached_property
    def _told_starts(self) -> list[date]:
        return sorted(start for start in self._starts if start is not None)

    @cached_property
    def _by_value(self) -> tuple[Sequence[Decimal | float], Sequence[Observation]]:
        ordered = sorted(self._figures, key=lambda each: each.value)
        return [each.value for each in ordered], ordered

    def _nearest(self, asked: Asked) -> Sequence[Observation]:
        return _around(self._figures, self._days, asked.day)

    def _of_start(self, asked: Asked) -> Iterator[Observation]:
        """Those counted from the claim's start, or from a day of its month, that stand next to its day."""
        if asked.start is None:
            return
        for start, figures in self._starts.items():
            if start is not None and (start.year, start.month) == (asked.start.year, asked.start.month):
                days = [each.period_end.toordinal() if each.period_end else _FIRST for each in _cut(figures, asked.day)]
                yield from _around(_cut(figures, asked.day), days, asked.day)

    def _bounds(self, asked: Asked) -> Iterator[Observation]:
        """The largest figures of windows inside the claim's, and the first of each start whose window is around it."""
        if asked.start is None or asked.day is None:
            return
        figures = self._by_value[1]
        inside = (each for each in islice(reversed(figures), _TRIED) if _inside(each, asked.start, asked.day))
        yield from islice(inside, _BEST)
        earlier = bisect_right(self._told_starts, asked.start)
        for start in self._told_starts[max(0, earlier - _STARTS) : earlier]:
            of_start = self._starts[start]
            after = bisect_left(of_start, (asked.day, ""), key=order)
            yield from of_start[after : after + _NEXT]

    def _of_value(self, asked: Asked) -> list[Observation]:
        values, figures = self._by_value
        near = figures[bisect_left(values, asked.low * LESS) : bisect_right(values, asked.high * MORE)]
        found = [each for each in near if asked.low <= each.value <= asked.high]
        if len(found) <= _NEAR:
            return found
        day = (asked.day or date.min).toordinal()
        return sorted(found, key=lambda each: (abs(order(each)[0].toordinal() - day), each.observation_id))[:_NEAR]


def _cut(figures: Sequence[Observation], day: date | None) -> Sequence[Observation]:
    """The stretch of a long list that stands next to a day."""
    if len(figures) <= 4 * _NEAR:
        return figures
    at = bisect_left(figures, (day or date.max, ""), key=order)
    return figures[max(0, at - 2 * _NEAR) : at + 2 * _NEAR]


def _around(figures: Sequence[Observation], days: Sequence[int], day: date | None) -> Sequence[Observation]:
    at = bisect_left(days, day.toordinal() if day else _LAST)
    return figures[max(0, at - _NEAR) : at + _NEAR]


def _inside(each: Observation, start: date, day: date) -> bool:
    ends = each.period_end
    return each.period_start is not None and ends is not None and start <= each.period_start and ends <= day
