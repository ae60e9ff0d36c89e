"""Who is named as having counted: the producers of the field whose names stand in a text."""

from __future__ import annotations

from collections.abc import Iterable

from claims.language.words import of_tables
from claims.model import Producer, Span
from claims.text.phrases import PhraseIndex, split_words


class ProducerNames:
    """The names and aliases of a field's producers; one in capitals is known only in capitals ("WHO", not "who")."""

    def __init__(self, producers: Iterable[Producer]) -> None:
        self._index: PhraseIndex[tuple[str, str]] = PhraseIndex(
            (name, (producer.producer_id, name))
            for producer in producers
            for name in (producer.name, *producer.aliases)
        )

    def named(self, text: str) -> frozenset[str]:
        """The ids of the producers named in a text."""
        return frozenset(producer for _, producer in self.found(text))

    def found(self, text: str) -> tuple[tuple[Span, str], ...]:
        """Where a producer's name stands in a text, and whose it is."""
        words = split_words(text)
        return tuple(
            (Span(words[hit.first].span.start, words[hit.last - 1].span.end), producer)
            for hit in self._index.find(words)
            for producer, name in hit.payloads
            if not name.isupper() or "".join(word.text for word in words[hit.first : hit.last]).isupper()
        )


@of_tables
def producer_names(producers: tuple[Producer, ...]) -> ProducerNames:
    """The names of a field's producers, arranged once."""
    return ProducerNames(producers)
