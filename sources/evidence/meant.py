"""Which of the candidate rows a claim repeats, which it misquotes, and which only stand near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final

from sources.evidence.candidates import Candidate
from sources.evidence.clues import Clues

_EVERY_DIGIT, _EXACT, _ROUND = 4, 3, 2
_PLAIN: Final = 3.0
# how much better the words must fit another row of the same text before the number is thought to be of the wrong one
_MARGIN: Final = 2.0
_CLEAR: Final = 1.0
_LONG: Final = timedelta(days=150)
_RECENT: Final = timedelta(days=62)
# a claim of no day that is so far off the newest figure is no later count
_HIGHER, _LOWER = Decimal("1.25"), Decimal("0.9")
# a number so many times smaller than the one printed is rather of a part
_FAR_BELOW: Final = 10
_READ_SO: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """`repeated`: the row that bears the claim out. `misquoted`: the row of the cited text that says otherwise."""

    repeated: Candidate | None
    misquoted: Candidate | None
    found: tuple[Candidate, ...]


def meant_by(clues: Clues, found: Sequence[Candidate]) -> Meant:
    """What a claim means among its candidates, the likeliest first."""
    repeated = next((each for each in found if _bears_out(each, clues) and not _outdone(each, clues, found)), None)
    misquoted = None if repeated else _misquoted(clues, found)
    return Meant(repeated=repeated, misquoted=misquoted, found=tuple(found))


def _bears_out(each: Candidate, clues: Clues) -> bool:
    """Whether number, source, day and place agree, and the number is too exact or the words too alike for chance."""
    if not each.same or each.wider or clues.supposed or each.day == "other" or window_apart(each, clues):
        return False
    if each.part and each.row.value != clues.value:
        return False  # "3,900 of them women": a round figure of a part is no figure of the whole
    if _is_long_past(each, clues):
        return False
    if _is_unmistakable(each, clues):
        return True
    if each.source == "another":
        return _told_by_all(each, clues)
    if each.source == "cited" and each.place == "apart":
        # "children taken to Borland": whither is no where, and every digit of the cited text is there.
        return clues.exactness >= _EVERY_DIGIT and each.day != "near" and each.shared > 0
    if each.source in ("cited", "named"):
        likely = clues.exactness >= _EXACT or (each.shared > 0 and each.day != "near")
        return _may_be_there(each) and likely and (each.day != "near" or each.shared > 0)
    return _speaks_for_itself(each, clues)


def _is_long_past(each: Candidate, clues: Clues) -> bool:
    """Whether a figure is only the last of its series, months before a letter that has a round number."""
    end, day = each.row.period_end, clues.letter_date
    past = end is not None and day is not None and day - end > _LONG
    return each.day == "newest" and past and clues.exactness < _EXACT and not each.read


def _is_unmistakable(each: Candidate, clues: Clues) -> bool:
    """Whether five digits or more, of the day told or the newest, name a row whatever stands around them."""
    exact = each.very and each.row.comparator == "=" and clues.exactness > _EVERY_DIGIT
    plain = each.shared > 0 or clues.claim.quantity.counted is None
    return exact and plain and each.day in ("told", "newest") and _may_be_there(each) and not each.part


def _told_by_all(each: Candidate, clues: Clues) -> bool:
    """Whether a figure told by somebody unknown is still this row's: every digit, the day, the place and the words."""
    exact = clues.exactness >= _EVERY_DIGIT and each.day == "told"
    return clues.strange and exact and each.place == "same" and each.shared > 2 and each.fit > 0


def _speaks_for_itself(each: Candidate, clues: Clues) -> bool:
    """Whether a row is meant where nobody is named: the fewer the digits, the more the words must say."""
    if each.day == "near" or not _is_there(each) or each.part and clues.exactness < _EVERY_DIGIT:
        return False
    if each.place == "same" and clues.exactness > _EVERY_DIGIT and each.shared > 0:
        return True
    if each.place == "same" and clues.exactness >= _EXACT and each.shared > 2:
        return True
    told = each.place == "same" or each.shared > 2
    return told and each.shared > 1 and clues.exactness >= _ROUND and each.fit > (0 if each.place == "same" else _PLAIN)


def _is_there(each: Candidate) -> bool:
    return each.place in ("same", "open") or (each.place == "inside" and each.row.event_id is not None)


def _may_be_there(each: Candidate) -> bool:
    """As near as a figure of a cited text must be: a place named elsewhere in the sentence may be of another figure."""
    return _is_there(each) or each.place == "beside"


