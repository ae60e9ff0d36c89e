"""The names and words of a table, made ready once a table: its producers, its measures, its events."""

from __future__ import annotations

from functools import cached_property

from claims.language.words import of_language
from claims.model import Event
from claims.text.phrases import PhraseIndex
from sources.evidence.sentence.whose.names_told import ProducerNames
from sources.evidence.sentence.whose.soft_names import SoftNames
from sources.evidence.shared_words import MeasureWords, roots_of
from sources.lookup.table_index import Index


class Wordbook:
    """What of a table's tables is found in sentences."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def producers(self) -> ProducerNames:
        return ProducerNames(self._index.producers.values())

    @cached_property
    def soft_names(self) -> SoftNames:
        return SoftNames(self._index.producers.values(), self._index.places)

    @cached_property
    def measures(self) -> MeasureWords:
        return MeasureWords(self._index.measures)

    @cached_property
    def events(self) -> PhraseIndex[Event]:
        """The dated events by their names and forms."""
        dated = (each for each in self._index.events.values() if each.start is not None)
        return PhraseIndex((name, each) for each in dated for name in (each.name, *each.surface_forms))

    def event_roots(self, event_id: str) -> frozenset[str]:
        """The roots of an event's name and forms."""
        event = self._index.events.get(event_id)
        return roots_of(" . ".join((event.name, *event.surface_forms))) if event else frozenset()


@of_language(maxsize=4)
def wordbook(index: Index) -> Wordbook:
    """The wordbook of a table's index."""
    return Wordbook(index)
