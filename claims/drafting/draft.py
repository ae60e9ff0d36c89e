"""A claim put together from one figure of a sentence: place, period, measure, event and citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.drafting.letter_context import Before, LetterContext, sourced, sourced_period, to_source, within
from claims.drafting.measure_of import measured
from claims.drafting.sentence_reading import SentenceReading
from claims.drafting.tolls import dated_by, event_of_toll
from claims.language.words import vocabulary
from claims.measures.which import MeasureReading
from claims.model import Citation, Claim, ClaimKind, Dimension, Event, Period, Quantity, StatedTotal
from claims.places.place_of_figure import PlaceReading, place_of
from claims.references.citing import (
    attribution_citation,
    footnotes,
    governing_attribution,
    governing_link,
    governing_marks,
    link_citation,
    mark_groups,
)
from claims.times.periods import Close, read_period

_KINDS: dict[Dimension, ClaimKind] = {
    "count": "statistic",
    "physical": "statistic",
    "multiple": "statistic",
    "percentage": "percentage",
    "share": "percentage",
    "money": "money",
    "duration": "duration",
    "ordinal": "ordinal",
}


def draft_claim(context: LetterContext, reading: SentenceReading, quantity: Quantity, before: Before) -> Claim:
    """The claim of one figure, without its id."""
    place = _place(context, reading, quantity, before)
    citations = _citations(context, reading, quantity)
    found = read_period(
        reading.text,
        quantity,
        reading.phrases,
        before.earlier,
        _close(context, citations),
        context.anchors,
        context.setting.base,
    )
    event = event_of_toll(context, reading, quantity, found, before)
    found = dated_by(found, event.event)
    kind = _KINDS[quantity.dimension]
    period = sourced_period(context, reading, found) if kind != "ordinal" else None
    measure = measured(context, reading, quantity, before, period, event.event, citations, place.place)
    notes = [place.note, event.reason, *(found.notes if found is not None else ()), *measure.notes]
    return _claim(
        context,
        reading,
        quantity,
        kind=kind,
        place=place,
        citations=citations,
        period=period,
        event=event.event,
        measure=measure,
        notes=[note for note in notes if note],
    )


def signatory_claim(claim: Claim, total: StatedTotal, context: LetterContext) -> Claim:
    """The claim as one of the letter's own signatories: measured by the role the total plays, up to the letter's
    date.
    """
    role = vocabulary("measure_words")["roles"].get(total.role)
    measure = role if role in context.forms.measures else None
    longer = total.span if total.span.start <= claim.span.start and claim.span.end <= total.span.end else claim.span
    notes = (f"counts one group of the signatories: {total.group}",) if total.role == "group" and total.group else ()
    return replace(
        claim,
        kind="signatories",
        span=longer,
        text=longer.of(context.letter.text),
        measure=measure,
        measures_possible=(measure,) if measure else (),
        place=None,
        place_inherited=None,
        event=None,
        period=_up_to(context.setting.base),
        notes=notes,
    )


def _claim(
    context: LetterContext,
    reading: SentenceReading,
    quantity: Quantity,
    *,
    kind: ClaimKind,
    place: PlaceReading,
    citations: tuple[Citation, ...],
    period: Period | None,
    event: Event | None,
    measure: MeasureReading,
    notes: Sequence[str],
) -> Claim:
    own = sourced(context, reading, quantity)
    sentence = context.view.to_source(reading.passage.span)
    attribution = next((citation.text for citation in citations if citation.kind == "attribution"), None)
    return Claim(
        claim_id="",
        letter_id=context.letter.letter_id,
        kind=kind,
        span=own.span,
        text=own.text,
        sentence=sentence.of(context.letter.text),
        sentence_span=sentence,
        quantity=own,
        measure=measure.measure,
        measures_possible=measure.possible,
        unit=_unit(context, own, measure, reading),
        place=place.place.name if place.place else None,
        place_inherited=place.inherited,
        period=period,
        event=event.event_id if event is not None else None,
        attribution=attribution,
        citations=citations,
        notes=tuple(dict.fromkeys(notes)),
    )


def _unit(context: LetterContext, quantity: Quantity, measure: MeasureReading, reading: SentenceReading) -> str | None:
    """As read; "4,210 more" takes over the unit of what was counted before it, "102 were injured" its measure's."""
    if quantity.unit is not None or quantity.dimension != "count":
        return quantity.unit
    counted = measure.counted or quantity.counted
    taken = next((q.unit for q in reading.quantities if q.unit and counted and q.counted == counted), None)
    return taken or (context.forms.measures[measure.measure].unit if measure.measure else None)


def _place(context: LetterContext, reading: SentenceReading, quantity: Quantity, before: Before) -> PlaceReading:
    if quantity.dimension in ("ordinal", "duration"):
        return PlaceReading(None)
    return place_of(context.setting.events.places, reading.text, quantity.span, before.paragraph, context.setting.main)


def _citations(context: LetterContext, reading: SentenceReading, quantity: Quantity) -> tuple[Citation, ...]:
    """Marks, then a link, then a source named in words; all are looked for in the sentence only."""
    span, text = reading.passage.span, context.view.text
    figure = quantity.span.shifted(span.start)
    others = [q.span.shifted(span.start) for q in reading.quantities if q is not quantity]
    placed = within(context.marks, span)
    here = [replace(mark, span=s) for s, mark in placed]
    back = dict(placed)
    marks = [back[mark.span] for mark in governing_marks(figure, mark_groups(here, text), others)]
    targets = dict(within(context.links, span))
    links = [replace(link, span=s, text_span=s) for s, link in targets.items()]
    governing = governing_link(figure, links, span, text, others)
    found = footnotes(marks, context.notes)
    if governing is not None:
        found.append(link_citation(targets[governing.span]))
    named = governing_attribution(quantity.span, reading.attributions)
    if named is not None:
        found.append(attribution_citation(named, to_source(context.view, reading, named.span)))
    return tuple(found)


def _close(context: LetterContext, citations: Sequence[Citation]) -> Close:
    base = context.setting.base
    for citation in citations:
        day = citation.published_on
        if day is not None and (base is None or day <= base):
            return Close(
                day=day, why=f"end from the cited note {citation.mark}" if citation.mark else "end from the source"
            )
    return Close(day=base, why="end from the letter's date")


def _up_to(day: date | None) -> Period | None:
    if day is None:
        return None
    return Period(text="", span=None, start=None, end=day, grain="day", inherited="end from the letter's date")
