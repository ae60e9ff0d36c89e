"""The letter as a story in time: its sentences, the dates printed in them, which date a sentence goes on from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.drafting.unclaimed import READ
from claims.language.words import of_language, vocabulary
from claims.model import Letter, Span
from claims.quick_records import dataclass
from claims.relations.datings.spans_years import in_each_year, in_some_year, of_same_year, printed_years
from claims.relations.spans.spans_dated import Dated, anchors_of, dated_at, is_printed, now_of
from claims.relations.spans.spans_lengths import lengths_of
from claims.relations.spans.spans_model import Length, Moment
from claims.text.phrases import Word, norms, split_words, words_within

_END = attrgetter("span.end")

# Parts whose sentences tell when something was; a subtitle stands among the addresses.
_TELLING = READ | {"address", "signature"}
BACK = 8
"""How many sentences a story may go back to its last date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence: its words, the dates printed in it and its lengths of time, all counted in the sentence."""

    at: int
    reading: SentenceReading
    words: tuple[Word, ...]
    norms: tuple[str, ...]
    dates: tuple[Dated, ...]
    lengths: tuple[Length, ...]

    def word_at(self, offset: int) -> int:
        """The first word that ends behind an offset."""
        return bisect_right(self.words, offset, key=_END)

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """The words that lie between two offsets."""
        within = words_within(self.words, Span(start, end))
        return self.norms[within.start : within.stop]

    def has(self, name: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a phrase of the list `name` (vocabulary `elapsed`) stands between two offsets."""
        return holds(self.between(start, len(self.reading.text) if end is None else end), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The last dates a sentence can go on from, the nearest first, and whether the story has moved on since."""

    dates: tuple[Dated, ...]
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All sentences of the running text, and the date the letter bears (twice, where the page bears another)."""

    letter: Letter
    document: Document
    told: tuple[Told, ...]
    now: tuple[Moment, ...]
    anchors: tuple[Moment, ...]

    def source(self, told: Told, span: Span) -> Span:
        """A span of a sentence as one of `Letter.text`."""
        return self.document.view.to_source(span.shifted(told.reading.passage.span.start))

    def last_before(self, told: Told, offset: int) -> Before:
        """What the sentence goes on from at an offset: dates of its own, else of the sentences before it."""
        own = [dated for dated in told.dates if dated.span.end <= offset]
        between = told.between(own[-1].span.end if own else 0, offset)
        if own:
            return Before(dates=tuple(reversed(own)), moved=holds(between, "moves_on"))
        moved = holds(between, "moves_on")
        for earlier in self._back(told):
            usable = [dated for dated in earlier.dates if not _of_document(earlier, dated)]
            if usable:
                moved = moved or holds(earlier.between(usable[-1].span.end, len(earlier.reading.text)), "moves_on")
                return Before(dates=tuple(reversed(usable)), moved=moved)
            moved = moved or holds(earlier.norms, "moves_on")
        return Before(dates=(), moved=True)

    def earlier(self, told: Told, offset: int) -> list[Moment]:
        """Every date printed before an offset, in the sentence and in those it may go back to, the nearest first."""
        own = [dated for dated in told.dates if dated.span.end <= offset]
        back = [dated for one in self._back(told) for dated in reversed(one.dates)]
        return [moment for dated in [*reversed(own), *back] for moment in dated.moments]

    def dates(self) -> Iterator[Dated]:
        """Every date printed in the letter."""
        for one in self.told:
            yield from one.dates

    def beside(self, told: Told, by: int) -> Told | None:
        """The sentence `by` further on (or back), if it stands in the same paragraph."""
        at = self.told.index(told) + by
        if not 0 <= at < len(self.told):
            return None
        other = self.told[at]
        return other if other.reading.passage.paragraph == told.reading.passage.paragraph else None

    def _back(self, told: Told) -> Iterator[Told]:
        at = self.told.index(told)
        paragraph = told.reading.passage.paragraph
        for earlier in reversed(self.told[max(0, at - BACK) : at]):
            if paragraph - earlier.reading.passage.paragraph > 1:
                return
            yield earlier


def holds(words: Sequence[str], name: str) -> bool:
    """Whether a phrase of a list of the vocabulary `elapsed` stands among the words."""
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases(name))


@of_language
def listed(name: str) -> frozenset[str]:
    """A list of single words of the vocabulary `elapsed`."""
    return frozenset(str(word) for word in vocabulary("elapsed")[name])


@of_language
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of a list of the vocabulary `elapsed` as words, the longest first."""
    listed = {" ".join(norms(str(phrase))) for phrase in vocabulary("elapsed")[name]}
    return tuple(sorted(listed, key=len, reverse=True))


def read_scene(letter: Letter, document: Document, readings: Sequence[SentenceReading]) -> Scene:
    """The story of a letter from its sentences as read."""
    base = letter.written_on or letter.published_on
    view = document.view
    years = () if base is not None else printed_years(readings)
    told: list[Told] = []
    for at, reading in enumerate(readings):
        # "Adopted on 21 January 2024, the tenth Reed Day": a dateline that counts something tells of it
        if reading.passage.kind in _TELLING or (reading.passage.kind == "dateline" and reading.numbers.ordinals):
            start = reading.passage.span.start
            dates = tuple(
                in_each_year(dated_at(m, view.to_source(m.span.shifted(start)), base), years)
                for m in (in_some_year(one, years) for one in reading.dates)
                if is_printed(m)
            )
            words = split_words(reading.text)
            dates = of_same_year(reading.text, dates, told[-1].dates if told else ())
            told.append(
                Told(
                    at=at,
                    reading=reading,
                    words=words,
                    norms=tuple(word.norm for word in words),
                    dates=dates,
                    lengths=tuple(lengths_of(reading)),
                )
            )
    return Scene(
        letter=letter, document=document, told=tuple(told), now=now_of(letter), anchors=anchors_of(document, readings)
    )


def _of_document(told: Told, dated: Dated) -> bool:
    """ "according to a report of 3 May 2022": no story goes on from there."""
    return any(p.role == "document" and p.span.overlaps(dated.span) for p in told.reading.phrases)
