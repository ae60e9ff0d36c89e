"""Lengths of time that tell a period: "over the past 30 months", "within 10 days of the coup", "the first two weeks
of May".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claims.language.words import vocabulary
from claims.model import Grain, Quantity, Span
from claims.text.phrases import split_words
from claims.times.calendar_steps import MONTHS_OF, shifted_days
from claims.times.time_words import TimePhrase, TimeWords

_GAP = 60


def length_phrases(times: TimeWords, durations: Sequence[Quantity]) -> list[TimePhrase]:
    """A phrase for each length of time that tells a period, with or without its number."""
    found = [phrase for quantity in durations if (phrase := _length(times, quantity)) is not None]
    return [*found, *_single_units(times)]


def _length(times: TimeWords, quantity: Quantity) -> TimePhrase | None:
    words = vocabulary("periods")
    first = times.token_at(_phrase_start(quantity))
    before = times.norms[first - 1] if first else ""
    part = _part_of(times, quantity, words["parts"][before], first - 1) if before in words["parts"] else None
    if part is not None:
        return part
    after = _after_length(times, quantity, first)
    if after is not None:
        return after
    if before in words["past"]:
        at = times.back_over(first - 1, ("the", "these", "those"))
        opened = at > 0 and times.norms[at - 1] in words["past_openers"]
        return _past(times, Span(times.tokens[at - 1 if opened else at].span.start, quantity.span.end), quantity)
    if before in words["lasting"]:
        whole = Span(times.tokens[first - 1].span.start, quantity.span.end)
        return times.phrase(whole, "lasting", None, times.base, "day", length=quantity)
    return None


def _phrase_start(quantity: Quantity) -> int:
    compared = quantity.comparator_span
    return min(quantity.span.start, compared.start) if compared is not None else quantity.span.start


def _past(times: TimeWords, span: Span, quantity: Quantity) -> TimePhrase:
    unit, count = quantity.unit or "day", quantity.value
    start = None
    if times.base is not None and count == int(count) and count < 5000:
        start = shifted_days(times.base, -int(count), unit)
        start = start.replace(day=1) if unit in MONTHS_OF else start
    return times.phrase(span, "past", start, times.base, _grain_of(unit), length=quantity)


def _part_of(times: TimeWords, quantity: Quantity, which: str, at: int) -> TimePhrase | None:
    """ "the first four months of 2024": counted from the start or the end of the date named after "of"."""
    mention = times.date_after(_length_end(times, quantity), vocabulary("clauses")["inside"])
    if mention is None or mention.start is None or mention.end is None or quantity.value != int(quantity.value):
        return None
    count, unit = int(quantity.value), quantity.unit or "day"
    start, end = mention.start, shifted_days(mention.start, count, unit) - timedelta(days=1)
    if which == "last":
        start, end = shifted_days(mention.end + timedelta(days=1), -count, unit), mention.end
    whole = Span(times.tokens[at].span.start, mention.span.end)
    return times.phrase(whole, "window", start, end, _grain_of(unit))


def _after_length(times: TimeWords, quantity: Quantity, first: int) -> TimePhrase | None:
    """ "within 10 days of 3 May", "in the two weeks after the quake": a window; "four years after the coup": how long
    ago that was.
    """
    anchor = _counted_from(times, _length_end(times, quantity))
    if anchor is None or quantity.value != int(quantity.value):
        return None
    day, event_id, end_at, joiner = anchor
    at = times.back_over(first, ("the", "first"))
    if at == 0 or times.norms[at - 1] not in vocabulary("periods")["within_openers"]:
        whole = Span(_phrase_start(quantity), end_at)
        return times.phrase(whole, "lasting", day, times.base, "day", anchor=event_id, length=quantity)
    if joiner == "since":
        # "in the four years since the coup" reaches to the letter, however many they are by the day.
        whole = Span(times.tokens[at - 1].span.start, end_at)
        return times.phrase(whole, "since", day, None, "day", anchor=event_id, length=quantity)
    end = shifted_days(day, int(quantity.value), quantity.unit or "day")
    return times.phrase(Span(times.tokens[at - 1].span.start, end_at), "window", day, end, "day", anchor=event_id)


def _counted_from(times: TimeWords, length_end: int) -> tuple[date, str | None, int, str] | None:
    """The day that a length of time is counted from ("of 3 May", "after the coup"), its event, where that ends, and
    the word that joins them.
    """
    joiners = vocabulary("periods")["within"]
    for hit in times.hits:
        if length_end <= hit.span.start <= length_end + _GAP:
            gap = split_words(times.text[length_end : hit.span.start])
            event = times.settle(hit).event if 1 <= len(gap) <= 6 and gap[0].norm in joiners else None
            if event is not None and event.start is not None:
                return event.start, event.event_id, hit.span.end, gap[0].norm
    mention = times.date_after(length_end, joiners)
    if mention is None or mention.start is None or mention.grain != "day":
        return None
    return mention.start, None, mention.span.end, split_words(times.text[length_end : mention.span.start])[0].norm


def _length_end(times: TimeWords, quantity: Quantity) -> int:
    """Where the unit ends: "ten days" in "[ten days of the coup]"."""
    units = {form for forms in vocabulary("relative_dates")["units"].values() for form in forms}
    inside = [t for t in split_words(quantity.span.of(times.text)) if t.norm in units]
    return quantity.span.start + inside[0].span.end if inside else quantity.span.end


def _single_units(times: TimeWords) -> list[TimePhrase]:
    """ "over the past year": one unit, without its number."""
    words, found = vocabulary("periods"), []
    for index in range(2, len(times.tokens)):
        unit = words["units"].get(times.norms[index])
        if unit is None or times.norms[index - 1] not in words["past"]:
            continue
        at = times.back_over(index - 1, ("the",))
        if at and times.norms[at - 1] in words["past_openers"] and at < index - 1:
            span = Span(times.tokens[at - 1].span.start, times.tokens[index].span.end)
            start = shifted_days(times.base, -1, unit) if times.base is not None else None
            start = start.replace(day=1) if start is not None and unit in MONTHS_OF else start
            found.append(times.phrase(span, "past", start, times.base, _grain_of(unit)))
    return found


def _grain_of(unit: str) -> Grain:
    """The grain of a period told as a number of units: "30 months" is exact to the month, "a decade" to the year."""
    grains: dict[str, Grain] = {
        "month": "month",
        "quarter": "quarter",
        "year": "year",
        "decade": "year",
        "century": "year",
        "week": "week",
        "fortnight": "week",
    }
    return grains.get(unit, "day")
