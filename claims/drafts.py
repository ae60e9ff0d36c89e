"""A claim put together from one figure of a sentence: place, period, measure, event, citations, each with its source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from claims.citing import (
    attribution_citation, footnotes, governing_attribution, governing_link, governing_marks, link_citation, mark_groups,
)  # fmt: skip
from claims.events import EventReading, settle_anchor, toll_event
from claims.measure_forms import MeasureForms
from claims.measures import MeasureReading, Surroundings, read_measure
from claims.model import (
    Citation, Claim, ClaimKind, Dimension, Event, Letter, Link, Mark, Note, Period, Quantity, Span, StatedTotal,
)  # fmt: skip
from claims.periods import Close, Earlier, PeriodReading, read_period
from claims.places import PlaceReading, place_of
from claims.plain import PlainView
from claims.reading import SentenceReading, Setting
from claims.time_phrases import TimePhrase
from claims.words import vocabulary

T = TypeVar("T")

_KINDS: dict[Dimension, ClaimKind] = {
    "count": "statistic", "physical": "statistic", "multiple": "statistic", "percentage": "percentage",
    "share": "percentage", "money": "money", "duration": "duration", "ordinal": "ordinal",
}  # fmt: skip


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


def draft_claim(context: LetterContext, reading: SentenceReading, quantity: Quantity, before: Before) -> Claim:
    """The claim of one figure, without its id."""
    place = _place(context, reading, quantity, before)
    citations = _citations(context, reading, quantity)
    found = read_period(
        reading.text, quantity, reading.phrases, before.earlier, _close(context, citations), context.anchors,
        context.setting.base,
    )  # fmt: skip
    event = _event(context, reading, quantity, found, before)
    if event.event is None and event.reason is None:
        event = _by_cause(context, reading, quantity, found, before)
    found = _of_event(found, event.event)
    kind = _KINDS[quantity.dimension]
    period = _period(context, reading, found) if kind != "ordinal" else None
    measure = _measure(context, reading, quantity, before, period)
    notes = [place.note, event.reason, *(found.notes if found is not None else ()), *measure.notes]
    return _claim(context, reading, quantity, kind=kind, place=place, citations=citations, period=period,
                  event=event.event, measure=measure, notes=[note for note in notes if note])  # fmt: skip


def signatory_claim(claim: Claim, total: StatedTotal, context: LetterContext) -> Claim:
    """The claim as one of the letter's own signatories: measured by the role the total plays, up to the letter's date."""
    role = vocabulary("measure_words")["roles"].get(total.role)
    measure = role if role in context.forms.measures else None
    longer = total.span if total.span.start <= claim.span.start and claim.span.end <= total.span.end else claim.span
    notes = (f"counts one group of the signatories: {total.group}",) if total.role == "group" and total.group else ()
    return replace(
        claim, kind="signatories", span=longer, text=longer.of(context.letter.text), measure=measure,
        measures_possible=(measure,) if measure else (), place=None, place_inherited=None, event=None,
        period=_up_to(context.setting.base), notes=notes,
    )  # fmt: skip


def _claim(
    context: LetterContext, reading: SentenceReading, quantity: Quantity, *, kind: ClaimKind, place: PlaceReading,
    citations: tuple[Citation, ...], period: Period | None, event: Event | None, measure: MeasureReading,
    notes: Sequence[str],
) -> Claim:  # fmt: skip
    own = sourced(context, reading, quantity)
    sentence = context.view.to_source(reading.passage.span)
    attribution = next((citation.text for citation in citations if citation.kind == "attribution"), None)
    return Claim(
        claim_id="", letter_id=context.letter.letter_id, kind=kind, span=own.span, text=own.text,
        sentence=sentence.of(context.letter.text), sentence_span=sentence, quantity=own, measure=measure.measure,
        measures_possible=measure.possible, unit=_unit(context, own, measure, reading), place=place.place.name if place.place else None,
        place_inherited=place.inherited, period=period, event=event.event_id if event is not None else None,
        attribution=attribution, citations=citations, notes=tuple(dict.fromkeys(notes)),
    )  # fmt: skip


def sourced(context: LetterContext, reading: SentenceReading, quantity: Quantity) -> Quantity:
    """The quantity with its spans counted in the letter as it was read."""

    def moved(span: Span) -> Span:
        return to_source(context.view, reading, span)

    span = moved(quantity.span)
    return replace(
        quantity, span=span, text=span.of(context.letter.text), number_span=moved(quantity.number_span),
        comparator_span=moved(quantity.comparator_span) if quantity.comparator_span is not None else None,
        counted_span=moved(quantity.counted_span) if quantity.counted_span is not None else None,
    )  # fmt: skip


def to_source(view: PlainView, reading: SentenceReading, span: Span) -> Span:
    """A span of a sentence as one of the letter as it was read."""
    return view.to_source(span.shifted(reading.passage.span.start))


def _unit(context: LetterContext, quantity: Quantity, measure: MeasureReading, reading: SentenceReading) -> str | None:
    """As read; "19,740 more" takes over the unit of what was counted before it, "102 were injured" its measure's."""
    if quantity.unit is not None or quantity.dimension != "count":
        return quantity.unit
    counted = measure.counted or quantity.counted
    taken = next((q.unit for q in reading.quantities if q.unit and counted and q.counted == counted), None)
    return taken or (context.forms.measures[measure.measure].unit if measure.measure else None)


def _place(context: LetterContext, reading: SentenceReading, quantity: Quantity, before: Before) -> PlaceReading:
    if quantity.dimension in ("ordinal", "duration"):
        return PlaceReading(None)
    return place_of(
        context.setting.events.places, reading.text, quantity.span, before.paragraph, context.setting.main
    )


