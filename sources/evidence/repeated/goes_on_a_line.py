"""The row that goes on a line of the table which the letter tells: the same thing by the same source, of another day.

Or of another place on the same day. "In 2024 it was 422.8 ppm on the mean;
in 2020 it had been 412.4, in 2018 407.6."
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sources.evidence.candidate_likeness import ROUND
from sources.evidence.candidates import Candidate
from sources.evidence.how_it_lies import speaks_for
from sources.evidence.repeated.printed_as_told import is_named_otherwise
from sources.evidence.sentence.clues import Clues
from sources.evidence.sentence.texts_told import OnLine
from sources.model import Observation


def goes_on_a_line(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The one candidate that prints the number on a line told near by, of the day or the place that the figure tells.

    Only for a figure of which nothing else was read than what the line counts.
    """
    if clues.supposed or clues.strange or clues.elsewhere or clues.exactness < ROUND:
        return None
    alike = [
        each for each in found if each.same and may_go_on(each, clues) and not is_named_otherwise(each, found, clues)
    ]
    on_line = [each for each in alike if any(_follows(each, one, clues) for one in _lines(each, clues))]
    kinds = {(each.row.measure_id, each.row.value) for each in on_line}
    return on_line[0] if len(kinds) == 1 else None


def may_go_on(each: Candidate, clues: Clues) -> bool:
    """Whether nothing was read of a figure that speaks against a row: another measure, source or place."""
    read = {clues.claim.measure, *clues.claim.measures_possible} - {None}
    alike = not read or each.row.measure_id in read
    there = each.place != "apart" or not clues.places
    return alike and there and not each.wider and each.source != "another"


def _lines(each: Candidate, clues: Clues) -> Sequence[OnLine]:
    row = each.row
    return [
        one for one in clues.lines if (one.row.measure_id, one.row.producer_id) == (row.measure_id, row.producer_id)
    ]


def _follows(each: Candidate, mate: OnLine, clues: Clues) -> bool:
    """Whether a row is of the mate's place and of a day of its own, or of the mate's day and a place of its own."""
    row, other = each.row, mate.row
    if (row.place_code, row.place) == (other.place_code, other.place):
        return row.period_end != other.period_end and not each.part and _of_own_day(row, other, clues)
    placed = each.place == "same" and bool(clues.places) and (each.day == "told" or not clues.days)
    return placed and (row.period_start, row.period_end) == (other.period_start, other.period_end)


def _of_own_day(row: Observation, other: Observation, clues: Clues) -> bool:
    days = clues.own_dates[:1] or clues.own_days or clues.days
    return any(of_day(row, other, each) for each in days)


def of_day(row: Observation, other: Observation, day: tuple[date, date]) -> bool:
    """Whether a row is of the stretch told; a count that goes on from the start of another, of any day in it."""
    end, goes_on = row.period_end, row.period_start == other.period_start
    return end is not None and (speaks_for(row, *day) or (goes_on and day[0] <= end <= day[1]))
