"""Whether the text that a number is found in has another figure that is rather meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sources.evidence.candidate_likeness import MARGIN, is_there, one_series, one_text, one_thing
from sources.evidence.candidates import Candidate
from sources.evidence.sentence.clues import Clues
from sources.evidence.shared_words import families_of

_READ_SO: Final = 1.0
_FEW: Final = 2


def may_be_there(each: Candidate) -> bool:
    """As near as a figure of a cited text must be: a place named elsewhere in the sentence may be of another figure."""
    return is_there(each) or each.place == "beside"


def outdone(each: Candidate, clues: Clues, found: Sequence[Candidate]) -> bool:
    """Whether the same text has another figure that is clearly meant: by the words, or by the day it counts from.

    "AB counted 900 people serving sentences" is no 900 in detention where AB has 400 serving. What the sentence tells
    besides is no rival, in whatever roundness it stands ("4,448" for "more than 4,400"); and of a part told beside its
    whole there is no doubt, unless the words were read as the whole.
    """
    told_besides = [other for other in found if other.taken and other.row.producer_id == each.row.producer_id]
    others = [
        other
        for other in found
        if not other.same
        and may_be_there(other)
        and other.row.producer_id == each.row.producer_id
        and not any(one_thing(other, besides) for besides in told_besides)
    ]
    if any(_of_the_day_told(other, each) for other in others):
        return True
    wholes = {other.row.measure_id for other in told_besides}
    if each.parent is not None and each.parent in wholes and not is_told_otherwise(each, found):
        return False
    return any(_rather_meant(other, each) for other in others)


def _rather_meant(other: Candidate, each: Candidate) -> bool:
    """Whether another figure of the text is meant by the words or by the place."""
    by_words = one_text(other, each) and (_meant_rather(other, each) or is_read_rather(other, each))
    return by_words or is_placed_rather(other, each)


def is_read_rather(other: Candidate, each: Candidate) -> bool:
    """Whether the claim's words were read as what another figure of the text counts, and fit it no worse.

    "It recorded 359 airstrikes", where the text has 819 airstrikes and 359 killed in them.
    """
    same_day = other.day == each.day and _is_told_apart(other, each)
    if not (other.day == "told" or same_day) or not other.owned:
        return False
    by_words = (not each.owned or each.wider) and other.fit > 0 > each.fit and each.digits > _FEW
    among = other.read > 0 and _is_told_apart(other, each, _FEW)
    read = by_words or ((other.read > _READ_SO or among) and not each.read)
    return read and other.fit >= each.fit and other.shared >= each.shared and other.place == each.place


def is_told_otherwise(each: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether the figure's own words were read as what another figure of the very text counts; no likeness outweighs.

    "25,425 people were in detention", where the text has 19,698 in detention and 25,425 arrested.
    """
    return any(
        other.read > _READ_SO
        and (_is_told_apart(other, each) or (other.own == each.own and other.fit > each.fit + MARGIN))
        and not (other.same or other.taken)
        and one_text(other, each)
        and is_read_rather(other, each)
        for other in found
    )


def _is_told_apart(other: Candidate, each: Candidate, least: int = 1) -> bool:
    """Whether the figure's own words tell one measure from another in `least` words, and in more than the other way."""
    ours = _told_by_one(other, each)
    return len(ours) >= least and len(ours) > len(_told_by_one(each, other))


def _told_by_one(one: Candidate, other: Candidate) -> frozenset[str]:
    """The figure's own words that are of one measure alone; "have died" tells no death from another."""
    return frozenset(told for told in one.own - other.own if not families_of(told) & other.own)


def is_placed_rather(other: Candidate, each: Candidate) -> bool:
    """Whether another figure of the same thing and window is of the place told beside the number, this one of another.

    "186 killed in the world", where 186 is the number of a country that the sentence names elsewhere.
    """
    alike = other.row.measure_id == each.row.measure_id and other.row.period_start == each.row.period_start
    placed = other.place == "same" and each.place == "beside" and other.world and not each.world
    return alike and placed and one_text(other, each)


def _of_the_day_told(other: Candidate, each: Candidate) -> bool:
    """Whether another figure of one series is of the very day or year told: the number is that of another."""
    alike = other.row.measure_id == each.row.measure_id and one_series(other, each)
    return alike and other.day == "told" and each.day != "told"


def _meant_rather(other: Candidate, each: Candidate) -> bool:
    if other.row.measure_id == each.row.measure_id:
        return other.start_told and not each.start_told and other.row.period_start != each.row.period_start
    clear = other.fit > max(each.likely + MARGIN, 0) and other.shared > 1 and other.shared + 1 >= each.shared
    return clear and not other.part
