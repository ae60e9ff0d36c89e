"""The figures of a letter in order, put together from its sentences as read and its claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.document import Document
from claims.drafting.sentence_reading import SentenceReading
from claims.model import Claim, Ignored, Interval, Quantity, SegmentKind, Span
from claims.relations.figures import Figure, Figures, Told
from claims.relations.placed_figures import placed_figure
from claims.relations.wordings.aged_figures import is_age
from claims.relations.wordings.worded_numbers import told_once
from claims.text.phrases import Word, split_words

# Where nobody states anything: lists of names, notes, what surrounds the letter.
_APART: frozenset[SegmentKind] = frozenset({"signatories", "notes", "contact", "chrome"})


def read_figures(document: Document, readings: Sequence[SentenceReading], claims: Sequence[Claim]) -> Figures:
    """The letter's own sentences with their claims; a claim whose place is lost in the markup is left out."""
    placed = [(document.view.from_source(claim.quantity.number_span), claim) for claim in _numeric(claims)]
    placed.sort(key=lambda item: item[0])
    starts = [span.start for span, _ in placed]
    told: list[Told] = []
    for reading in readings:
        passage = reading.passage
        if passage.kind in _APART:
            continue
        first, last = bisect_left(starts, passage.span.start), bisect_left(starts, passage.span.end)
        told.append(_told(document, len(told), reading, placed[first:last]))
    return Figures(document=document, sentences=tuple(told))


def _numeric(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.kind != "signatories"]


def _told(document: Document, number: int, reading: SentenceReading, placed: Sequence[tuple[Span, Claim]]) -> Told:
    passage = reading.passage
    words = split_words(reading.text)
    found = [
        figure
        for span, claim in placed
        if (figure := placed_figure(number, passage.paragraph, words, span.shifted(-passage.span.start), claim))
    ]
    figures = [one for one in found if one.claim.kind != "ordinal"]
    whole = Told(
        number=number,
        paragraph=passage.paragraph,
        kind=passage.kind,
        text=reading.text,
        start=passage.span.start,
        words=words,
        figures=tuple(figures),
        ranks=tuple(_ranks(document, number, words, reading)),
        loose=tuple(_loose(document, number, words, reading)),
        counts=tuple(
            sorted((*figures, *_unclaimed(document, number, words, reading, figures)), key=lambda one: one.first)
        ),
    )
    return _with_ages(told_once(whole))


def _with_ages(told: Told) -> Told:
    """A sentence in which the numbers that are ages are marked as such."""
    aged = {id(one.claim) for one in told.counts if is_age(told, one)}
    if not aged:
        return told

    def marked(figures: Sequence[Figure]) -> tuple[Figure, ...]:
        return tuple(replace(one, aged=True) if id(one.claim) in aged else one for one in figures)

    return replace(told, figures=marked(told.figures), counts=marked(told.counts))


def _unclaimed(
    document: Document, number: int, words: Sequence[Word], reading: SentenceReading, figures: Sequence[Figure]
) -> Iterator[Figure]:
    """Counts that were read and are no claims: they say what the letter holds, not what is the case."""
    known = {one.claim.quantity.number_span.start for one in figures}
    for quantity in reading.quantities:
        own = _in_source(document, reading, quantity)
        if quantity.dimension == "count" and own.number_span.start not in known:
            yield from _bare(document, number, words, reading, quantity)


def _ranks(document: Document, number: int, words: Sequence[Word], reading: SentenceReading) -> Iterator[Figure]:
    """The ordinals of a sentence, whether they are claims or not."""
    for quantity in reading.numbers.ordinals:
        yield from _bare(document, number, words, reading, quantity)
    for one in reading.ignored:
        digits = "".join(letter for letter in one.text if letter.isdecimal())
        if one.reason == "ordinal" and digits:
            yield from _bare(document, number, words, reading, _ordinal(one, Decimal(digits)))


def _loose(document: Document, number: int, words: Sequence[Word], reading: SentenceReading) -> Iterator[Figure]:
    """Numbers right behind a name or a word in small letters: "Alden 21", "the cutting room 216"."""
    for one in reading.ignored:
        written = _AT_THE_END.search(one.text)
        if one.record in _NAMED and written and not _is_sign(one):
            start = one.span.start + written.start()
            quantity = _counted(Span(start, one.span.end), written[0])
            found = _bare(document, number, words, reading, quantity)
            yield from (replace(figure, loose=True) for figure in found)


_AT_THE_END = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)$")
_NAMED = frozenset({"name-before", "label"})


def _is_sign(one: Ignored) -> bool:
    """ "Order 122", "No. 16", "P63,997": a label with a capital numbers, and counts nothing."""
    return one.record == "label" and (one.text[:1].isupper() or not one.text[:1].isalpha())


def _counted(span: Span, text: str) -> Quantity:
    """A bare count."""
    value = Decimal(text.replace(",", ""))
    return Quantity(
        span=span, text=text, number_span=span, as_written=text, value=value,
        interval=Interval(low=value, high=value), comparator="=", comparator_span=None, dimension="count",
        unit=None, counted=None, counted_span=None,
    )  # fmt: skip


def _ordinal(one: Ignored, value: Decimal) -> Quantity:
    """An ordinal that is no claim ("the 59th place") as a quantity."""
    return Quantity(
        span=one.span, text=one.text, number_span=one.span, as_written=one.text, value=value,
        interval=Interval(low=value, high=value), comparator="=", comparator_span=None, dimension="ordinal",
        unit=None, counted=None, counted_span=None,
    )  # fmt: skip


def _bare(
    document: Document, number: int, words: Sequence[Word], reading: SentenceReading, quantity: Quantity
) -> Iterator[Figure]:
    """A quantity that is no claim as a figure; its claim has no id."""
    own = _in_source(document, reading, quantity)
    claim = Claim(
        claim_id="", letter_id="", kind="statistic", span=own.span, text=own.text, sentence=reading.text,
        sentence_span=document.view.to_source(reading.passage.span), quantity=own, measure=None,
        measures_possible=(), unit=own.unit, place=None, place_inherited=None, period=None, event=None,
        attribution=None, citations=(),
    )  # fmt: skip
    figure = placed_figure(number, reading.passage.paragraph, words, quantity.number_span, claim)
    if figure is not None:
        yield figure


def _in_source(document: Document, reading: SentenceReading, quantity: Quantity) -> Quantity:
    """A quantity of a sentence with its spans in the letter."""
    at = reading.passage.span.start

    def placed(span: Span) -> Span:
        return document.view.to_source(span.shifted(at))

    counted = placed(quantity.counted_span) if quantity.counted_span is not None else None
    own = placed(quantity.span)
    return replace(
        quantity, span=own, text=own.of(document.text), number_span=placed(quantity.number_span), counted_span=counted
    )
