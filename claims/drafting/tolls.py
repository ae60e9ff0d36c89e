"""The event whose toll a figure gives: named or dated in its sentence, meant by "the attack", or its cause."""

from __future__ import annotations

from claims.drafting.letter_context import Before, LetterContext, sourced_period
from claims.drafting.measure_of import measured
from claims.drafting.sentence_reading import SentenceReading
from claims.language.words import vocabulary
from claims.model import Event, Quantity
from claims.places.place_of_figure import place_of
from claims.times.known_events.events import EventReading, settle_anchor, toll_event
from claims.times.periods import PeriodReading


def event_of_toll(
    context: LetterContext, reading: SentenceReading, quantity: Quantity, period: PeriodReading | None, before: Before
) -> EventReading:
    """The event whose toll a figure is: none where it counts over longer than an event lasts, or where two may be
    meant.
    """
    if quantity.dimension != "count" or not _of_one_day(period):
        return EventReading(None)
    own = _named_or_dated(context, reading)
    if own.event is None and own.reason is None and not reading.phrases:
        own = _before_meant(context, reading, before)
    if own.event is None and own.reason is None:
        return _by_cause(context, reading, quantity, period, before)
    return own


def dated_by(period: PeriodReading | None, event: Event | None) -> PeriodReading | None:
    """A toll whose sentence gives no date, or one without its year, takes the event's."""
    if event is None or event.start is None:
        return period
    if period is not None and period.start is not None and event.start <= period.start <= (event.end or event.start):
        return period
    return PeriodReading(
        span=period.span if period is not None else None,
        start=event.start,
        end=event.end or event.start,
        grain="day",
        anchor=event.event_id,
        inherited=f"dates of {event.event_id}",
    )


def _before_meant(context: LetterContext, reading: SentenceReading, before: Before) -> EventReading:
    """ "The attack killed 9": the event of the sentence before, in the same paragraph."""
    lowered = reading.text.lower().replace("’", "'")
    if any(words in lowered for words in vocabulary("event_words")["back_references"]) and before.sentences:
        previous, same = before.sentences[0]
        return _named_or_dated(context, previous) if same else EventReading(None)
    return EventReading(None)


def _by_cause(
    context: LetterContext, reading: SentenceReading, quantity: Quantity, period: PeriodReading | None, before: Before
) -> EventReading:
    """ "The earthquake killed 3,700": an event named by a common noun, for what only an event has."""
    if period is not None and period.start is not None:
        return EventReading(None)
    anchored = [phrase.span for phrase in reading.phrases]
    hits = [hit for hit in reading.hits if not any(span.overlaps(hit.span) for span in anchored)]
    if not hits or quantity.dimension != "count" or context.setting.base is None:
        return EventReading(None)
    text = reading.text
    place = place_of(context.setting.events.places, text, hits[0].span, before.paragraph, context.setting.main).place
    event = settle_anchor(context.setting.events, hits[0], text, place, context.setting.base, reading.dates).event
    dated = sourced_period(context, reading, dated_by(period, event))
    measure = measured(context, reading, quantity, before, dated, place=place)
    kind = context.forms.measures[measure.measure].kind if measure.measure is not None else None
    return EventReading(event if kind == "event" else None)


def _named_or_dated(context: LetterContext, reading: SentenceReading) -> EventReading:
    anchored = [phrase.span for phrase in reading.phrases if phrase.role in ("since", "until")]
    hits = [hit for hit in reading.hits if not any(span.overlaps(hit.span) for span in anchored)]
    dates = [mention for mention in reading.dates if not any(span.overlaps(mention.span) for span in anchored)]
    return toll_event(context.setting.events, reading.text, hits, dates, context.setting.base)


def _of_one_day(period: PeriodReading | None) -> bool:
    if period is None or period.start is None:
        return True
    days = vocabulary("measure_words")["event_days"]
    return period.end is not None and (period.end - period.start).days <= days
