"""Known events in a text: "since the coup" as an anchor of a period, "the airstrike on … of 12 May" as what a toll is
of.

A name in a text is one event or none. What makes it none (another place, another year, two candidates, a date after
the letter's) is kept as the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.language.words import vocabulary
from claims.model import DateMention, Event, Place, Span
from claims.quick_records import dataclass
from claims.text.phrases import norms, split_words
from claims.times.grammar.datespans import find_date_spans
from claims.times.known_events.event_names import EventHit, EventNames

# "the coup of 2014", "the 2014 coup": how far a date may stand from the name and still say which one is meant.
_NEAR = 24
# A name of three words or more ("escalation of October 2023") needs no place to be one event's.
_DISTINCT = 3


@dataclass(frozen=True, slots=True)
class EventReading:
    """The one event meant, or None and why."""

    event: Event | None
    reason: str | None = None


def settle_anchor(
    names: EventNames, hit: EventHit, text: str, place: Place | None, before: date | None, dates: Sequence[DateMention]
) -> EventReading:
    """Which event "the coup" is in "since the coup": of the sentence's place, not after the letter, the only one
    left.
    """
    told = [mention for mention in dates if _qualifies(hit.span, mention, text)]
    candidates = list(hit.candidates)
    for why, fitting in (
        ("was not read in a source with its date", [e for e in candidates if e.verified and e.start is not None]),
        ("is listed only after the letter's date", [e for e in candidates if _begun(e, before)]),
        ("is not known for the place spoken of", [e for e in candidates if _placed(names, e, hit, place, told)]),
        ("has another date than the one listed", [e for e in candidates if all(_agrees(e, m) for m in told)]),
    ):
        candidates = [event for event in candidates if event in fitting]
        if not candidates:
            return EventReading(None, f"“{hit.text}” {why}")
    if len(candidates) > 1:
        return EventReading(None, f"“{hit.text}” may be any of {', '.join(event.event_id for event in candidates)}")
    dated_before = any(hit.span.start - 2 <= mention.span.end <= hit.span.start for mention in told)
    if not dated_before and _foreign_qualifier(text, hit.span, names):
        return EventReading(None, f"“{hit.text}” has a qualifier that is not understood")
    return EventReading(candidates[0])


def toll_event(
    names: EventNames, text: str, hits: Sequence[EventHit], dates: Sequence[DateMention], before: date | None
) -> EventReading:
    """The event whose toll a sentence gives: it names the event or the event's own place, and its date if it has one.

    "in Depot Township, on 3 May 2024, an airstrike on a clinic killed 9": by date and place. A name alone is enough
    only when it is that event's alone and holds a proper name or three words, and no other date stands in the
    sentence.
    """
    named = {event.event_id for hit in hits for event in hit.candidates}
    days = [mention for mention in dates if mention.grain == "day" and mention.start is not None]
    found = []
    for event in names.events:
        if event.start is None or (before is not None and event.start > before):
            continue
        called = event.event_id in named
        if not any(_on(event, day) for day in days) if days else not called:
            continue
        placed = names.names_place(event, text)
        if (placed or called) if days else (called and (placed or _called_by_name(event, hits))):
            found.append(event)
    if len(found) == 1:
        return EventReading(found[0])
    if found:
        return EventReading(None, f"may be any of {', '.join(event.event_id for event in found)}")
    return EventReading(None)


def document_event(names: EventNames, text: str, day: date | None) -> EventReading:
    """The listed document (a letter, a statement) that a note cites: same date, and named in it; None if not just
    one.
    """
    if day is None:
        return EventReading(None)
    called = {event.event_id for hit in names.hits(text) for event in hit.candidates}
    found = [event for event in names.events if event.start == day and event.event_id in called]
    return EventReading(found[0]) if len(found) == 1 else EventReading(None)


def began_on(event: Event, mention: DateMention) -> bool:
    """Whether an event began in the days that a date names; "the coup of 1 February" needs no year."""
    if event.start is None or mention.start is None or mention.end is None:
        return False
    if mention.year_stated or mention.grain not in ("day", "month"):
        return mention.start <= event.start <= mention.end
    first, last = mention.start, mention.end
    return (first.month, first.day) <= (event.start.month, event.start.day) <= (last.month, last.day)


def _begun(event: Event, before: date | None) -> bool:
    return before is None or (event.start is not None and event.start <= before)


def _placed(names: EventNames, event: Event, hit: EventHit, place: Place | None, told: Sequence[DateMention]) -> bool:
    return _fits_place(names, event, hit, place) or _same_day(event, hit, told)


def _fits_place(names: EventNames, event: Event, hit: EventHit, place: Place | None) -> bool:
    """An event of a place needs that place; one without needs a name that nothing else could bear."""
    country = names.country(event)
    if country is None:
        return len(norms(hit.text)) >= _DISTINCT
    return place is not None and names.places.outermost(place) == country


def _same_day(event: Event, hit: EventHit, told: Sequence[DateMention]) -> bool:
    """ "your meeting with the minister on 17 April": a name of several words and the very day need no place."""
    return len(norms(hit.text)) > 1 and any(m.grain == "day" and m.start == event.start for m in told)


def _qualifies(hit: Span, mention: DateMention, text: str) -> bool:
    """ "the coup of 2014", "the 2014 coup": the date belongs to the name."""
    between = (
        text[hit.end : mention.span.start] if mention.span.start >= hit.end else text[mention.span.end : hit.start]
    )
    if hit.overlaps(mention.span):
        return True
    near = len(between) <= _NEAR and not any(mark in between for mark in ",;:.()—–")
    return near and set(norms(between)) <= set(vocabulary("event_words")["joining"])


def _agrees(event: Event, mention: DateMention) -> bool:
    """Whether a date beside an event's name can be the event's; without a year only day and month must agree."""
    if event.start is None or mention.start is None or mention.end is None:
        return mention.problem is None
    if began_on(event, mention):
        return True
    return mention.year_stated and mention.start <= (event.end or event.start) and event.start <= mention.end


def _on(event: Event, day: DateMention) -> bool:
    """Whether a day is one of the event's; "on 11 April" needs no year, for the event is named by its place too."""
    if event.start is None or day.start is None:
        return False
    return event.start <= day.start <= (event.end or event.start) or (not day.year_stated and began_on(event, day))


def _called_by_name(event: Event, hits: Sequence[EventHit]) -> bool:
    """The name found is this event's alone and holds a proper name ("the Harpersville strike")."""
    generic = vocabulary("event_words")["place_kinds"]
    for hit in hits:
        if hit.candidates == (event,):
            tokens = split_words(hit.text)
            if any(token.text[:1].isupper() and token.norm not in generic for token in tokens[1:]) or (
                len(tokens) > 1 and tokens[0].text[:1].isupper()
            ):
                return True
    return False


def _foreign_qualifier(text: str, hit: Span, names: EventNames) -> bool:
    """ "the Sudanese coup" in a letter on another country: a capitalised word before the name that is not known
    there.
    """
    tokens = split_words(text[max(0, hit.start - 60) : hit.start])
    if not tokens or text[hit.start - 1 : hit.start] not in (" ", "\n") or not tokens[-1].is_word:
        return False
    last = tokens[-1]
    sentence_start = len(tokens) == 1 and hit.start <= 60
    known = names.places.mentions(text[max(0, hit.start - 60) : hit.start])
    is_place = any(mention.span.end == last.span.end for mention in known)
    is_date = bool(find_date_spans(last.text)) or last.norm in vocabulary("event_words")["joining"]
    return last.text[:1].isupper() and not sentence_start and not is_place and not is_date
