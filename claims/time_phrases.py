"""Phrases of a sentence that say which time it speaks of: "since February 2021", "over the past 30 months", "to date".

Found phrases are kept apart from the choice which of them a figure takes (`claims.periods`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from claims.dates import month_end, months_before
from claims.events import EventHit, EventReading
from claims.model import DateMention, Grain, Quantity, Span
from claims.phrases import PhraseIndex, Word, split_words
from claims.words import vocabulary

Role = Literal["since", "window", "past", "lasting", "until", "to_date", "since_then", "document"]
Settle = Callable[[EventHit], EventReading]

_BACK = 26
_GAP = 60
_HARD = frozenset(".;:!?()[]")
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """One phrase: `role`, the days it names as far as known, the event it hangs on, or why it names none.

    `fronted`: it opens the sentence or a part of it and so speaks for all that follows.
    """

    span: Span
    role: Role
    start: date | None
    end: date | None
    grain: Grain
    anchor: str | None = None
    fronted: bool = False
    reason: str | None = None
    length: Quantity | None = None


def time_phrases(
    text: str,
    dates: Sequence[DateMention],
    hits: Sequence[EventHit],
    quantities: Sequence[Quantity],
    base: date | None,
    settle: Settle,
) -> list[TimePhrase]:
    """All time phrases of one sentence, sorted; spans of everything given count in `text`."""
    finder = _Finder(text, dates, hits, [q for q in quantities if q.dimension == "duration"], base, settle)
    found = [*finder.lengths(), *finder.dated(), *finder.anchored(), *finder.fixed()]
    kept: list[TimePhrase] = []
    for phrase in sorted(found, key=lambda p: (-len(p.span), p.span)):
        if not any(phrase.span.overlaps(other.span) for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda p: p.span)


def shifted_days(start: date, count: int, unit: str) -> date:
    """`count` units later (earlier if negative); the calendar's first and last day bound it."""
    if unit in _MONTHS:
        return months_before(start, -count * _MONTHS[unit])
    days = count * _DAYS.get(unit, 1)
    return date.fromordinal(max(1, min(start.toordinal() + days, date.max.toordinal())))


