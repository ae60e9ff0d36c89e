"""Where the rows come from that a claim may be about: by its number, by who tells it and for which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from claims.model import Interval
from sources.evidence.dimensions import counts_a_rate, is_told_in
from sources.evidence.number_slips import factors_of, step_of
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index
from sources.model import Observation
from sources.settings import NEARLY

_MOST, _FEW = 400, 20
_STEP: Final = Decimal("0.025")


def by_number(clues: Clues, interval: Interval, index: Index) -> Iterator[Observation]:
    """Rows with the claim's number, or, of those cited, one that a factor of ten parts from it.

    Of each measure that was not read a few are enough: in a large table any number stands somewhere.
    """
    low, high = _ends(clues, interval)
    read = dict.fromkeys((clues.claim.measure or "", *clues.claim.measures_possible))
    yield from index.of_value(read, low, high)
    yield from index.of_value((each for each in index.measures if each not in read), low, high, _FEW)
    if clues.exactness > 1 and clues.cited:
        for number in factors_of(clues.value):
            yield from index.of_value(index.measures, number, number)


def _ends(clues: Clues, interval: Interval) -> tuple[Decimal, Decimal]:
    value = clues.value
    if interval.low is not None and interval.high is not None:
        return min(interval.low, value), max(interval.high, value)
    low, high = beyond(clues)
    return min(low, value * (1 - _STEP)), max(high, value * (1 + _STEP))


def beyond(clues: Clues) -> tuple[Decimal, Decimal]:
    """How far beside its number a bound is told of: "more than 28,000" of anything below 29,000, "under 300" above 290.

    At most five per cent.
    """
    value, comparator = clues.value, clues.claim.quantity.comparator
    step = min(abs(value) * NEARLY, step_of(value))
    low = value - step if comparator in ("<", "<=") else value
    return low, value + step if comparator in (">", ">=") else value


def by_source(clues: Clues, index: Index) -> Iterator[Observation]:
    """Rows of those named, from the days told; where none is told, their newest."""
    for producer in sorted(clues.cited | clues.named):
        for start, end in clues.days:
            yield from index.of_producer(producer, start, end, _MOST)
            if start == end:
                yield from index.printed_on(producer, end)
        if clues.letter_date is not None:
            since = date.fromordinal(max(1, clues.letter_date.toordinal() - 400))
            yield from index.of_producer(producer, since, clues.letter_date, _MOST)


def may_be_meant(row: Observation, clues: Clues, index: Index) -> bool:
    """Not a weak row, no letter's count of its signatories, out by the letter's day, of the claim's dimension."""
    if clues.rate and not counts_a_rate(index.measures[row.measure_id]):
        return False
    of_a_letter = row.event_id is not None and index.measures[row.measure_id].kind == "total"
    if row.grade == "weak" or of_a_letter or index.correction_of(row) is not None:
        return False
    letter, day = clues.letter_date, earliest(row)
    if letter is not None and day is not None and day > letter:
        return False
    return is_told_in(row, clues, index)


def earliest(row: Observation) -> date | None:
    """The first day that a row may be of, where it tells a month."""
    day = row.period_end
    return day.replace(day=1) if day is not None and row.period_end_grain == "month" else day
