"""Which row of a cited text a claim misquotes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from sources.evidence.candidate_likeness import (
    CLEAR,
    EVERY_DIGIT,
    EXACT,
    MARGIN,
    PLAIN,
    RECENT,
    ROUND,
    is_there,
    one_thing,
    what,
    window_apart,
)
from sources.evidence.candidates import Candidate
from sources.evidence.sentence.clues import Clues

# a claim of no day that is so far off the newest figure is no later count
_HIGHER, _LOWER = Decimal("1.25"), Decimal("0.9")
# a number so many times smaller than the one printed is rather of a part
_FAR_BELOW: Final = 10
# and one so many times larger, beyond the slip of a factor of ten, is of something else
_FAR_ABOVE: Final = 12
_READ_SO: Final = 1.0


def misquoted_among(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The one figure that the cited text has of what is claimed, where its number is another.

    Only a text that is cited, by its producer and its day, can be misquoted; its figure is known by the words, or by
    the slip that turns its number into the claim's.
    """
    if clues.supposed:
        return None
    besides = [each for each in found if each.taken]
    there = [
        each
        for each in found
        if _may_say_otherwise(each, clues) and not any(one_thing(each, other) for other in besides)
    ]
    if not there:
        return _slip_of_the_newest(clues, found)
    best = max(there, key=_order)
    # of two digits, some number is always a slip of some other
    telling = clues.exactness >= EXACT or not clues.leans
    slipped = [each for each in there if each.misprint is not None and not each.same and telling]
    kinds = {(each.row.measure_id, what(each)) for each in slipped}
    if len(kinds) == 1 and (slipped[0].likely > best.likely - MARGIN or slipped[0].read > _READ_SO):
        return (
            None
            if any(each.same and each.row.measure_id == slipped[0].row.measure_id for each in there)
            else slipped[0]
        )
    if clues.leans or _printed_as_akin(best, there):
        return None
    read = [each for each in there if each.read]
    if read and not best.read:
        best = max(read, key=_order)
    rest = [each for each in there if each.row.measure_id != best.row.measure_id]
    if (clues.over_time and best.stock) or clues.value * _FAR_BELOW < best.row.value:
        return None
    if clues.value > best.row.value * _FAR_ABOVE:
        return None
    clear = (
        all(best.likely > each.likely + CLEAR for each in rest)
        and _alone(best, there)
        and not _is_twin(best, clues, found)
    )
    told = best.shared > 1 or best.likely > PLAIN
    return best if clear and told and best.likely > 0 and not best.same and not best.part else None


def _slip_of_the_newest(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The newest figure of the cited source, or one of the stretch told, where a plain slip makes the claim of it.

    A later count may be higher by chance just so, and a stock lower: only what is well off can be no later count. A
    number that the source once had is an older one.
    """
    cited = [each for each in found if each.source == "cited" and each.read > _READ_SO and is_there(each)]
    slips = [each for each in cited if _is_plain(each, clues) and (_is_within(each, clues) or _is_off(each, clues))]
    told_before = any(each.very for each in found if each.source == "cited")
    kinds = {(each.row.measure_id, each.row.value) for each in slips}
    if told_before or len(kinds) != 1:
        return None
    apart = window_apart(slips[0], clues) and not (_is_within(slips[0], clues) and clues.exactness >= EVERY_DIGIT)
    return None if apart else slips[0]


def _is_plain(each: Candidate, clues: Clues) -> bool:
    """Whether two of four digits or more are exchanged, or the number is ten times what no stock falls to."""
    if each.misprint == "factor":
        return clues.exactness >= ROUND and (clues.value > each.row.value or not each.stock)
    return each.misprint == "exchanged" and clues.exactness >= EVERY_DIGIT


def _is_within(each: Candidate, clues: Clues) -> bool:
    """Whether a running count was of some day in a short stretch that the claim tells ("in mid-June had put it at")."""
    end = each.row.period_end
    return end is not None and any(start <= end <= last and last - start < RECENT / 2 for start, last in clues.days)


def _is_off(each: Candidate, clues: Clues) -> bool:
    end, day = each.row.period_end, clues.letter_date
    if each.day != "newest":
        return False
    recent = end is not None and day is not None and day - end <= RECENT
    times = clues.value / each.row.value if each.row.value else Decimal(1)
    return recent and (times > _HIGHER or times < _LOWER)


def _printed_as_akin(best: Candidate, there: Sequence[Candidate]) -> bool:
    """Whether the same text prints the claim's number for a measure that is taken for this one, in as many words."""
    akin = (each for each in there if each.same and not each.wider and each.row.measure_id in best.akin)
    return any(each.shared >= best.shared for each in akin)


def _order(each: Candidate) -> tuple[object, ...]:
    return round(each.likely, 3), each.start_told, each.world, each.row.observation_id


def _may_say_otherwise(each: Candidate, clues: Clues) -> bool:
    """Whether a row is of the cited text and day, and of the place; the claim of a part may exceed it by size alone."""
    if each.source != "cited" or each.day != "told" or each.taken or window_apart(each, clues):
        return False
    if clues.elsewhere and each.part:
        return False
    return is_there(each) or (each.place == "around" and clues.value > each.row.value)


def _alone(best: Candidate, there: Sequence[Candidate]) -> bool:
    """Whether no other figure of the measure may be meant, from another start or of another place.

    The world's figure is meant where no place is told.
    """
    others = [each for each in there if each.row.measure_id == best.row.measure_id and what(each) != what(best)]
    told = (each for each in there if each.same and each.row.measure_id == best.row.measure_id)
    if any(each.start_told or not best.start_told for each in told):
        return False
    return all(_is_less(each, best) for each in others)


def _is_twin(best: Candidate, clues: Clues, found: Sequence[Candidate]) -> bool:
    """Whether the same text has the claim's number up to the same day from another start, and no start is told.

    A year told as its end ("at the end of 2022") begins nothing.
    """
    period = clues.claim.period
    if period is not None and period.start == best.row.period_start:
        return False
    one = (best.row.measure_id, best.row.producer_id, best.row.period_end)
    return any(each.very and (each.row.measure_id, each.row.producer_id, each.row.period_end) == one for each in found)


def _is_less(other: Candidate, best: Candidate) -> bool:
    """Whether another figure of one text is meant less: from a day not told, of one country beside the world's."""
    if other.row.period_start != best.row.period_start and best.start_told and not other.start_told:
        return True
    return (best.world and not other.world) or (best.place == "same" and other.place != "same")
