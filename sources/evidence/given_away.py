"""The row that a number gives away: one that only a plain slip parts from it, or whose number another year's is.

Four digits of which two are exchanged, or a factor of ten, meet a row of the same thing, day and place by chance about
once in a thousand; so who is quoted may then be read less surely. Of the pairs of that kind in five sets of letters
none belonged to a right figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claims.model import Interval
from sources.evidence.candidate_likeness import EVERY_DIGIT, PLAIN, RECENT, ROUND, is_there, one_text, window_apart
from sources.evidence.candidates import Candidate, weighed
from sources.evidence.number_slips import PLAIN_SLIPS, Misprint, digits, exchanged_of, factors_of, misprint_of
from sources.evidence.repeated.outdone import is_placed_rather, is_read_rather
from sources.evidence.sentence.clues import Clues
from sources.evidence.wordbook import wordbook
from sources.lookup.table_index import Index
from sources.model import Observation

_READ_SO: Final = 1.0
_TELLING: Final = 3
_SHARED: Final = 2
# a later count may lie so far beside the newest
_LATER: Final = Decimal("0.05")
Usable = Callable[[Observation], bool]


def slipped(
    clues: Clues, interval: Interval, found: Sequence[Candidate], index: Index, usable: Usable
) -> Candidate | None:
    """The one row that a plain slip turns into the claim's number, where no row has that number itself."""
    if clues.supposed or clues.exactness < _TELLING or any(each.same and _is_alike(each) for each in found):
        return None
    rows = {each.row.observation_id: each for each in found}
    more = (each for each in rows_read(clues, index) if each.observation_id not in rows and usable(each))
    near = [*found, *weighed(more, clues, interval, index)]
    slips = [
        replace(each, misprint=slip)
        for each in near
        if (slip := _slip(each, clues)) and _gives_away(each, clues, index)
    ]
    kinds = {(each.row.measure_id, each.row.value) for each in slips}
    return max(slips, key=lambda each: each.rank) if len(kinds) == 1 else None


def rows_read(clues: Clues, index: Index) -> Iterator[Observation]:
    """The rows of the measures read whose number a plain slip parts from the claim's."""
    read = [each for each in dict.fromkeys((clues.claim.measure, *clues.claim.measures_possible)) if each is not None]
    for number in (*exchanged_of(clues.value), *factors_of(clues.value)):
        yield from index.of_value(read, number, number)


def _slip(each: Candidate, clues: Clues) -> Misprint | None:
    slip = misprint_of(clues.value, each.row.value)
    told = each.row.value in clues.taken or each.row.value in clues.letter_numbers
    return slip if slip in PLAIN_SLIPS and not told and _is_rare(each, clues) else None


def _is_rare(each: Candidate, clues: Clues) -> bool:
    """Whether the number has four digits; or three, in the cited text of the day, where the words are plainly its."""
    if max(clues.exactness, len(digits(each.row.value))) >= EVERY_DIGIT:
        return True
    plain = each.read > _READ_SO or (each.shared > _TELLING and each.fit > 2 * PLAIN)
    return plain and each.day == "told" and each.row.producer_id in clues.cited | clues.office and is_there(each)


def _is_alike(each: Candidate) -> bool:
    """Whether a row may be of what is claimed: of the measure read, or of words shared with it."""
    return each.read > 0 or each.shared > 0


def _gives_away(each: Candidate, clues: Clues, index: Index) -> bool:
    """Whether thing, source, day and place leave no other row that the number may have come from."""
    alike = each.read > _READ_SO or (each.shared >= _SHARED and each.fit > PLAIN)
    if not alike or (each.part and misprint_of(clues.value, each.row.value) == "factor"):
        return False
    return _is_quoted(each, clues, index) and _is_of_the_day(each, clues) and _is_placed(each, clues)


def _is_quoted(each: Candidate, clues: Clues, index: Index) -> bool:
    """Whether its producer is cited, or named by the letter and nobody else told; of nobody, every word must agree."""
    told = clues.cited | clues.office
    if each.row.producer_id in told | wordbook(index).producers.together(told):
        return True
    if clues.strange or clues.cited or clues.several or clues.told_source:
        return False
    if each.row.producer_id in clues.named | clues.mentioned | clues.texts_of:
        return True
    return each.read > _READ_SO and each.day == "told" and each.place == "same" and not window_apart(each, clues)


