"""The country of a letter that names none: that of its events, and of the sources that count in one country only."""

from __future__ import annotations

from collections.abc import Iterable

from claims.measures.producers_named import ProducerNames
from claims.model import Place, Producer
from claims.places.gazetteer import Gazetteer
from claims.times.known_events.event_names import EventNames


def inferred_place(
    events: EventNames, sources: ProducerNames, producers: Iterable[Producer], texts: Iterable[str]
) -> Place | None:
    """The one country that all of them point to, or `None`."""
    counting = {producer.producer_id: producer for producer in producers}
    found: set[Place] = set()
    for text in texts:
        found |= {place for each in sources.named(text) if (place := _only_country(events.places, counting[each]))}
        found |= _of_events(events, text)
    return found.pop() if len(found) == 1 else None


def _only_country(names: Gazetteer, producer: Producer) -> Place | None:
    known = (names.get(place_id) for place_id in producer.places)
    countries = {names.outermost(place) for place in known if place is not None}
    return (
        countries.pop() if len(countries) == 1 and not {each.kind for each in countries} & {"world", "area"} else None
    )


def _of_events(events: EventNames, text: str) -> set[Place]:
    """The countries of events whose name is borne in one country only ("the coup", where the field has but one)."""
    found: set[Place] = set()
    for hit in events.hits(text):
        countries = {events.country(event) for event in hit.candidates}
        if len(countries) == 1:
            found |= {country for country in countries if country is not None}
    return found
