"""The reference table arranged for looking things up: by measure, event and place, by number, by correction."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from sources.lookup.arranging import Key
from sources.lookup.looked_up import OfThing, OfValue, note
from sources.lookup.lookup_shelves import LESS, MORE, Asked, Shelf, order
from sources.lookup.producer_figures import ProducerFigures
from sources.lookup.value_row import LARGE, ValueRow
from sources.lookup.vintages import as_known_on
from sources.model import Observation, ReferenceTable

_MOST_EQUAL = 200
_KEPT = 64
_FEW = 8


class Index(ProducerFigures):
    """A reference table by (measure, event, place), by event and by value. Built once a table; it only ever grows.

    Shelves are laid out when they are first asked for.
    """

    def __init__(self, table: ReferenceTable) -> None:
        super().__init__(table)
        self.places = table.places
        self.units = table.units
        self.units_to_base = {each.unit_id: (each.base_unit, each.factor_to_base) for each in table.units}
        self._table = table
        # one claim asks the same of several ways of comparing
        self._found: dict[tuple[object, ...], list[Observation]] = {}
        self._known: dict[date, Index] = {}
        self._observations = table.observations
        self._by_key: dict[Key, list[Sequence[Observation]]] = defaultdict(list)
        self._places: dict[tuple[str, str | None], dict[str | None, None]] = defaultdict(dict)
        self.event_measures: dict[str, dict[str, None]] = defaultdict(dict)
        self._shelves: dict[Key, Shelf] = {}
        self._within: dict[Key, Shelf] = {}
        self._usual: dict[tuple[str, str | None], date | None] = {}
        self._corrections = self._laid.corrections()
        for key, figures in self._laid.by_key(self.gazetteer.of_cells):
            measure, event, place = key
            self._by_key[key].append(figures)
            self._places[measure, event][place] = None
            if event is not None:
                self.event_measures[event][measure] = None
        self._sort_events()

    def known_on(self, day: date) -> Index:
        """The index of the table as it was known on a day, kept for each day."""
        if day not in self._known:
            self._known[day] = Index(as_known_on(self._table, day))
        return self._known[day]

    def _sort_events(self) -> None:
        """Events and places in an order of their own, whatever the order of the rows."""
        ordered = sorted(self.event_measures.items())
        self.event_measures = {event: dict.fromkeys(sorted(measures)) for event, measures in ordered}
        for key, places in self._places.items():
            self._places[key] = dict.fromkeys(sorted(places, key=lambda place: place or ""))

    def correction_of(self, observation: Observation) -> Observation | None:
        """The row that corrects a figure, if one does."""
        return self._corrections.get(observation.superseded_by or "")

    def is_correction(self, observation: Observation) -> bool:
        """Whether a figure corrects another."""
        return observation.observation_id in self._corrections

    def find(
        self, measure_id: str, event_id: str | None, asked_place: str | None, asked: Asked, many: int | None = None
    ) -> list[Observation]:
        """The figures of a measure and event in the place asked about, in what it contains and in what contains it.

        They come by as-of date. Where either side tells no place, all places count. Of a long series only what a claim
        can turn on is taken: see `Shelf.likely`; `many` is how long that is.
        """
        self._note(measure_id, event_id, asked_place)
        key = measure_id, event_id, asked_place, asked, many
        if key not in self._found:
            around = self._around(measure_id, event_id, asked_place)
            shelves = [*around, self.inside(measure_id, event_id, asked_place)]
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[key] = sorted((each for shelf in shelves for each in shelf.likely(asked, many)), key=order)
        return list(self._found[key])

    def _note(self, measure_id: str, event_id: str | None, asked: str | None) -> None:
        chain = tuple(self.gazetteer.chain(asked)) if asked is not None else ()
        note(OfThing(measure_id, event_id, chain))

    def _around(self, measure_id: str, event_id: str | None, asked: str | None) -> Iterator[Shelf]:
        """The shelves of the place asked about, of all that contain it, and of no place."""
        told = self._places.get((measure_id, event_id), {})
        for place in told if asked is None else dict.fromkeys((None, *self.gazetteer.chain(asked))):
            if place in told:
                key = measure_id, event_id, place
                if key not in self._shelves:
                    self._shelves[key] = self._laid.shelf(self._by_key[key])
                yield self._shelves[key]

    def inside(self, measure_id: str, event_id: str | None, asked: str | None) -> Shelf:
        """The figures of all places that lie in the one asked about."""
        self._note(measure_id, event_id, asked)
        key = measure_id, event_id, asked
        if key not in self._within:
            told = self._places.get((measure_id, event_id), {})
            places = self.gazetteer.inside(asked) if asked is not None else []
            parts = [part for place in places if place in told for part in self._by_key[measure_id, event_id, place]]
            self._within[key] = self._laid.shelf(parts)
        return self._within[key]

    def tolls(self, measure_id: str) -> Shelf:
        """Every toll of a measure, whichever the event."""
        note(OfThing(measure_id, None, (), any_event=True))
        key = measure_id, "", None
        if key not in self._within:
            self._within[key] = self._laid.shelf(
                [
                    part
                    for event, measures in self.event_measures.items()
                    if measure_id in measures
                    for place in self._places[measure_id, event]
                    for part in self._by_key[measure_id, event, place]
                ]
            )
        return self._within[key]

    def usual_start(self, measure_id: str, asked_place: str | None) -> date | None:
        """The day from which most figures of a running count start: what "have been killed" means without a date."""
        self._note(measure_id, None, asked_place)
        if (measure_id, asked_place) not in self._usual:
            shelves = [*self._around(measure_id, None, asked_place), self.inside(measure_id, None, asked_place)]
            starts = sum((shelf.start_counts() for shelf in shelves), Counter[date]())
            usual = min(starts, key=lambda start: (-starts[start], start)) if starts else None
            self._usual[measure_id, asked_place] = usual
        return self._usual[measure_id, asked_place]

    @cached_property
    def _by_value(self) -> Mapping[str, tuple[Sequence[Decimal | float], Sequence[Observation]]]:
        return self._laid.by_value()

    @cached_property
    def _value_row(self) -> ValueRow | None:
        values = {measure: values for measure, (values, _) in self._by_value.items()}
        return ValueRow(values) if sum(map(len, values.values())) <= LARGE else None

    def of_value(
        self, measures: Iterable[str], low: Decimal, high: Decimal, most: int = _MOST_EQUAL
    ) -> list[Observation]:
        """Figures of the measures from `low` to `high`, both included; of each the `most` smallest."""
        asked = dict.fromkeys(measures)
        note(OfValue(frozenset(asked), low, high))
        found: list[Observation] = []
        least, greatest = low * LESS, high * MORE
        if len(asked) > _FEW and (row := self._value_row) is not None:
            asked = row.near(asked, least, greatest)
        for measure in asked:
            values, figures = self._by_value.get(measure, ([], []))
            first, last = bisect_left(values, least), bisect_right(values, greatest)
            near = figures[first : min(last, first + 2 * most)]
            found += [each for each in near if low <= each.value <= high][:most]
        return found

    def later_in_series(self, row: Observation, day: date) -> Iterable[Observation]:
        """What the producer of a figure counted of the same thing, from the same day on, later and up to a day."""
        key = row.measure_id, row.event_id, self.gazetteer.of(row)
        self._note(*key)
        return self._laid.later(self._by_key.get(key, []), row, day)


class _Latest:
    """The index made last: letters of one run share a table."""

    made: tuple[ReferenceTable, Index] | None = None


def index_of(table: ReferenceTable) -> Index:
    """The index of a table; made once while the same table is asked for again."""
    made = _Latest.made
    if made is None or made[0] is not table:
        made = (table, Index(table))
        _Latest.made = made
    return made[1]