def window_apart(each: Candidate, clues: Clues) -> bool:
    """Whether a claim tells since when it counts and the row counts from another day, or from none where others do."""
    period, start = clues.claim.period, each.row.period_start
    if period is None or period.start is None or period.span is None or period.inherited or start is None:
        return False
    if period.end is not None and (period.end - period.start).days < 2:
        return False
    return (start.year, start.month) != (period.start.year, period.start.month)


def _outdone(each: Candidate, clues: Clues, found: Sequence[Candidate]) -> bool:
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
        and _may_be_there(other)
        and other.row.producer_id == each.row.producer_id
        and not any(_one_thing(other, besides) for besides in told_besides)
    ]
    return any(
        _of_the_day_told(other, each) or (_one_text(other, each) and _meant_rather(other, each)) for other in others
    )


def _one_thing(one: Candidate, other: Candidate) -> bool:
    """Whether two rows print one thing of one day, of one place and start."""
    return one.row.measure_id == other.row.measure_id and _one_text(one, other) and _what(one) == _what(other)


def _of_the_day_told(other: Candidate, each: Candidate) -> bool:
    """Whether another figure of one series is of the very day told: the number is that of another day."""
    one_series = (other.row.measure_id, _what(other)) == (each.row.measure_id, _what(each))
    return one_series and other.day == "told" and each.day != "told"


def _meant_rather(other: Candidate, each: Candidate) -> bool:
    if other.row.measure_id == each.row.measure_id:
        return other.start_told and not each.start_told and other.row.period_start != each.row.period_start
    clear = other.fit > max(each.likely + _MARGIN, 0) and other.shared > 1 and other.shared + 1 >= each.shared
    return clear and not other.part


def _one_text(one: Candidate, other: Candidate) -> bool:
    rows = one.row, other.row
    return rows[0].producer_id == rows[1].producer_id and rows[0].period_end == rows[1].period_end


def _misquoted(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
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
        if _may_say_otherwise(each, clues) and not any(_one_thing(each, other) for other in besides)
    ]
    if not there:
        return _slip_of_the_newest(clues, found)
    best = max(there, key=_order)
    # of two digits, some number is always a slip of some other
    telling = clues.exactness >= _EXACT or not clues.leans
    slipped = [each for each in there if each.misprint is not None and not each.same and telling]
    kinds = {(each.row.measure_id, _what(each)) for each in slipped}
    if len(kinds) == 1 and slipped[0].likely > best.likely - _MARGIN:
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
    clear = all(best.likely > each.likely + _CLEAR for each in rest) and _alone(best, there)
    told = best.shared > 1 or best.likely > _PLAIN
    return best if clear and told and best.likely > 0 and not best.same and not best.part else None


def _slip_of_the_newest(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The newest figure of the cited source, where no day is told and the claim has two of its digits exchanged.

    A later count may be higher by chance just so, and a stock lower: only what is well off can be no later count. A
    number that the source once had is an older one.
    """
    cited = [each for each in found if each.source == "cited" and each.read > _READ_SO and _is_there(each)]
    slips = [each for each in cited if each.misprint == "exchanged" and each.day == "newest" and _is_off(each, clues)]
    told_before = any(each.very for each in found if each.source == "cited")
    kinds = {(each.row.measure_id, each.row.value) for each in slips}
    if told_before or clues.exactness < _EVERY_DIGIT or len(kinds) != 1 or window_apart(slips[0], clues):
        return None
    return slips[0]


def _is_off(each: Candidate, clues: Clues) -> bool:
    end, day = each.row.period_end, clues.letter_date
    recent = end is not None and day is not None and day - end <= _RECENT
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
    return _is_there(each) or (each.place == "around" and clues.value > each.row.value)


def _alone(best: Candidate, there: Sequence[Candidate]) -> bool:
    """Whether no other figure of the measure may be meant, from another start or of another place.

    The world's figure is meant where no place is told.
    """
    others = [each for each in there if each.row.measure_id == best.row.measure_id and _what(each) != _what(best)]
    told = (each for each in there if each.same and each.row.measure_id == best.row.measure_id)
    if any(each.start_told or not best.start_told for each in told):
        return False
    return all(_is_less(each, best) for each in others)


def _is_less(other: Candidate, best: Candidate) -> bool:
    """Whether another figure of one text is meant less: from a day not told, of one country beside the world's."""
    if other.row.period_start != best.row.period_start and best.start_told and not other.start_told:
        return True
    return (best.world and not other.world) or (best.place == "same" and other.place != "same")


def _what(each: Candidate) -> tuple[object, ...]:
    return each.row.period_start, each.row.place_code or each.row.place, each.row.event_id
