"""The reference table arranged for looking things up: by measure and event, by number, by id."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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
        told = self._places.get((measure_id, event_id), {})
        found = [
            each for place in self._related(asked_place, told) for each in self._by_key[measure_id, event_id, place]
        ]
        return sorted(found, key=_order)

    def _related(self, asked: str | None, told: Mapping[str | None, None]) -> Iterable[str | None]:
        """Of the places told those that the place asked about lies in or contains, and no place at all."""
        if asked is None:
            return told
        related = (None, *self.gazetteer.chain(asked), *self.gazetteer.inside(asked))
        return (place for place in dict.fromkeys(related) if place in told)

    def usual_start(self, measure_id: str, asked_place: str | None) -> date | None:
        """The day from which most figures of a running count start: what "have been killed" means without a date."""
        found = self.find(measure_id, None, asked_place)
        starts = Counter(each.period_start for each in found if each.period_start and each.grade != "weak")
        return min(starts, key=lambda start: (-starts[start], start)) if starts else None

    @cached_property
    def _by_value(self) -> Mapping[str, tuple[list[Decimal], list[Observation]]]:
        ordered: dict[str, list[Observation]] = defaultdict(list)
        for observation in sorted(self._observations, key=lambda each: (each.value, *_order(each))):
            ordered[observation.measure_id].append(observation)
        return {measure: ([each.value for each in figures], figures) for measure, figures in ordered.items()}

    def of_value(self, measures: Iterable[str], low: Decimal, high: Decimal) -> list[Observation]:
        """Figures of the measures from `low` to `high`, both included; of each the two hundred smallest."""
        found: list[Observation] = []
        for measure in dict.fromkeys(measures):
            values, figures = self._by_value.get(measure, ([], []))
            found += figures[bisect_left(values, low) : bisect_right(values, high)][:_MOST_EQUAL]
        return found

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