def _is_of_the_day(each: Candidate, clues: Clues) -> bool:
    """Whether the row is of the day told; or the newest, with so many digits that no later count would meet them."""
    if each.day != "newest" or window_apart(each, clues):
        return each.day == "told"
    end, day = each.row.period_end, clues.letter_date
    recent = end is not None and day is not None and day - end <= RECENT
    far = abs(clues.value - each.row.value) > each.row.value * _LATER
    return recent and far and max(clues.exactness, len(digits(each.row.value))) > EVERY_DIGIT


def _is_placed(each: Candidate, clues: Clues) -> bool:
    """Whether the place agrees; a place of the letter, or one beside the figure, may be of something else."""
    if is_there(each):
        return True
    if clues.elsewhere:
        return False
    inherited = clues.claim.place_inherited is not None and not clues.places
    cited = each.source == "cited" and each.day == "told" and each.read > _READ_SO
    return (inherited and each.place in ("around", "inside")) or cited


def of_another(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The figure of what is claimed, where the cited text has the claim's number for another year, thing or place."""
    return of_another_year(clues, found) or of_another_thing(clues, found)


def of_another_year(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The figure of the year told, where the cited text has the claim's number for another year of the same thing.

    "In 2019 it counted 3,804": the count of 2018, while 2019 stands beside it in the text.
    """
    if clues.supposed or clues.exactness < ROUND or not clues.days:
        return None
    elsewhen = [each for each in found if each.very and each.source == "cited" and _is_outside(each, clues)]
    pairs = [
        other
        for each in elsewhen
        for other in found
        if not other.same and not other.taken and other.day == "told" and _is_one_series(each, other)
        if other.read > _READ_SO or (other.shared > _SHARED and other.fit > PLAIN)
    ]
    # "at the end of 2023" is of that day, not of the months before it
    last = clues.claim.period.end if clues.claim.period is not None else None
    pairs = [each for each in pairs if each.row.period_end == last] or pairs
    values = {(each.row.measure_id, each.row.value) for each in pairs}
    told_so = any(each.same and each.day == "told" and _is_alike(each) for each in found)
    return pairs[0] if len(values) == 1 and not told_so and not pairs[0].part else None


def of_another_thing(clues: Clues, found: Sequence[Candidate]) -> Candidate | None:
    """The figure of what is claimed, where the cited text has the claim's number for another thing or place.

    "It recorded 359 airstrikes": 359 were killed in them, and the same text has 819 airstrikes.
    """
    if clues.supposed or clues.exactness < ROUND:
        return None
    days = ("told",) if clues.days else ("told", "newest")
    elsewhere = [each for each in found if each.very and each.source in ("cited", "named") and each.day in days]
    rather = [
        other
        for each in elsewhere
        for other in found
        if not (other.same or other.taken) and other.day == each.day and one_text(other, each)
        if (is_read_rather(other, each) and other.row.place == each.row.place) or is_placed_rather(other, each)
    ]
    # of the dead the children are not meant where no word tells of children
    told = {each.row.measure_id for each in rather}
    rather = [each for each in rather if each.parent not in told]
    values = {(each.row.measure_id, each.row.value) for each in rather}
    return rather[0] if len(values) == 1 and not rather[0].part else None


def _is_outside(each: Candidate, clues: Clues) -> bool:
    """Whether a row's last day lies in no stretch that the sentence tells."""
    end = each.row.period_end
    return end is not None and not any(start <= end <= last for start, last in clues.days)


def _is_one_series(one: Candidate, other: Candidate) -> bool:
    """Whether two rows of one text are of one thing and place, each of its own day or of stretches of one length."""
    rows = one.row, other.row
    alike = len({(row.measure_id, row.producer_id, row.place_code or row.place, row.event_id) for row in rows}) == 1
    return alike and other.place in ("same", "open") and len({_days(row) for row in rows}) == 1


def _days(row: Observation) -> int | None:
    """How many months a row counts; `None` where it tells a day alone."""
    start, end = row.period_start, row.period_end
    return None if start is None or end is None else round((end - start).days / 30.4)
