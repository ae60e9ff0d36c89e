"""Whether other days of the letter than those a length is held against are just so far apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from claims.extraction import Extraction
from claims.model import DateMention
from claims.relations.datings.spans_passed import length_fits, relation_fits, units_between
from claims.relations.spans.spans_dated import is_printed
from claims.relations.spans.spans_lengths import unit_of
from claims.relations.spans.spans_model import Length, Moment, SpanRelation

_AROUND = 200
"""So far from a length its own days may stand: a sentence before and behind."""
_SLACK = {"day": Decimal(0), "week": Decimal("0.15"), "month": Decimal("0.04"), "year": Decimal("0.003")}
"""A day more or less, in the unit; days are counted as they are, for another day is easily one off by chance."""


def fits_days_beside(extraction: Extraction, relation: SpanRelation) -> bool:
    """Whether two days near the length, the letter's own among them, are so far apart: those were likely meant, where
    the first pair runs backwards or is known by its year alone.
    """
    start, end = relation.pairs[0]
    if start.first <= end.last and start.grain == end.grain == "day":
        return False
    near = range(relation.span.start - _AROUND, relation.span.end + _AROUND)
    days = [
        day for day in _days(extraction.dates) if day.grain == "day" and day.span is not None and day.span.start in near
    ]
    own = extraction.letter.written_on or extraction.letter.published_on
    if own is not None:
        days.append(Moment(first=own, last=own, grain="day", span=None, text=""))
    pairs = ((one, other) for one in days for other in days if one.first < other.first)
    return any(relation_fits(relation, relation.length.number, pair) for pair in pairs)


def fits_other_days(extraction: Extraction, relation: SpanRelation) -> bool:
    """Whether one of the two days that a length misses, with another day told anywhere in the letter, is exactly so far
    apart; where the end is the letter's own day by default, only that end is in doubt.
    """
    if relation.kind != "length" or relation.length.sign != "=":
        return False
    start, end = relation.pairs[0]
    own = (extraction.letter.written_on, extraction.letter.published_on)
    printed = (one for one in extraction.dates if is_printed(one))  # "twenty days ago" tells the length again
    told = [day for day in _days(printed) if day.first not in own]
    return any(_is_exact(relation.length, pair) for pair in _with(start, end, told))


def _with(start: Moment, end: Moment, told: Iterable[Moment]) -> Iterator[tuple[Moment, Moment]]:
    for day in told:
        ahead = end.read == "letter" and day.last > end.last  # what has gone by ends in no day to come
        if day.first not in (start.first, end.first) and not ahead:
            yield from ((start, day), (day, end))


def _is_exact(length: Length, pair: tuple[Moment, Moment]) -> bool:
    """To the day; years and months that are told without a day, by the plain difference."""
    start, end = pair
    unit = unit_of(length.word)
    if length.word not in _SLACK or end.first <= start.first or not length_fits(length, length.number, pair):
        return False
    if start.grain != end.grain or start.grain not in ("day", unit):
        return False
    return abs(units_between(start.first, end.first, unit) - length.number - length.rest) <= _SLACK[unit]


def _days(dates: Iterable[DateMention]) -> Iterator[Moment]:
    for one in dates:
        if one.start and one.end:
            yield Moment(first=one.start, last=one.end, grain=one.grain, span=one.span, text=one.text)
