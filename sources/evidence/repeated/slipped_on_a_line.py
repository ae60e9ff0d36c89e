"""The row of a line told near by that a plain slip turned into a bare number.

"It had 28,854 in ten years; for 2016 it has 5,413, for 2015 3,777": the text has 5,143 for 2016. Three digits of which
two are exchanged, or a factor of ten, meet the one figure of the line's own day by chance about once in three hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from claims.model import Interval
from claims.text.phrases import norms
from sources.evidence.candidate_likeness import EXACT
from sources.evidence.candidates import Candidate, weighed
from sources.evidence.number_slips import PLAIN_SLIPS, digits, misprint_of
from sources.evidence.repeated.goes_on_a_line import may_go_on, of_day
from sources.evidence.repeated.printed_as_told import is_named_otherwise
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index
from sources.model import Observation
from sources.words import words

_MOST: Final = 60
Usable = Callable[[Observation], bool]


def slipped_on_a_line(
    clues: Clues, interval: Interval, found: Sequence[Candidate], index: Index, usable: Usable
) -> Candidate | None:
    """The one row on a line told near by, of a day that the figure tells, whose number a plain slip makes the claim's.

    None where the line prints the number itself for one of those days, or where several of its rows would do.
    """
    if clues.supposed or clues.strange or clues.elsewhere or clues.several or clues.exactness < EXACT:
        return None
    if _is_of_ourselves(clues):
        return None
    rows = {each.observation_id: each for each in _rows(clues, index) if usable(each)}
    if any(row.value == clues.value for row in rows.values()) or any(each.same and each.owned for each in found):
        return None
    slipped = [
        replace(each, misprint=misprint_of(clues.value, each.row.value))
        for each in weighed(rows.values(), clues, interval, index)
        if _is_slip(each, clues) and may_go_on(each, clues) and not is_named_otherwise(each, found, clues)
    ]
    kinds = {(each.row.measure_id, each.row.value) for each in slipped}
    return slipped[0] if len(kinds) == 1 else None


def _rows(clues: Clues, index: Index) -> Iterator[Observation]:
    """The rows of the lines told, of the same place, for the days that the figure tells itself."""
    days = clues.own_dates or clues.own_days
    for mate in dict.fromkeys((one.row.producer_id, one.row.measure_id, one.row.place_code) for one in clues.lines):
        for start, last in days:
            for row in index.of_producer(mate[0], start, last, _MOST):
                if (row.measure_id, row.place_code) == mate[1:] and any(
                    of_day(row, one.row, (start, last)) for one in clues.lines if one.row.measure_id == mate[1]
                ):
                    yield row


def _is_of_ourselves(clues: Clues) -> bool:
    """Whether the letter's own people or place are told: "in 2021 ours had 392"."""
    clause = clues.setting.clause.of(clues.claim.sentence)
    return not set(norms(clause)).isdisjoint(words("sourcing")["ourselves"])


def _is_slip(each: Candidate, clues: Clues) -> bool:
    told = clues.claim.quantity.counted
    if told is not None and not (each.owned or each.read):
        return False
    known = max(clues.exactness, len(digits(each.row.value)))
    return known >= EXACT and misprint_of(clues.value, each.row.value) in PLAIN_SLIPS and not each.part
