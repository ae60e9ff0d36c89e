"""When a candidate is there, when two rows print one thing, and how many digits make a number telling."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sources.evidence.candidates import Candidate
from sources.evidence.sentence.clues import Clues
from sources.model import Observation

EVERY_DIGIT, EXACT, ROUND = 4, 3, 2
PLAIN: Final = 3.0
# how much better the words must fit another row of the same text before the number is thought to be of the wrong one
MARGIN: Final = 2.0
CLEAR: Final = 1.0
RECENT: Final = timedelta(days=62)
_MONTH: Final = 30.4


def is_there(each: Candidate) -> bool:
    """Whether a row is of the place told, of none, or of an event within it."""
    return each.place in ("same", "open") or (each.place == "inside" and each.row.event_id is not None)


def window_apart(each: Candidate, clues: Clues) -> bool:
    """Whether a claim tells since when it counts and the row counts from another day, or from none where others do."""
    period, start = clues.claim.period, each.row.period_start
    if period is None or period.start is None or period.span is None or period.inherited or start is None:
        return False
    if period.end is not None and (period.end - period.start).days < 2:
        return False
    return (start.year, start.month) != (period.start.year, period.start.month)


def one_thing(one: Candidate, other: Candidate) -> bool:
    """Whether two rows print one thing of one day, of one place and start."""
    return one.row.measure_id == other.row.measure_id and one_text(one, other) and what(one) == what(other)


def one_text(one: Candidate, other: Candidate) -> bool:
    """Whether two rows are of one producer and one day."""
    rows = one.row, other.row
    return rows[0].producer_id == rows[1].producer_id and rows[0].period_end == rows[1].period_end


def what(each: Candidate) -> tuple[object, ...]:
    """What makes a row one thing beside its measure: the day it counts from, its place and its event."""
    return each.row.period_start, each.row.place_code or each.row.place, each.row.event_id


def one_series(one: Candidate, other: Candidate) -> bool:
    """Whether two rows of a measure count from one day, or are of stretches of one length ("in 2022", "in 2024")."""
    if what(one) == what(other):
        return True
    lengths = [_length(each.row) for each in (one, other)]
    alike = None not in lengths and lengths[0] == lengths[1]
    return alike and what(one)[1:] == what(other)[1:]


def _length(row: Observation) -> int | None:
    """About how many months a row counts; `None` where it tells a day alone."""
    start, end = row.period_start, row.period_end
    return None if start is None or end is None else round((end - start).days / _MONTH)
