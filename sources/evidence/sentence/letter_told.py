"""A letter as a row is looked for in it: who and where is named, sentence by sentence, and the numbers beside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import Final

from claims.extraction import Extraction
from claims.model import Span
from claims.places.gazetteer import gazetteer
from claims.quick_records import dataclass
from claims.text.phrases import norms
from sources.evidence.number_slips import digits
from sources.evidence.sentence.named_places import without_places
from sources.evidence.sentence.texts_told import TextsTold
from sources.evidence.sentence.whose.names_told import Named
from sources.evidence.shared_words import roots_of
from sources.evidence.wordbook import wordbook
from sources.lookup.producer_figures import SeriesKey
from sources.lookup.table_index import Index
from sources.words import words

_TELLING: Final = 3
_JUST: Final = 2
_FEW: Final = 4
_SOME: Final = 20
_ADDRESS: Final = frozenset({"address", "title", "front_matter", "dateline"})
_COMPARED: Final = ("statistic", "money", "percentage")
_NOBODY: Final = frozenset({"signatories", "contact", "chrome"})


@dataclass(frozen=True)
class Told:
    """A sentence of the letter: its span there, its words, its paragraph."""

    span: Span
    text: str
    paragraph: int
    index: Index

    @cached_property
    def names(self) -> Sequence[Named]:
        """Who is named in it, in their order; a name that is a place's is none."""
        return without_places(wordbook(self.index).producers.named_in(self.text), self.text, self.index)

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of its words."""
        return roots_of(self.text)


class LetterTold:
    """The sentences of a letter's body, its places, and its telling numbers by claim."""

    def __init__(self, extraction: Extraction, index: Index) -> None:
        self._extraction, self._index = extraction, index
        view = extraction.document.view
        self.sentences: tuple[Told, ...] = tuple(
            Told(view.to_source(each.span), each.text, each.paragraph, index)
            for each in extraction.document.sentences
            if each.kind not in _NOBODY
        )
        self._starts = [each.span.start for each in self.sentences]

    def before(self, start: int) -> Iterator[Told]:
        """The sentences before an offset of the letter, the nearest first."""
        return reversed(self.sentences[: bisect_left(self._starts, start)])

    def just_before(self, start: int) -> Iterator[Told]:
        """The two sentences before an offset of the letter, as far as they are of its paragraph."""
        paragraph = self.paragraph_at(start)
        return (each for each, _ in zip(self.before(start), range(_JUST), strict=False) if each.paragraph == paragraph)

    @cached_property
    def addressed(self) -> tuple[str, ...]:
        """The one producer whom the letter is addressed to; none where there are several."""
        found = {
            producer
            for each in self._extraction.document.sentences
            if each.kind in _ADDRESS and set(norms(each.text)) & set(words("sourcing")["addressed_by"])
            for name in wordbook(self._index).producers.named_in(each.text)
            for producer in name.producers
        }
        return tuple(found) if len(found) == 1 else ()

    def mentioned_to(self, end: int) -> frozenset[str]:
        """The producers that all sentences up to an offset of the letter name."""
        return self._mentioned[bisect_left(self._starts, end)]

    @cached_property
    def _mentioned(self) -> Sequence[frozenset[str]]:
        """The producers named before each sentence, and in all of them."""
        known = wordbook(self._index).producers
        each_names = (
            frozenset(one for name in known.named_in(each.text) for one in name.producers) for each in self.sentences
        )
        return list(accumulate(each_names, frozenset[str].union, initial=frozenset[str]()))

    def paragraph_before(self, start: int) -> Iterator[Told]:
        """The sentences of the paragraph that holds an offset of the letter, as far as they stand before it."""
        own = self._paragraphs.get(self.paragraph_at(start), ())
        return (each for each in own if each.span.start < start)

    def last_tellers(self, start: int) -> frozenset[str]:
        """Who tells in the nearest of a few sentences before an offset that names anybody; none if unknown."""
        for sentence, _ in zip(self.before(start), range(_FEW), strict=False):
            tellers = [each for each in sentence.names if each.tells] or [
                each for each in sentence.names if each.producers
            ]
            if tellers:
                return frozenset(producer for each in tellers for producer in each.producers)
        return frozenset()

    def last_days(self, start: int, but: frozenset[str] = frozenset()) -> tuple[tuple[date, date], ...]:
        """The days that the nearest sentence of the same paragraph before an offset tells, if any does.

        `but`: words of which a day that stands behind one is left out ("after 3 May" is no day of a count).
        """
        for sentence in reversed(list(self.paragraph_before(start))):
            dates = (
                each
                for each in self._extraction.dates
                if sentence.span.contains(each.span)
                and but.isdisjoint(norms(sentence.text[: each.span.start - sentence.span.start])[-2:])
            )
            found = [(each.start, each.end or each.start) for each in dates]
            days = tuple((first, last) for first, last in found if first is not None and last is not None)
            if days:
                return days
        return ()

    @cached_property
    def _paragraphs(self) -> Mapping[int | None, Sequence[Told]]:
        found: dict[int | None, list[Told]] = {}
        for each in self.sentences:
            found.setdefault(each.paragraph, []).append(each)
        return found

    def paragraph_at(self, start: int) -> int | None:
        """The number of the paragraph that holds an offset of the letter."""
        at = bisect_left(self._starts, start + 1) - 1
        return self.sentences[at].paragraph if at >= 0 else None

    @cached_property
    def series(self) -> Mapping[SeriesKey, frozenset[Decimal]]:
        """The series of the table of which the letter tells numbers to the unit, each with those numbers."""
        found: dict[SeriesKey, frozenset[Decimal]] = {}
        for number in self.numbers:
            for row in self._index.of_value(self._index.measures, number, number, _SOME):
                key = self._index.series_key(row)
                found[key] = found.get(key, frozenset()) | {number}
        return found

    @cached_property
    def texts(self) -> TextsTold:
        """Whose rows its numbers are, and of where."""
        letter = self._extraction.letter
        return TextsTold.of(self._extraction.claims, letter.written_on or letter.published_on, self._index)

    @cached_property
    def places(self) -> frozenset[str]:
        """The ids of all places that the letter names."""
        text = self._extraction.letter.text
        return frozenset(each.place.place_id for each in gazetteer(self._index.places).mentions(text))

    @cached_property
    def titled(self) -> frozenset[str]:
        """The ids of the places that its title names."""
        title = self._extraction.letter.title or ""
        return frozenset(each.place.place_id for each in gazetteer(self._index.places).mentions(title))

    @cached_property
    def numbers(self) -> Mapping[Decimal, int]:
        """How often each telling number of the letter stands in it: of three digits or more."""
        found: dict[Decimal, int] = {}
        for claim in self._extraction.claims:
            value = claim.quantity.value
            if claim.kind in _COMPARED and len(digits(value)) >= _TELLING:
                found[value] = found.get(value, 0) + 1
        return found