def _citations(context: LetterContext, reading: SentenceReading, quantity: Quantity) -> tuple[Citation, ...]:
    """Marks, then a link, then a source named in words; all are looked for in the sentence only."""
    span, text = reading.passage.span, context.view.text
    figure = quantity.span.shifted(span.start)
    others = [q.span.shifted(span.start) for q in reading.quantities if q is not quantity]
    placed = within(context.marks, span)
    here = [replace(mark, span=s) for s, mark in placed]
    back = {s: mark for s, mark in placed}
    marks = [back[mark.span] for mark in governing_marks(figure, mark_groups(here, text), others)]
    targets = {s: link for s, link in within(context.links, span)}
    links = [replace(link, span=s, text_span=s) for s, link in targets.items()]
    governing = governing_link(figure, links, span, text, others)
    found = footnotes(marks, context.notes)
    if governing is not None:
        found.append(link_citation(targets[governing.span]))
    named = governing_attribution(quantity.span, reading.attributions)
    if named is not None:
        found.append(attribution_citation(named, to_source(context.view, reading, named.span)))
    return tuple(found)


def within(placed: Sequence[tuple[Span, T]], span: Span) -> Sequence[tuple[Span, T]]:
    """Of things sorted by their spans, those inside `span`."""
    first = bisect_left(placed, span.start, key=lambda item: item[0].start)
    last = bisect_left(placed, span.end, lo=first, key=lambda item: item[0].start)
    return [item for item in placed[first:last] if item[0].end <= span.end]


def _close(context: LetterContext, citations: Sequence[Citation]) -> Close:
    base = context.setting.base
    for citation in citations:
        day = citation.published_on
        if day is not None and (base is None or day <= base):
            return Close(day=day, why=f"end from the cited note {citation.mark}" if citation.mark else "end from the source")
    return Close(day=base, why="end from the letter's date")


def _event(
    context: LetterContext, reading: SentenceReading, quantity: Quantity, period: PeriodReading | None, before: Before
) -> EventReading:
    if quantity.dimension != "count" or not _of_one_day(period):
        return EventReading(None)
    own = _toll(context, reading)
    if own.event is not None or own.reason is not None or reading.phrases:
        return own
    lowered = reading.text.lower().replace("’", "'")
    if any(words in lowered for words in vocabulary("event_words")["back_references"]) and before.sentences:
        previous, same = before.sentences[0]
        return _toll(context, previous) if same else own
    return own


def _by_cause(
    context: LetterContext, reading: SentenceReading, quantity: Quantity, period: PeriodReading | None, before: Before
) -> EventReading:
    """ "The earthquake killed 3,700": an event named by a common noun, if the figure measures what only an event has."""
    if period is not None and period.start is not None:
        return EventReading(None)
    anchored = [phrase.span for phrase in reading.phrases]
    hits = [hit for hit in reading.hits if not any(span.overlaps(hit.span) for span in anchored)]
    if not hits or quantity.dimension != "count" or context.setting.base is None:
        return EventReading(None)
    text = reading.text
    place = place_of(context.setting.events.places, text, hits[0].span, before.paragraph, context.setting.main).place
    event = settle_anchor(context.setting.events, hits[0], text, place, context.setting.base, reading.dates).event
    measure = _measure(context, reading, quantity, before, _period(context, reading, _of_event(period, event)))
    measured = context.forms.measures.get(measure.measure or "")
    return EventReading(event if measured is not None and measured.kind == "event" else None)


def _toll(context: LetterContext, reading: SentenceReading) -> EventReading:
    anchored = [phrase.span for phrase in reading.phrases if phrase.role in ("since", "until")]
    hits = [hit for hit in reading.hits if not any(span.overlaps(hit.span) for span in anchored)]
    dates = [mention for mention in reading.dates if not any(span.overlaps(mention.span) for span in anchored)]
    return toll_event(context.setting.events, reading.text, hits, dates, context.setting.base)


def _of_one_day(period: PeriodReading | None) -> bool:
    if period is None or period.start is None:
        return True
    days = vocabulary("measure_words")["event_days"]
    return period.end is not None and (period.end - period.start).days <= days


def _of_event(period: PeriodReading | None, event: Event | None) -> PeriodReading | None:
    """A toll whose sentence gives no date takes the event's."""
    if event is None or event.start is None or (period is not None and period.start is not None):
        return period
    return PeriodReading(
        span=period.span if period is not None else None, start=event.start, end=event.end or event.start, grain="day",
        anchor=event.event_id, inherited=f"dates of {event.event_id}",
    )  # fmt: skip


def _period(context: LetterContext, reading: SentenceReading, found: PeriodReading | None) -> Period | None:
    if found is None:
        return None
    span = to_source(context.view, reading, found.span) if found.span is not None else None
    return Period(
        text=span.of(context.letter.text) if span is not None else "", span=span, start=found.start, end=found.end,
        grain=found.grain, anchor=found.anchor, inherited=found.inherited,
    )  # fmt: skip


def _up_to(day: date | None) -> Period | None:
    if day is None:
        return None
    return Period(text="", span=None, start=None, end=day, grain="day", inherited="end from the letter's date")


def _measure(
    context: LetterContext, reading: SentenceReading, quantity: Quantity, before: Before, period: Period | None
) -> MeasureReading:
    times = [*(phrase.span for phrase in reading.phrases), *(mention.span for mention in reading.dates)]
    around = Surroundings(
        sentence=reading.text, quantities=reading.quantities, times=times,
        before=[*before.paragraph, context.letter.title or ""],
    )  # fmt: skip
    return read_measure(context.forms, context.setting.events.places, quantity, around, period)
