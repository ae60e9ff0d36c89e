"""The reference table arranged for looking things up: by measure and event, by number, by id."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from claims.model import Event, Measure, Producer
from sources.gazetteer import Gazetteer
from sources.model import Observation, ReferenceTable

Key = tuple[str, str | None, str | None]
_MOST_EQUAL = 200


class Index:
    """A reference table by (measure, event, place), by event and by value. Built once a table; read-only."""

    def __init__(self, table: ReferenceTable) -> None:
        self.measures: Mapping[str, Measure] = {measure.measure_id: measure for measure in table.measures}
        self.producers: Mapping[str, Producer] = {producer.producer_id: producer for producer in table.producers}
        self.events: Mapping[str, Event] = {event.event_id: event for event in table.events}
        self.by_id: Mapping[str, Observation] = {each.observation_id: each for each in table.observations}
        self.gazetteer = Gazetteer(table.places)
        self._by_key: dict[Key, list[Observation]] = defaultdict(list)
        self._places: dict[tuple[str, str | None], dict[str | None, None]] = defaultdict(dict)
        self.event_measures: dict[str, dict[str, None]] = defaultdict(dict)
        for observation in sorted(table.observations, key=_order):
            self._add(observation)
        self._observations = table.observations

    def _add(self, observation: Observation) -> None:
        place = self.gazetteer.of(observation)
        measure, event = observation.measure_id, observation.event_id
        self._by_key[measure, event, place].append(observation)
        self._places[measure, event][place] = None
        if event is not None:
            self.event_measures[event][measure] = None

    def find(self, measure_id: str, event_id: str | None, asked_place: str | None) -> list[Observation]:
        """The figures of a measure and event in the place asked about, in what it contains and in what contains it.

        They come by as-of date. Where either side tells no place, all places count.
        """
        found: list[Observation] = []
        for place in self._places.get((measure_id, event_id), ()):
            if self.gazetteer.relation(place, asked_place) != "apart":
                found += self._by_key[measure_id, event_id, place]
        return sorted(found, key=_order)

    def everywhere(self, measure_id: str) -> list[Observation]:
        """All figures of a measure, tolls of events too."""
        return [
            observation
            for measure, event in self._places
            if measure == measure_id
            for place in self._places[measure, event]
            for observation in self._by_key[measure, event, place]
        ]

    def usual_start(self, measure_id: str, asked_place: str | None) -> date | None:
        """The day from which most figures of a running count start: what "have been killed" means without a date."""
        found = self.find(measure_id, None, asked_place)
        starts = Counter(each.period_start for each in found if each.period_start and each.grade != "weak")
        return min(starts, key=lambda start: (-starts[start], start)) if starts else None

    @cached_property
    def _by_value(self) -> tuple[list[Decimal], list[Observation]]:
        ordered = sorted(self._observations, key=lambda each: (each.value, *_order(each)))
        return [each.value for each in ordered], ordered

    def of_value(self, low: Decimal, high: Decimal) -> list[Observation]:
        """Figures from `low` to `high`, both included, smallest first; the first two hundred."""
        values, ordered = self._by_value
        return ordered[bisect_left(values, low) : bisect_right(values, high)][:_MOST_EQUAL]

    def short_name(self, producer_id: str) -> str:
        """What an editor calls a producer: its first alias, else its name."""
        producer = self.producers.get(producer_id)
        if producer is None:
            return producer_id
        return producer.aliases[0] if producer.aliases else producer.name

    def producer_named(self, text: str | None) -> str | None:
        """The producer told by its id, name or an alias."""
        return self._producer_names.get(text.casefold()) if text else None

    @cached_property
    def _producer_names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for producer in self.producers.values():
            for name in (producer.producer_id, producer.name, *producer.aliases):
                names.setdefault(name.casefold(), producer.producer_id)
        return names

    @cached_property
    def relatives(self) -> Mapping[str, tuple[str, ...]]:
        """For each measure those it is confused with, either way round, its parent and its parts."""
        related: dict[str, dict[str, None]] = defaultdict(dict)
        for measure in self.measures.values():
            others = (*measure.confused_with, *((measure.parent,) if measure.parent else ()))
            for other in others:
                related[measure.measure_id][other] = None
                related[other][measure.measure_id] = None
        return {measure_id: tuple(others) for measure_id, others in related.items()}


def _order(observation: Observation) -> tuple[date, str]:
    return observation.period_end or date.min, observation.observation_id


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
