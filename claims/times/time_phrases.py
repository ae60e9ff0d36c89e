"""Phrases of a sentence that say which time it speaks of: "since February 2021", "over the past 30 months", "to
date".

Found phrases are kept apart from the choice which of them a figure takes (`claims.times.periods`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claims.language.words import vocabulary
from claims.model import DateMention, Grain, Quantity, Span
from claims.text.phrases import split_words
from claims.times.anchored_phrases import anchored, fixed, then
from claims.times.known_events.event_names import EventHit
from claims.times.known_events.events import began_on
from claims.times.time_lengths import length_phrases
from claims.times.time_words import Role, Settle, TimePhrase, TimeWords

__all__ = ["Role", "TimePhrase", "time_phrases"]

# How far behind a date the name of its event may begin ("since the February 2021 military coup").
_BESIDE = 24


def time_phrases(
    text: str,
    dates: Sequence[DateMention],
    hits: Sequence[EventHit],
    quantities: Sequence[Quantity],
    base: date | None,
    settle: Settle,
) -> list[TimePhrase]:
    """All time phrases of one sentence, sorted; spans of everything given count in `text`."""
    times = TimeWords(text, dates, hits, base, settle)
    durations = [quantity for quantity in quantities if quantity.dimension == "duration"]
    found = [*length_phrases(times, durations), *_dates(times), *anchored(times), *fixed(times)]
    found = [then(phrase, found) for phrase in found]
    kept: list[TimePhrase] = []
    for phrase in sorted(found, key=lambda p: (-len(p.span), p.span)):
        if not any(phrase.span.overlaps(other.span) for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda p: p.span)


def _dates(times: TimeWords) -> list[TimePhrase]:
    """A phrase for every date, by what opens it."""
    found: list[TimePhrase] = []
    skip: set[int] = set()
    for index, mention in enumerate(times.dates):
        if index not in skip:
            phrase, used = _dated(times, index, mention)
            found.append(phrase)
            if used:
                skip.add(index + 1)
    return found


def _dated(times: TimeWords, index: int, mention: DateMention) -> tuple[TimePhrase, bool]:
    first = times.token_at(mention.span.start)
    opener, at = times.opener(first)
    if opener in ("since", "window") and times.norms[at] in vocabulary("periods")["from"]:
        other = _completes(times, mention, times.dates[index + 1 : index + 2])
        if other is not None:
            return _range(times, at, mention, other), True
        if _is_range(mention.text):
            opener = "window"
    if opener in ("window", "document", None):
        far = times.far_since(at if opener else first)
        if far is not None:
            return _since(times, far, mention), False
    return _opened(times, opener, at, mention), False


def _opened(times: TimeWords, opener: str | None, at: int, mention: DateMention) -> TimePhrase:
    start = times.tokens[at].span.start if opener else mention.span.start
    whole = Span(start, mention.span.end)
    if opener in ("since", "after"):
        return _since(times, at, mention)
    if opener in ("until", "before"):
        end = mention.end if opener == "until" else (mention.start - timedelta(days=1) if mention.start else None)
        # "phase out coal by 2050" sets an aim; no count reaches beyond the letter.
        ahead = mention.start is not None and times.base is not None and mention.start > times.base
        role: Role = "other" if ahead else "until"
        return times.phrase(whole, role, None, end, mention.grain, reason=mention.problem)
    other = times.not_of_the_count(at if opener else times.token_at(start))
    if other == "document" and _is_for_a_year(times, opener, at, mention):
        other = None
    if other is None and (
        opener == "document" or _compared(times, opener, at, mention) or _bare_year(times, opener, mention)
    ):
        other = "other"
    if other is not None:
        return times.phrase(whole, other, None, mention.end, mention.grain, reason=mention.problem)
    return times.phrase(
        whole, "window", mention.start, mention.end, mention.grain, reason=mention.problem, inherited=mention.inherited
    )


def _is_for_a_year(times: TimeWords, opener: str | None, at: int, mention: DateMention) -> bool:
    """ "its figures for 2024": the year that is counted; "its figures of 3 May": the day on which they were given."""
    words = vocabulary("periods")
    if opener != "window" or mention.grain != "year" or at == 0:
        return False
    return times.norms[at] in words["for_a_year"] and times.norms[at - 1] in words["figure_words"]


def _bare_year(times: TimeWords, opener: str | None, mention: DateMention) -> bool:
    """ "the 2008 constitution", "resolution 2669 (2022)": a year that names a thing; "2024: 30 dead" opens its line."""
    return (
        opener is None and mention.grain == "year" and mention.text.isdigit() and times.token_at(mention.span.start) > 0
    )


def _compared(times: TimeWords, opener: str | None, at: int, mention: DateMention) -> bool:
    """ "a 43% increase on 2022": the year that another one is measured against, not that of the count."""
    if opener is None or mention.grain == "day":
        return False
    before = times.norms[at - 1] if at else ""
    return times.norms[at] in vocabulary("clauses")["against"] or before in vocabulary("periods")["changes"]


def _since(times: TimeWords, at: int, mention: DateMention) -> TimePhrase:
    """ "since February 2021"; an event named with the date gives the day ("since the coup in …", "since the 2021
    coup").
    """
    start = times.tokens[at].span.start
    for hit in times.hits:
        beside = mention.span.end <= hit.span.start <= mention.span.end + _BESIDE
        if hit.span.start < start or not (beside or hit.span.end <= mention.span.end):
            continue
        between = times.text[mention.span.end : hit.span.start] if beside else ""
        event = times.settle(hit).event if not set(between) & set(",.;:()—–") else None
        if event is not None and began_on(event, mention):
            whole = Span(start, max(mention.span.end, hit.span.end))
            return times.phrase(whole, "since", event.start, None, "day", anchor=event.event_id)
    whole = Span(start, mention.span.end)
    return times.phrase(
        whole, "since", mention.start, None, mention.grain, reason=mention.problem, inherited=mention.inherited
    )


def _range(times: TimeWords, at: int, first: DateMention, last: DateMention) -> TimePhrase:
    start = first.start
    if start and last.start and not first.year_stated and last.year_stated and start.year != last.start.year:
        # "from May to July 2022": the year printed once holds for both, unless that turns them round.
        moved = start.replace(year=last.start.year, day=min(start.day, 28) if start.month == 2 else start.day)
        start = moved if moved <= last.start else moved.replace(year=last.start.year - 1)
    grain: Grain = last.grain if first.grain == last.grain else max(first.grain, last.grain, key=_coarseness)
    whole = Span(times.tokens[at].span.start, last.span.end)
    return times.phrase(whole, "window", start, last.end, grain, reason=first.problem or last.problem)


def _completes(times: TimeWords, first: DateMention, following: Sequence[DateMention]) -> DateMention | None:
    if not following:
        return None
    between = split_words(times.text[first.span.end : following[0].span.start])
    joined = [token.norm for token in between if token.norm not in vocabulary("periods")["lean"]]
    return following[0] if joined and " ".join(joined) in vocabulary("periods")["joiners"] else None


def _is_range(text: str) -> bool:
    """A date that holds both its ends ("[from] May to July 2022")."""
    inner = [word.norm for word in split_words(text)[1:-1]]
    return any(norm in vocabulary("periods")["joiners"] for norm in inner)


def _coarseness(grain: Grain) -> int:
    return ("day", "week", "month", "quarter", "year").index(grain)
