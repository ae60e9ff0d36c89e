"""Phrases of time that hang on an event or on what was just told: "since the coup", "at the time", "to date"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.language.words import of_language, vocabulary
from claims.model import Span
from claims.text.phrases import PhraseIndex
from claims.times.known_events.event_names import EventHit
from claims.times.time_words import Role, TimePhrase, TimeWords


def anchored(times: TimeWords) -> list[TimePhrase]:
    """ "since the failed coup attempt": phrases that hang on an event alone."""
    found = []
    for hit in times.hits:
        opener, at = times.opener(times.token_at(hit.span.start), reach=6)
        if (spanned := _from_event(times, hit, opener, at)) is not None:
            found.append(spanned)
            continue
        if opener not in ("since", "after", "before", "until"):
            continue
        reading = times.settle(hit)
        day = reading.event.start if reading.event is not None else None
        whole = Span(times.tokens[at].span.start, hit.span.end)
        anchor = reading.event.event_id if reading.event is not None else None
        if opener in ("since", "after"):
            found.append(times.phrase(whole, "since", day, None, "day", anchor=anchor, reason=reading.reason))
        else:
            found.append(times.phrase(whole, "until", None, day, "day", anchor=anchor, reason=reading.reason))
    return found


def _from_event(times: TimeWords, hit: EventHit, opener: str | None, at: int) -> TimePhrase | None:
    """ "between the coup and August 2023": an event begins the stretch of time that a date ends."""
    if opener not in ("since", "window") or times.norms[at] not in vocabulary("periods")["from"]:
        return None
    last = times.date_after(hit.span.end, vocabulary("periods")["joiners"])
    event = times.settle(hit).event if last is not None and last.end is not None else None
    if last is None or last.end is None or event is None or event.start is None or event.start > last.end:
        return None
    whole = Span(times.tokens[at].span.start, last.span.end)
    return times.phrase(whole, "window", event.start, last.end, last.grain, anchor=event.event_id, reason=last.problem)


def then(phrase: TimePhrase, found: Sequence[TimePhrase]) -> TimePhrase:
    """ "declared on 2 April; since then 300 raids": since the last date before it in the sentence, if there is one."""
    if phrase.role != "since_then":
        return phrase
    dated = [p for p in found if p.span.end <= phrase.span.start and p.role == "window" and p.start is not None]
    last = max(dated, key=lambda p: p.span, default=None)
    return phrase if last is None else replace(phrase, role="since", start=last.start, grain=last.grain, fronted=True)


def fixed(times: TimeWords) -> list[TimePhrase]:
    """ "to date", "so far", "since then"."""
    found = []
    for hit in _fixed_index().find(times.tokens):
        span = Span(times.tokens[hit.first].span.start, times.tokens[hit.last - 1].span.end)
        found.append(times.phrase(span, hit.payloads[0], None, None, "day"))
    return found


@of_language
def _fixed_index() -> PhraseIndex[Role]:
    words = vocabulary("periods")
    roles: list[tuple[str, Role]] = [(phrase, "to_date") for phrase in words["to_date"]]
    return PhraseIndex([*roles, *((phrase, "since_then") for phrase in words["since_then"])])
