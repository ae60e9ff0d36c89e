"""Whether the text that a number is found in has another figure that is rather meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sources.evidence.candidate_likeness import MARGIN, is_there, one_text, one_thing, what
from sources.evidence.candidates import Candidate
from sources.evidence.sentence.clues import Clues
from sources.model import Observation

_MONTH: Final = 30.4


def may_be_there(each: Candidate) -> bool:
    """As near as a figure of a cited text must be: a place named elsewhere in the sentence may be of another figure."""
    return is_there(each) or each.place == "beside"


def outdone(each: Candidate, clues: Clues, found: Sequence[Candidate]) -> bool:
    """Whether the same text has another figure that is clearly meant: by the words, or by the day it counts from.

    "AB counted 900 people serving sentences" is no 900 in detention where AB has 400 serving. What the sentence tells
    besides is no rival, in whatever roundness it stands ("4,448" for "more than 4,400"); and of a part told beside its
    whole there is no doubt.
    """
    told_besides = [other for other in found if other.taken and other.row.producer_id == each.row.producer_id]
    wholes = {other.row.measure_id for other in told_besides}
    if each.parent is not None and each.parent in wholes:
        return False
    others = [
        other
        for other in found
        if not other.same
        and may_be_there(other)
        and other.row.producer_id == each.row.producer_id
        and not any(one_thing(other, besides) for besides in told_besides)
    ]
    return any(
        _of_the_day_told(other, each) or (one_text(other, each) and _meant_rather(other, each)) for other in others
    )


def _of_the_day_told(other: Candidate, each: Candidate) -> bool:
    """Whether another figure of one series is of the very day or year told: the number is that of another."""
    one_series = other.row.measure_id == each.row.measure_id and _is_one_series(other, each)
    return one_series and other.day == "told" and each.day != "told"


def _is_one_series(one: Candidate, other: Candidate) -> bool:
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


def _meant_rather(other: Candidate, each: Candidate) -> bool:
    if other.row.measure_id == each.row.measure_id:
        return other.start_told and not each.start_told and other.row.period_start != each.row.period_start
    clear = other.fit > max(each.likely + MARGIN, 0) and other.shared > 1 and other.shared + 1 >= each.shared
    return clear and not other.part
