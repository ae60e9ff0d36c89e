"""Observations arranged by what they are looked up by: by thing counted, by number, by producer, by publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Protocol, runtime_checkable

from sources.lookup.lookup_shelves import Shelf, order
from sources.model import Observation

Key = tuple[str, str | None, str | None]
PlaceOf = Callable[[str | None, str | None], str | None]


@runtime_checkable
class Arranged(Protocol):
    """What an index asks of observations; those of a large table do it by their columns."""

    def by_key(self, place_of: PlaceOf) -> Iterable[tuple[Key, Sequence[Observation]]]:
        """The figures of each measure, event and place."""

    def by_value(self) -> Mapping[str, tuple[Sequence[Decimal | float], Sequence[Observation]]]:
        """For each measure the numbers of its figures, the smallest first, and the figures beside them."""

    def by_producer(self) -> Mapping[str, Sequence[Observation]]:
        """For each producer its figures by as-of date."""

    def by_publication(self) -> Mapping[tuple[str, date], Sequence[Observation]]:
        """The figures that a producer's texts of one day print."""

    def corrections(self) -> Mapping[str, Observation]:
        """The figures that correct another, by their ids."""

    def shelf(self, parts: Sequence[Sequence[Observation]]) -> Shelf:
        """Figures of several keys on one shelf."""

    def later(self, parts: Sequence[Sequence[Observation]], row: Observation, day: date) -> Iterable[Observation]:
        """Of the figures of a key those of the producer and start of a row, of later days up to `day`."""


def arranged(observations: Sequence[Observation]) -> Arranged:
    """Observations that can be arranged: as they are, where they do it themselves."""
    return observations if isinstance(observations, Arranged) else Plain(observations)


class Plain:
    """Observations that are all there."""

    def __init__(self, observations: Sequence[Observation]) -> None:
        self._rows = observations

    def by_key(self, place_of: PlaceOf) -> Iterable[tuple[Key, Sequence[Observation]]]:
        found: dict[Key, list[Observation]] = defaultdict(list)
        for each in self._rows:
            found[each.measure_id, each.event_id, place_of(each.place, each.place_code)].append(each)
        return found.items()

    def by_value(self) -> Mapping[str, tuple[Sequence[Decimal | float], Sequence[Observation]]]:
        ordered: dict[str, list[Observation]] = defaultdict(list)
        for each in self._rows:
            ordered[each.measure_id].append(each)
        for figures in ordered.values():
            figures.sort(key=lambda each: (each.value, *order(each)))
        return {measure: ([each.value for each in figures], figures) for measure, figures in ordered.items()}

    def by_producer(self) -> Mapping[str, Sequence[Observation]]:
        found: dict[str, list[Observation]] = defaultdict(list)
        for each in self._rows:
            found[each.producer_id].append(each)
        for figures in found.values():
            figures.sort(key=order)
        return found

    def by_publication(self) -> Mapping[tuple[str, date], Sequence[Observation]]:
        found: dict[tuple[str, date], list[Observation]] = defaultdict(list)
        for each in self._rows:
            if each.published_on is not None:
                found[each.producer_id, each.published_on].append(each)
        return found

    def shelf(self, parts: Sequence[Sequence[Observation]]) -> Shelf:
        return Shelf(chain.from_iterable(parts))

    def later(self, parts: Sequence[Sequence[Observation]], row: Observation, day: date) -> Iterable[Observation]:
        first = row.period_end or date.max
        return (
            each
            for each in chain.from_iterable(parts)
            if (each.producer_id, each.period_start) == (row.producer_id, row.period_start)
            and first < (each.period_end or date.min) <= day
        )

    def corrections(self) -> Mapping[str, Observation]:
        told = {each.superseded_by for each in self._rows if each.superseded_by}
        return {each.observation_id: each for each in self._rows if each.observation_id in told}