class _Finder:
    def __init__(
        self, text: str, dates: Sequence[DateMention], hits: Sequence[EventHit], lengths: Sequence[Quantity],
        base: date | None, settle: Settle,
    ) -> None:  # fmt: skip
        self.text, self.dates, self.hits, self.durations, self.base, self.settle = text, dates, hits, lengths, base, settle
        self.tokens = split_words(text)
        self.norms = [token.norm for token in self.tokens]
        self.ends = [token.span.end for token in self.tokens]

    # -- dates ---------------------------------------------------------------------------------------------------

    def dated(self) -> list[TimePhrase]:
        """A phrase for every date, by what opens it."""
        found: list[TimePhrase] = []
        skip: set[int] = set()
        for index, mention in enumerate(self.dates):
            if index not in skip:
                phrase, used = self._dated(index, mention)
                found.append(phrase)
                if used:
                    skip.add(index + 1)
        return found

    def _dated(self, index: int, mention: DateMention) -> tuple[TimePhrase, bool]:
        first = self._token_at(mention.span.start)
        opener, at = self._opener(first)
        if opener in ("since", "window") and self.norms[at] in vocabulary("periods")["from"]:
            other = self._completes(mention, self.dates[index + 1 : index + 2])
            if other is not None:
                return self._range(at, mention, other), True
            if _is_range(mention.text):
                opener = "window"
        if opener in ("window", "document", None):
            far = self._far_since(at if opener else first)
            if far is not None:
                return self._since(far, mention), False
        return self._opened(opener, at, mention), False

    def _opened(self, opener: str | None, at: int, mention: DateMention) -> TimePhrase:
        start = self.tokens[at].span.start if opener else mention.span.start
        whole = Span(start, mention.span.end)
        if opener in ("since", "after"):
            return self._since(at, mention)
        if opener in ("until", "before"):
            end = mention.end if opener == "until" else (mention.start - timedelta(days=1) if mention.start else None)
            return self._phrase(whole, "until", None, end, mention.grain, reason=mention.problem)
        if opener == "document" or self._of_document(at if opener else self._token_at(start)):
            return self._phrase(whole, "document", None, mention.end, mention.grain, reason=mention.problem)
        role: Role = "document" if self._compared(opener, at, mention) else "window"
        return self._phrase(whole, role, mention.start, mention.end, mention.grain, reason=mention.problem)

    def _compared(self, opener: str | None, at: int, mention: DateMention) -> bool:
        """ "a 43% increase on 2022": the year that another one is measured against, not that of the count."""
        if opener is None or mention.grain == "day":
            return False
        before = self.norms[at - 1] if at else ""
        return self.norms[at] == "on" or before in vocabulary("periods")["changes"]

    def _since(self, at: int, mention: DateMention) -> TimePhrase:
        """ "since February 2021"; an event named inside that agrees with the date gives the day ("since the coup in …")."""
        whole = Span(self.tokens[at].span.start, mention.span.end)
        for hit in self.hits:
            if whole.contains(hit.span):
                event = self.settle(hit).event
                if event is not None and event.start and mention.start and mention.end:
                    if mention.start <= event.start <= mention.end:
                        return self._phrase(whole, "since", event.start, None, "day", anchor=event.event_id)
        return self._phrase(whole, "since", mention.start, None, mention.grain, reason=mention.problem)

    def _range(self, at: int, first: DateMention, last: DateMention) -> TimePhrase:
        start = first.start
        if start and last.start and not first.year_stated and last.year_stated and start.year != last.start.year:
            # "from May to July 2022": the year printed once holds for both, unless that turns them round.
            moved = start.replace(year=last.start.year, day=min(start.day, 28) if start.month == 2 else start.day)
            start = moved if moved <= last.start else moved.replace(year=last.start.year - 1)
        grain: Grain = last.grain if first.grain == last.grain else max(first.grain, last.grain, key=_coarseness)
        whole = Span(self.tokens[at].span.start, last.span.end)
        return self._phrase(whole, "window", start, last.end, grain, reason=first.problem or last.problem)

    def _completes(self, first: DateMention, following: Sequence[DateMention]) -> DateMention | None:
        if not following:
            return None
        between = split_words(self.text[first.span.end : following[0].span.start])
        joined = [token.norm for token in between if token.norm not in vocabulary("periods")["lean"]]
        return following[0] if joined and " ".join(joined) in vocabulary("periods")["joiners"] else None

    # -- events --------------------------------------------------------------------------------------------------

    def anchored(self) -> list[TimePhrase]:
        """ "since the failed coup attempt": phrases that hang on an event alone."""
        found = []
        for hit in self.hits:
            opener, at = self._opener(self._token_at(hit.span.start), reach=6)
            if opener not in ("since", "after", "before", "until"):
                continue
            reading = self.settle(hit)
            day = reading.event.start if reading.event is not None else None
            whole = Span(self.tokens[at].span.start, hit.span.end)
            anchor = reading.event.event_id if reading.event is not None else None
            if opener in ("since", "after"):
                found.append(self._phrase(whole, "since", day, None, "day", anchor=anchor, reason=reading.reason))
            else:
                found.append(self._phrase(whole, "until", None, day, "day", anchor=anchor, reason=reading.reason))
        return found

    # -- lengths of time -----------------------------------------------------------------------------------------

    def lengths(self) -> list[TimePhrase]:
        """ "over the past 30 months", "for over four years", "within 10 days of the coup", "the first two weeks of May"."""
        found = [phrase for q in self.durations if (phrase := self._length(q)) is not None]
        return [*found, *self._single_units()]

    def _length(self, quantity: Quantity) -> TimePhrase | None:
        words = vocabulary("periods")
        start = min(quantity.span.start, quantity.comparator_span.start if quantity.comparator_span else quantity.span.start)
        first = self._token_at(start)
        before = self.norms[first - 1] if first else ""
        if before in words["parts"]:
            return self._part_of(quantity, words["parts"][before], first - 1)
        after = self._after_length(quantity)
        if after is not None:
            return after
        if before in words["past"]:
            at = self._back_over(first - 1, ("the", "these", "those"))
            opened = at > 0 and self.norms[at - 1] in words["past_openers"]
            return self._past(Span(self.tokens[at - 1 if opened else at].span.start, quantity.span.end), quantity)
        if before in words["lasting"]:
            whole = Span(self.tokens[first - 1].span.start, quantity.span.end)
            return self._phrase(whole, "lasting", None, self.base, "day", length=quantity)
        return None

    def _past(self, span: Span, quantity: Quantity) -> TimePhrase:
        unit, count = quantity.unit or "day", quantity.value
        start = None
        if self.base is not None and count == int(count) and count < 5000:
            start = shifted_days(self.base, -int(count), unit)
            start = start.replace(day=1) if unit in _MONTHS else start
        return self._phrase(span, "past", start, self.base, _grain_of(unit), length=quantity)

    def _part_of(self, quantity: Quantity, which: str, at: int) -> TimePhrase | None:
        """ "the first four months of 2024": counted from the start or the end of the date named after "of"."""
        mention = self._date_after(self._length_end(quantity), ("of", "in"))
        if mention is None or mention.start is None or mention.end is None or quantity.value != int(quantity.value):
            return None
        count, unit = int(quantity.value), quantity.unit or "day"
        start, end = mention.start, shifted_days(mention.start, count, unit) - timedelta(days=1)
        if which == "last":
            start, end = shifted_days(mention.end + timedelta(days=1), -count, unit), mention.end
        whole = Span(self.tokens[at].span.start, mention.span.end)
        return self._phrase(whole, "window", start, end, _grain_of(unit))

    def _after_length(self, quantity: Quantity) -> TimePhrase | None:
        """ "within 10 days of 3 May", "30 days after the coup"."""
        first = self._token_at(quantity.span.start)
        if not first or self.norms[first - 1] not in ("within", "in"):
            return None
        length_end = self._length_end(quantity)
        mention = self._date_after(length_end, vocabulary("periods")["within"])
        day, anchor = (mention.start, None) if mention is not None else (None, None)
        end_at = mention.span.end if mention is not None else 0
        for hit in self.hits:
            if not length_end <= hit.span.start <= length_end + _GAP:
                continue
            gap = split_words(self.text[length_end : hit.span.start])
            if mention is None and 1 <= len(gap) <= 6 and gap[0].norm in vocabulary("periods")["within"]:
                event = self.settle(hit).event
                if event is not None:
                    day, anchor, end_at = event.start, event.event_id, hit.span.end
        if day is None or quantity.value != int(quantity.value):
            return None
        whole = Span(self.tokens[first - 1].span.start, end_at)
        end = shifted_days(day, int(quantity.value), quantity.unit or "day")
        return self._phrase(whole, "window", day, end, "day", anchor=anchor)

    def _length_end(self, quantity: Quantity) -> int:
        """Where the unit ends: "ten days" in "[ten days of the coup]"."""
        units = {form for forms in vocabulary("relative_dates")["units"].values() for form in forms}
        inside = [t for t in split_words(quantity.span.of(self.text)) if t.norm in units]
        return quantity.span.start + inside[0].span.end if inside else quantity.span.end

    def _single_units(self) -> list[TimePhrase]:
        """ "over the past year": one unit, without its number."""
        words, found = vocabulary("periods"), []
        for index in range(2, len(self.tokens)):
            unit = words["units"].get(self.norms[index])
            if unit is None or self.norms[index - 1] not in words["past"]:
                continue
            at = self._back_over(index - 1, ("the",))
            if at and self.norms[at - 1] in words["past_openers"] and at < index - 1:
                span = Span(self.tokens[at - 1].span.start, self.tokens[index].span.end)
                start = shifted_days(self.base, -1, unit) if self.base is not None else None
                start = start.replace(day=1) if start is not None and unit in _MONTHS else start
                found.append(self._phrase(span, "past", start, self.base, _grain_of(unit)))
        return found

    # -- fixed phrases -------------------------------------------------------------------------------------------

    def fixed(self) -> list[TimePhrase]:
        """ "to date", "so far", "since then"."""
        found = []
        for hit in _fixed_index().find(self.tokens):
            span = Span(self.tokens[hit.first].span.start, self.tokens[hit.last - 1].span.end)
            found.append(self._phrase(span, hit.payloads[0], None, None, "day"))
        return found

    # -- helpers -------------------------------------------------------------------------------------------------

    def _phrase(
        self, span: Span, role: Role, start: date | None, end: date | None, grain: Grain, *, anchor: str | None = None,
        reason: str | None = None, length: Quantity | None = None,
    ) -> TimePhrase:  # fmt: skip
        return TimePhrase(span=span, role=role, start=start, end=end, grain=grain, anchor=anchor,
                          fronted=self._fronted(span), reason=reason, length=length)  # fmt: skip

    def _fronted(self, span: Span) -> bool:
        first = self._token_at(span.start)
        before = [norm for norm in self.norms[max(0, first - 2) : first] if norm not in "\"'“‘("]
        return not before or before[-1] in (";", ":", "—", "–") or (len(before) == 1 and first <= 2) or (
            before[-1] in ("and", "but", "that") and len(before) == 2 and before[0] == ","
        )

    def _token_at(self, offset: int) -> int:
        return bisect_right(self.ends, offset)

    def _back_over(self, index: int, words: Sequence[str]) -> int:
        while index > 0 and self.norms[index - 1] in words:
            index -= 1
        return index

    def _opener(self, first: int, reach: int = 4) -> tuple[str | None, int]:
        """What opens a date or event whose first token is `first`: its kind and where it stands."""
        lean = vocabulary("periods")["lean"]
        for end in range(first, max(0, first - reach) - 1, -1):
            hit = _opener_ending(self.norms, end)
            if hit is not None:
                return hit
            if end == 0 or (self.norms[end - 1] not in lean and not (reach > 4 and self.tokens[end - 1].is_word)):
                break
            if self.norms[end - 1] == "'s" and reach <= 4:
                break
        return None, first

    def _far_since(self, index: int) -> int | None:
        """ "Since your meeting with the minister on 17 April": the "since" further left in the same part of the sentence."""
        for at in range(index - 1, max(-1, index - _BACK - 1), -1):
            token = self.tokens[at]
            if token.text in _HARD or token.text == "," or any(d.span.contains(token.span) for d in self.dates):
                return None
            if token.norm == "since":
                return at
        return None

    def _of_document(self, at: int) -> bool:
        """ "a law adopted in 2016", "its report of May", "(resolution 20/8, June 2012)"."""
        words = vocabulary("periods")
        before = self.norms[at - 1] if at else ""
        if before in words["founding"] or before in words["documents"]:
            return True
        return before == "," and "(" in self.norms[max(0, at - 8) : at] and ")" not in self.norms[max(0, at - 8) : at]

    def _date_after(self, offset: int, joiners: Sequence[str]) -> DateMention | None:
        for mention in self.dates:
            if mention.span.start >= offset:
                gap = [t.norm for t in split_words(self.text[offset : mention.span.start])]
                fits = gap and gap[0] in joiners and all(norm in vocabulary("periods")["lean"] for norm in gap[1:])
                return mention if fits else None
        return None


