"""What all claims of one letter share, and the way from a sentence's offsets to the letter's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from claims.drafting.sentence_reading import SentenceReading, Setting
from claims.measures.surface_forms import MeasureForms
from claims.model import Letter, Link, Mark, Note, Period, Quantity, Span
from claims.quick_records import dataclass
from claims.text.view import PlainView
from claims.times.periods import Earlier, PeriodReading
from claims.times.time_phrases import TimePhrase

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContext:
    """What all claims of a letter share. `marks` and `links` are sorted, each with its span in the reading view."""

    letter: Letter
    view: PlainView
    setting: Setting
    forms: MeasureForms
    notes: dict[str, Note]
    marks: Sequence[tuple[Span, Mark]]
    links: Sequence[tuple[Span, Link]]
    anchors: Sequence[TimePhrase]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The sentences before one, nearest first: those of its paragraph, and the very last one whatever its paragraph."""

    sentences: Sequence[tuple[SentenceReading, bool]]

    @property
    def paragraph(self) -> list[str]:
        return [reading.text for reading, same in self.sentences if same]

    @property
    def earlier(self) -> list[Earlier]:
        return [
            Earlier(phrases=reading.phrases, back=back, same_paragraph=same)
            for back, (reading, same) in enumerate(self.sentences, 1)
        ]


def within(placed: Sequence[tuple[Span, T]], span: Span) -> Sequence[tuple[Span, T]]:
    """Of things sorted by their spans, those inside `span`."""
    first = bisect_left(placed, span.start, key=lambda item: item[0].start)
    last = bisect_left(placed, span.end, lo=first, key=lambda item: item[0].start)
    return [item for item in placed[first:last] if item[0].end <= span.end]


def to_source(view: PlainView, reading: SentenceReading, span: Span) -> Span:
    """A span of a sentence as one of the letter as it was read."""
    return view.to_source(span.shifted(reading.passage.span.start))


def sourced(context: LetterContext, reading: SentenceReading, quantity: Quantity) -> Quantity:
    """The quantity with its spans counted in the letter as it was read."""

    def moved(span: Span) -> Span:
        return to_source(context.view, reading, span)

    span = moved(quantity.span)
    return replace(
        quantity,
        span=span,
        text=span.of(context.letter.text),
        number_span=moved(quantity.number_span),
        comparator_span=moved(quantity.comparator_span) if quantity.comparator_span is not None else None,
        counted_span=moved(quantity.counted_span) if quantity.counted_span is not None else None,
    )


def sourced_period(context: LetterContext, reading: SentenceReading, found: PeriodReading | None) -> Period | None:
    """The period as one of the letter. A window that ends before it begins is a slip of the letter's, of which the
    order of its dates tells; its end is not known.
    """
    if found is None:
        return None
    turned = found.start is not None and found.end is not None and found.end < found.start
    span = to_source(context.view, reading, found.span) if found.span is not None else None
    return Period(
        text=span.of(context.letter.text) if span is not None else "",
        span=span,
        start=found.start,
        end=None if turned else found.end,
        grain=found.grain,
        anchor=found.anchor,
        inherited=found.inherited,
    )
