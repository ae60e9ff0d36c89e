"""What a figure of a letter measures: the measure read from its sentence, with the paragraph and title around it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.drafting.letter_context import Before, LetterContext
from claims.drafting.sentence_reading import SentenceReading
from claims.measures.producers_named import producer_names
from claims.measures.which import MeasureReading, Surroundings, read_measure
from claims.measures.zones import clauses_of_time
from claims.model import Citation, Event, Period, Place, Quantity


def measured(
    context: LetterContext,
    reading: SentenceReading,
    quantity: Quantity,
    before: Before,
    period: Period | None,
    event: Event | None = None,
    citations: Sequence[Citation] = (),
    place: Place | None = None,
) -> MeasureReading:
    """The measure of a figure, given the period and place it speaks of, the event whose toll it is and its sources."""
    cited = {citation.producer for citation in citations if citation.producer is not None}
    named = producer_names(context.setting.producers).found(reading.text)
    times = [*(phrase.span for phrase in reading.phrases), *(mention.span for mention in reading.dates)]
    around = Surroundings(
        sentence=reading.text,
        quantities=reading.quantities,
        times=times,
        before=[*before.paragraph, context.letter.title or "", event.name if event is not None else ""],
        place=place,
        producers=frozenset(cited) | {producer for _, producer in named},
        names=[span for span, _ in named],
        asides=clauses_of_time(reading.text, times, [each.number_span for each in reading.quantities]),
        sources=[p.counts for p in context.setting.producers if p.producer_id in cited],
    )
    return read_measure(context.forms, context.setting.events.places, quantity, around, period)
