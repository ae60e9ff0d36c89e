"""What of a letter is no claim: every other number with its reason, and the dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.drafting.letter_context import LetterContext, to_source
from claims.drafting.sentence_reading import SentenceReading
from claims.drafting.unclaimed import reason_of, segment_reason
from claims.model import Claim, DateMention, Ignored, Letter, Quantity
from claims.text.view import PlainView


def left_out(
    context: LetterContext, readings: Sequence[SentenceReading], claims: Sequence[Claim]
) -> tuple[list[Ignored], list[Ignored]]:
    """What is no claim, with its reason, and what was not read; spans counted in the letter."""
    claimed = {claim.quantity.number_span for claim in claims}
    ignored: list[Ignored] = []
    unread: list[Ignored] = []
    for reading in readings:
        reason = segment_reason(reading.passage.kind)
        ignored += [_sourced(context, reading, item) for item in reading.numbers.ignored]
        for item in reading.numbers.unread:
            (unread if reason is None else ignored).append(_sourced(context, reading, item, reason))
        for quantity in figures_of(reading):
            why = reason or reason_against(reading, quantity) or ""
            own = _sourced(context, reading, Ignored(span=quantity.number_span, text=quantity.as_written, reason=why))
            if own.span not in claimed:
                ignored.append(own)
    return ignored, unread


def _sourced(context: LetterContext, reading: SentenceReading, item: Ignored, reason: str | None = None) -> Ignored:
    span = to_source(context.view, reading, item.span)
    return Ignored(span=span, text=span.of(context.letter.text), reason=reason or item.reason)


def dates_of(letter: Letter, view: PlainView, readings: Sequence[SentenceReading]) -> tuple[DateMention, ...]:
    """The dates of everything that is the letter's own text."""
    found = []
    for reading in readings:
        for mention in reading.dates:
            span = to_source(view, reading, mention.span)
            found.append(replace(mention, span=span, text=span.of(letter.text)))
    return tuple(found)


def figures_of(reading: SentenceReading) -> list[Quantity]:
    return sorted([*reading.numbers.quantities, *reading.numbers.ordinals], key=lambda q: q.number_span)


def reason_against(reading: SentenceReading, quantity: Quantity) -> str | None:
    return reason_of(quantity, [phrase.span for phrase in reading.phrases if phrase.role == "window"])
