"""A table's figures by who counts them, and when the texts that print them came out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from sources.lookup.arranging import arranged
from sources.lookup.looked_up import OfProducer, OfPublication, note
from sources.lookup.lookup_shelves import order
from sources.lookup.place_tree import Gazetteer
from sources.lookup.registers import Registers
from sources.model import Observation, ReferenceTable

SeriesKey = tuple[str, str, str | None, str | None]


class ProducerFigures(Registers):
    """The figures of each producer by as-of date and by the day of their publication."""

    def __init__(self, table: ReferenceTable) -> None:
        super().__init__(table)
        self.gazetteer = Gazetteer(table.places)
        self._laid = arranged(table.observations)
        self._countries: dict[str, str | None] = {}
        self._numbers: dict[tuple[str, date, date, int], frozenset[Decimal]] = {}

    @cached_property
    def _of_producer(self) -> Mapping[str, Sequence[Observation]]:
        return self._laid.by_producer()

    def of_producer(self, producer_id: str, first: date, last: date, most: int | None = None) -> list[Observation]:
        """A producer's figures with an as-of date from `first` to `last`, both included; of them the `most` last."""
        note(OfProducer(producer_id, first, last))
        figures, (low, high) = self._of_producer.get(producer_id, []), self._stretch(producer_id, first, last)
        return list(figures[low if most is None else max(low, high - most) : high])

    def numbers_of_producer(self, producer_id: str, first: date, last: date, most: int) -> frozenset[Decimal]:
        """The numbers of a producer's figures from `first` to `last`; none where there are more figures than `most`.

        In so many any number stands, and to read them all takes its time.
        """
        note(OfProducer(producer_id, first, last))
        key = producer_id, first, last, most
        if key not in self._numbers:
            low, high = self._stretch(producer_id, first, last)
            figures = self._of_producer.get(producer_id, [])[low:high] if high - low <= most else ()
            self._numbers[key] = frozenset(each.value for each in figures)
        return self._numbers[key]

    def _stretch(self, producer_id: str, first: date, last: date) -> tuple[int, int]:
        """Where among a producer's figures those of a stretch of time begin and end."""
        figures = self._of_producer.get(producer_id, [])
        low = bisect_left(figures, first, key=lambda each: order(each)[0])
        return low, bisect_right(figures, last, key=lambda each: order(each)[0])

    def printed_on(self, producer_id: str, day: date) -> Sequence[Observation]:
        """The figures that a producer's texts of one day print."""
        note(OfPublication(producer_id, day))
        return self._by_publication.get((producer_id, day), ())

    def series_key(self, row: Observation) -> SeriesKey:
        """What makes rows one series: what is counted, who counts it, where, of which event."""
        return row.measure_id, row.producer_id, self.gazetteer.of(row), row.event_id

    @cached_property
    def _by_publication(self) -> Mapping[tuple[str, date], Sequence[Observation]]:
        return self._laid.by_publication()

    def country_of_producer(self, producer_id: str) -> str | None:
        """The one country of all figures of a producer, `None` where it counts in several."""
        note(OfProducer(producer_id, date.min, date.max))
        if producer_id not in self._countries:
            told = self.producers[producer_id].places if producer_id in self.producers else frozenset()
            places = told or {self.gazetteer.of(each) for each in self._of_producer.get(producer_id, ())}
            outer = {self.gazetteer.chain(place)[-1] for place in places if place is not None}
            self._countries[producer_id] = outer.pop() if len(outer) == 1 else None
        return self._countries[producer_id]
