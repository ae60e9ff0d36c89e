"""A claim resolved against the tables: its measures, event, place, days and citations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.model import Citation, Claim, Grain, Interval, Letter
from sources.comparison.asking.intervals import whole
from sources.comparison.asking.question import Question
from sources.comparison.asking.tolerance import rounded
from sources.comparison.asking.window_ends import floor
from sources.lookup.table_index import Index
from sources.settings import AsKnown


def ask(
    claim: Claim, letter: Letter, index: Index, *, in_note: bool = False, as_known: AsKnown | None = None
) -> Question:
    """Resolve a claim of `letter`. `in_note`: it stands among the notes, so that the note itself is its citation."""
    written = letter.written_on or letter.published_on
    readings = _readings(claim, index)
    event, told = _event(claim, readings, index)
    end, stated = _end(claim, written)
    place, place_told = _place(claim, event, index)
    return Question(
        claim=claim,
        interval=_interval(claim),
        readings=readings,
        event=event,
        place=place,
        start=claim.period.start if claim.period else None,
        start_grain=_start_grain(claim),
        start_told=claim.period is not None and claim.period.start is not None and claim.period.span is not None,
        end=end,
        end_stated=stated,
        letter_date=written,
        letter_dates=tuple(day for day in (letter.written_on, letter.published_on) if day),
        cited_producers=_cited_producers(claim, index),
        cited_documents=_cited_documents(claim, index, in_note=in_note),
        in_note=in_note,
        as_known=as_known,
        assumptions=tuple(key for key in (told, place_told) if key),
    )


def _interval(claim: Claim) -> Interval:
    """What a claim admits when it is held against sources: in whole things, a round number with what it rounds."""
    quantity = claim.quantity
    own = whole(quantity.interval) if quantity.dimension == "count" else quantity.interval
    return rounded(own, quantity)


def _start_grain(claim: Claim) -> Grain:
    """The grain in which a claim tells its start; a window that begins within a year or month was reckoned, not told.

    "Since 2021" starts in 2021, whenever; "in the past year" of a letter of April starts in that April.
    """
    period = claim.period
    if period is None or period.start is None:
        return "day"
    if floor(period.start, period.grain) == period.start:
        return period.grain
    return "month" if period.start.day == 1 else "day"


def _readings(claim: Claim, index: Index) -> tuple[str, ...]:
    """The measures a claim may mean, the likeliest first, without those the table does not know."""
    told = dict.fromkeys((*([claim.measure] if claim.measure else []), *claim.measures_possible))
    return tuple(measure for measure in told if measure in index.measures)


def _end(claim: Claim, written: date | None) -> tuple[date | None, bool]:
    """The claim's as-of day: its own, else that of the note it cites, else the letter's.

    An end that is the letter's own date ("to date") is no end of its own: a note dated earlier is nearer to the count.
    """
    own = claim.period.end if claim.period else None
    if own is not None and own != written and (written is None or own < written):
        return own, True
    noted = [each.published_on for each in claim.citations if each.published_on]
    earlier = [day for day in noted if written is None or day <= written]
    return (max(earlier), True) if earlier else (written or own, False)


def _event(claim: Claim, readings: Sequence[str], index: Index) -> tuple[str | None, str | None]:
    """The event whose toll is claimed, and how it was found if its sentence does not name it.

    An event that only dates the period ("since the earthquake") is no event of the claim where the table has no toll of
    it for the measure.
    """
    if claim.event is not None and claim.event in index.event_measures:
        told = any(measure in index.event_measures[claim.event] for measure in readings)
        anchors = claim.period is not None and claim.period.start != claim.period.end
        return (None, None) if anchors and not told else (claim.event, None)
    named = [each for each in _named(claim, index) if _has_toll(each, readings, index)]
    if named:
        return (named[0], None) if len(named) == 1 else (None, None)
    days = (claim.period.start, claim.period.end or claim.period.start) if claim.period else (None, None)
    on_that_day = [each for each in index.events_on.get(days, ()) if _has_toll(each, readings, index)]
    dated = [event_id for event_id in on_that_day if _is_dated(claim, event_id, index)]
    return (dated[0], "event_by_date") if len(dated) == 1 else (None, None)


def _has_toll(event_id: str, readings: Sequence[str], index: Index) -> bool:
    return any(reading in index.event_measures.get(event_id, ()) for reading in readings)


def _named(claim: Claim, index: Index) -> list[str]:
    """The events of which the sentence uses one of the longer names, on a day that is not another one."""
    day = claim.period.start if claim.period else None
    starts = {each: index.events[each].start for each in index.events_named_in(claim.sentence)}
    return [each for each, start in starts.items() if day is None or start is None or day == start]


def _is_dated(claim: Claim, event_id: str, index: Index) -> bool:
    """Whether a claim tells just the days of an event, in its place or at most its township."""
    event, period = index.events[event_id], claim.period
    if event.start is None or period is None or period.start is None or period.grain != "day":
        return False
    gazetteer = index.gazetteer
    asked = gazetteer.resolve(claim.place)
    where = gazetteer.relation(gazetteer.resolve(event.place), asked)
    return event.place is None or where in ("same", "around") or (where == "inside" and not gazetteer.is_wide(asked))


def _place(claim: Claim, event: str | None, index: Index) -> tuple[str | None, str | None]:
    """The id of the claim's place; where it tells none, that of the event its period is counted from."""
    if claim.place is not None:
        return index.gazetteer.resolve(claim.place), None
    anchor = index.events.get(claim.period.anchor) if claim.period and claim.period.anchor else None
    if event is None and anchor is not None and anchor.place is not None:
        return index.gazetteer.resolve(anchor.place), "place_by_event"
    return None, None


def _cited_producers(claim: Claim, index: Index) -> tuple[str, ...]:
    told = [index.producer_named(citation.producer) for citation in claim.citations]
    told.append(index.producer_named(claim.attribution))
    return tuple(dict.fromkeys(producer for producer in told if producer))


def _cited_documents(claim: Claim, index: Index, *, in_note: bool) -> tuple[tuple[str, date], ...]:
    found = [_document(citation, index) for citation in claim.citations]
    told = claim.period if in_note else None
    if told is not None and told.end is not None and told.start in (None, told.end):
        found.append(("", told.end))
    return tuple(dict.fromkeys(document for document in found if document))


def _document(citation: Citation, index: Index) -> tuple[str, date] | None:
    producer = index.producer_named(citation.producer)
    return (producer, citation.published_on) if producer and citation.published_on else None