def _is_range(text: str) -> bool:
    """A date that holds both its ends ("[from] May to July 2022")."""
    inner = [word.norm for word in split_words(text)[1:-1]]
    return any(norm in vocabulary("periods")["joiners"] for norm in inner)


def _coarseness(grain: Grain) -> int:
    return ("day", "week", "month", "quarter", "year").index(grain)


def _grain_of(unit: str) -> Grain:
    """The grain of a period told as a number of units: "30 months" is exact to the month, "a decade" to the year."""
    grains: dict[str, Grain] = {"month": "month", "quarter": "quarter", "year": "year", "decade": "year",
                                "century": "year", "week": "week", "fortnight": "week"}  # fmt: skip
    return grains.get(unit, "day")


@cache
def _fixed_index() -> PhraseIndex[Role]:
    words = vocabulary("periods")
    roles: list[tuple[str, Role]] = [(phrase, "to_date") for phrase in words["to_date"]]
    return PhraseIndex([*roles, *((phrase, "since_then") for phrase in words["since_then"])])


@cache
def _openers() -> dict[tuple[str, ...], str]:
    listed = vocabulary("periods")["openers"]
    return {tuple(t.norm for t in split_words(form)): kind for kind, forms in listed.items() for form in forms}


def _opener_ending(norms: Sequence[str], end: int) -> tuple[str, int] | None:
    """The longest opener whose last token is the one before `end`."""
    for size in range(min(5, end), 0, -1):
        kind = _openers().get(tuple(norms[end - size : end]))
        if kind is not None:
            return kind, end - size
    return None


__all__ = ["Role", "TimePhrase", "Word", "month_end", "shifted_days", "time_phrases"]
