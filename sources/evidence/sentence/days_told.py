"""The days that a sentence tells: of which one a figure is, up to which and since which it counts, when it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.model import Claim, DateMention, Span
from claims.text.phrases import split_words, words_before
from sources.evidence.sentence.beside import Beside, in_sentence
from sources.evidence.sentence.narrowed import spoken
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.words import words

_NEW_CLAUSE = ";"
_STEPS = (("same_year", 0), ("year_before", -1), ("year_after", 1))


def without_day_of_saying(claim: Claim) -> Claim:
    """ "AB announced last week", "said this month": when it was said is not when it was so."""
    period = claim.period
    if period is None or period.span is None or not claim.sentence_span.contains(period.span):
        return claim
    before = [token.norm for token in words_before(claim.sentence, in_sentence(period.span, claim).start)[-1:]]
    return replace(claim, period=None) if set(before) & set(words("sourcing")["announcing"]) else claim


def days_in(claim: Claim, dates: Sequence[DateMention], letter: date | None) -> tuple[tuple[date, date], ...]:
    """First and last day of the dates up to which a sentence counts: not of those since which, nor the letter's own."""
    found = [(each.start, each.end or each.start) for each in dates if not _opens(each, claim)]
    period = claim.period
    if (
        letter is not None
        and period is not None
        and period.end is not None
        and period.span is not None
        and period.end != letter
    ):
        found.append((period.start if period.start is not None and period.grain != "day" else period.end, period.end))
    found += [(each.published_on, each.published_on) for each in claim.citations if each.published_on is not None]
    return tuple(dict.fromkeys((start, end) for start, end in found if start is not None and end is not None))


def _last_day_before(claim: Claim, beside: Beside) -> tuple[tuple[date, date], ...]:
    """The last single day that the sentences before tell in the paragraph and count up to ("by the same day")."""
    opening = frozenset(words("sourcing")["from_when"])
    days = beside.told.last_days(claim.sentence_span.start, opening) if beside.told is not None else ()
    single = [(start, end) for start, end in days if start == end]
    return tuple(single[-1:])


def dates_between(
    claim: Claim, dates: Sequence[DateMention], figure: Span, others: Sequence[Span]
) -> tuple[tuple[date, date], ...]:
    """The days told between the figures on either side of one: those before it, else those behind; none that open."""
    left = max((other.end for other in others if other.end <= figure.start), default=0)
    right = min((other.start for other in others if other.start >= figure.end), default=len(claim.sentence))
    told = [(in_sentence(each.span, claim), each) for each in dates if not _opens(each, claim)]
    before = [each for span, each in told if left <= span.start and span.end <= figure.start]
    behind = [each for span, each in told if figure.end <= span.start and span.end <= right]
    found = ((each.start, each.end or each.start) for each in (before or behind))
    return tuple((start, end) for start, end in found if start is not None and end is not None)


def is_in_clause_behind(claim: Claim, figure: Span) -> bool:
    """Whether a claim's time stands behind its figure in a clause of its own ("it has 58 in all; July, with 29")."""
    period = claim.period
    if period is None or period.span is None or not claim.sentence_span.contains(period.span):
        return False
    start = in_sentence(period.span, claim).start
    return start >= figure.end and _NEW_CLAUSE in claim.sentence[figure.end : start]


def is_cell_of_no_day(claim: Claim, others: Sequence[Span]) -> bool:
    """Whether a claim is one of several figures of a table's row, and no time was read of it: its column's head may
    name the day ("| 18 August | 13 September |").
    """
    period = claim.period
    dated = period is not None and bool(period.text)
    return not dated and len(others) > 0 and claim.sentence.lstrip().startswith(_CELL)


_CELL = "|"


def days_taken_up(claim: Claim, beside: Beside) -> tuple[tuple[date, date], ...]:
    """The year of the sentence before that a sentence takes up ("in the same year", "a year earlier")."""
    told = spoken(claim.sentence)
    known = words("sourcing")
    if not beside.dates and any(f" {each} " in told for each in known["same_day"]):
        return _last_day_before(claim, beside)
    step = next((step for key, step in _STEPS for each in known[key] if f" {each} " in told), None)
    before = [each for each in beside.dates_before if each.start is not None and each.end is not None]
    years = {each.start.year for each in before if each.start is not None and each.year_stated}
    if step is None or len(years) != 1 or any(each.year_stated for each in beside.dates):
        return ()
    year = years.pop() + step
    return ((date(year, 1, 1), date(year, 12, 31)),)


def _opens(mention: DateMention, claim: Claim) -> bool:
    """Whether a date stands as the one since which something is counted: "since October 2023", "between 1 May and"."""
    told = _two_before(mention, claim)
    return bool(set(words("sourcing")["from_when"]) & set(told))


def _two_before(mention: DateMention, claim: Claim) -> list[str]:
    """The last two words before a date."""
    before = words_before(claim.sentence, max(0, mention.span.start - claim.sentence_span.start))
    return [token.norm for token in before[-2:]]


def last_days_in(claim: Claim, dates: Sequence[DateMention]) -> tuple[date, ...]:
    """The last days of the dates up to which a sentence counts."""
    return tuple(dict.fromkeys(each.end for each in dates if each.end is not None and _closes(each, claim)))


def _closes(mention: DateMention, claim: Claim) -> bool:
    """Whether a date stands as the one up to which something is counted: "by 3 May", "up to the last day of 2022"."""
    last = _two_before(mention, claim)
    known = words("sourcing")
    return bool(last) and (last[-1] in known["up_to"] or (last[-1] in known["of"] and last[0] in known["ends_of"]))


def starts_in(claim: Claim, beside: Beside, index: Index) -> frozenset[date]:
    """The first days that a sentence names: those of its dates, of its period, of the events in it."""
    found = {each.start for each in beside.dates if each.start is not None}
    if claim.period is not None and claim.period.start is not None:
        found.add(claim.period.start)
    hits = wordbook(index).events.find(split_words(claim.sentence))
    found |= {event.start for hit in hits for event in hit.payloads if event.start is not None}
    return frozenset(found)
