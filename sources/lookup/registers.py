"""The measures, producers and events of a reference table: what they are called and how they belong together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from claims.model import Event, Measure, Producer
from sources.model import ReferenceTable

_LEAST_NAME = 20
_WORD = re.compile(r"\w+")


class Registers:
    """What a table says of its measures, producers and events, without a figure."""

    def __init__(self, table: ReferenceTable) -> None:
        self.measures: Mapping[str, Measure] = {measure.measure_id: measure for measure in table.measures}
        self.producers: Mapping[str, Producer] = {producer.producer_id: producer for producer in table.producers}
        self.events: Mapping[str, Event] = {event.event_id: event for event in table.events}
        self._named: tuple[str, list[str]] = "", []

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

    def parts_of(self, measure_id: str) -> list[str]:
        """The measures of which a measure is made, and theirs, by rings; a measure is no part of itself."""
        found: dict[str, None] = {}
        ring = [measure_id]
        while ring:
            outer = frozenset(ring)
            ring = [each for each in self.measures if self.measures[each].parent in outer and each not in found]
            ring = [each for each in ring if each != measure_id]
            found.update(dict.fromkeys(ring))
        return list(found)

    @cached_property
    def events_on(self) -> Mapping[tuple[date | None, date | None], list[str]]:
        """The events of each stretch of days, first and last day."""
        found: dict[tuple[date | None, date | None], list[str]] = defaultdict(list)
        for event_id, event in sorted(self.events.items()):
            if event.start is not None:
                found[event.start, event.end or event.start].append(event_id)
        return found

    def events_named_in(self, text: str) -> list[str]:
        """The events of which a text holds one of the longer names whole; what was found last is kept."""
        if self._named[0] != text:
            self._named = text, self._events_in(text)
        return list(self._named[1])

    def _events_in(self, text: str) -> list[str]:
        told = _WORD.findall(text.casefold())
        padded = f" {' '.join(told)} "
        found = {
            event_id: None for word in dict.fromkeys(told) for form, event_id in self._names.get(word, ())
            if f" {form} " in padded
        }  # fmt: skip
        return sorted(found)

    @cached_property
    def _names(self) -> Mapping[str, list[tuple[str, str]]]:
        """The longer names of events, by their longest word."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for event in self.events.values():
            for name in dict.fromkeys((event.name, *event.surface_forms)):
                parts = _WORD.findall(name.casefold())
                if len(" ".join(parts)) >= _LEAST_NAME:
                    found[max(parts, key=lambda part: (len(part), part))].append((" ".join(parts), event.event_id))
        return found

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
