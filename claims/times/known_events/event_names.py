"""The events of a field by their names, and the places they lie in."""

from __future__ import annotations

from claims.language.words import of_tables, vocabulary
from claims.model import Event, Field, Place, Span
from claims.places.gazetteer import Gazetteer, gazetteer
from claims.quick_records import dataclass
from claims.text.phrases import PhraseIndex, norms, split_words
from claims.times.grammar.datespans import find_date_spans, opens_as_date


@dataclass(frozen=True, slots=True)
class EventHit:
    """A listed name of events found in a text, with all the events that bear it."""

    span: Span
    text: str
    candidates: tuple[Event, ...]


class EventNames:
    """The events of a field by their names, and the places they lie in."""

    def __init__(self, field: Field) -> None:
        self.places: Gazetteer = gazetteer(field.places)
        self.events = field.events
        forms = ((form, event) for event in field.events for form in event.surface_forms if not _only_date(form))
        self._index: PhraseIndex[Event] = PhraseIndex(forms)
        self._place_of = {event.event_id: self.places.named(event.place or "") for event in field.events}
        self._place_words = {event.event_id: self._own_words(event) for event in field.events}

    def place(self, event: Event) -> Place | None:
        return self._place_of[event.event_id]

    def country(self, event: Event) -> Place | None:
        place = self.place(event)
        return self.places.outermost(place) if place is not None else None

    def _own_words(self, event: Event) -> frozenset[str]:
        """The proper names of the event's place below the country: "Harbour Township, North Region" gives "harbour"."""
        country = self.country(event)
        if event.place is None or (country is not None and norms(event.place) == norms(country.name)):
            return frozenset()
        inner = event.place.rsplit(",", 1)[0]
        generic = vocabulary("event_words")["place_kinds"]
        return frozenset(t.norm for t in split_words(inner) if t.text[:1].isupper() and t.norm not in generic)

    def hits(self, text: str) -> list[EventHit]:
        """Every listed name in `text`, in order."""
        tokens = split_words(text)
        found = []
        for hit in self._index.find(tokens):
            span = Span(tokens[hit.first].span.start, tokens[hit.last - 1].span.end)
            found.append(EventHit(span, span.of(text), hit.payloads))
        return found

    def names_place(self, event: Event, text: str) -> bool:
        """Whether a text names the event's own place or the township around it; a whole region or country is too
        wide.
        """
        place = self.place(event)
        if place is None:
            own = self._place_words[event.event_id]
            return any(word.norm in own and word.text[:1].isupper() for word in split_words(text))
        around = self.places.lineage(place)
        near = [outer for outer in around[: max(1, len(around) - 2)] if outer != around[-1]]
        return any(
            mention.place in near or (place != around[-1] and self.places.within(mention.place, place))
            for mention in self.places.mentions(text)
        )


@of_tables
def event_names(field: Field) -> EventNames:
    """The names of a field's events, indexed once."""
    return EventNames(field)


def _only_date(form: str) -> bool:
    """A listed form such as "February 2021" names a month, and is read as a date."""
    if not opens_as_date(form):
        return False
    spans = find_date_spans(form)
    return len(spans) == 1 and spans[0].span == Span(0, len(form))
