"""How a row lies to a claim: whose it is, of which day, where."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal

from sources.evidence.found_rows import earliest
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index
from sources.lookup.vintages import published_day
from sources.model import Observation

Source = Literal["cited", "named", "nobody", "another"]
Day = Literal["told", "newest", "near", "other"]
Where = Literal["same", "inside", "around", "apart", "open", "beside"]
NEAR: Final = timedelta(days=31)
_RECENT: Final = timedelta(days=62)


def source_of(row: Observation, clues: Clues) -> Source:
    """Whose figure a row is, as the sentence tells its sources."""
    if row.producer_id in clues.cited:
        return "cited"
    if row.producer_id in clues.named and not clues.cited and not clues.strange:
        return "named"
    return "another" if clues.told_source else "nobody"


def day_of_row(row: Observation, clues: Clues, index: Index) -> Day:
    """How the row's day lies to those told; where none is told, whether it is among the newest of its series."""
    end = row.period_end
    if end is None:
        return "other"
    if any(speaks_for(row, start, last) for start, last in clues.days) or _said_then(row, clues):
        return "told"
    if _told_in_pieces(end, clues):
        return "told"
    if clues.letter_date is None:
        return "other"
    if clues.up_to and not any(abs(last - end) <= NEAR for last in clues.up_to):
        return "other"
    own = [each for each in clues.own_days if not _opens(each, row)]
    if own and not any(start - NEAR <= end <= last + NEAR for start, last in own):
        return "other"
    if is_newest(row, clues.letter_date, index):
        return "newest"
    return "near" if clues.days or abs(clues.letter_date - end) <= _RECENT else "other"


def _told_in_pieces(day: date, clues: Clues) -> bool:
    """Whether the sentence tells a day and month, and elsewhere the year: "on 30 January of the year before (2023)"."""
    days = [start for start, last in clues.days if start == last]
    years = (start.year for start, last in clues.days if (start.month, start.day) == (1, 1) and start.year == last.year)
    return day.year in set(years) and any((each.month, each.day) == (day.month, day.day) for each in days)


def _said_then(row: Observation, clues: Clues) -> bool:
    """Whether a row's text came out, or its day lies, when the sentence says that it was said ("last week")."""
    days = (each for each in (row.published_on, row.period_end) if each is not None)
    return clues.said is not None and any(clues.said[0] <= day <= clues.said[1] for day in days)


def _opens(told: tuple[date, date], row: Observation) -> bool:
    """Whether a stretch told is that in which the row begins to count, not that up to which it does."""
    start, end = row.period_start, row.period_end
    return start is not None and end is not None and told[0] <= start <= told[1] < end


def speaks_for(row: Observation, start: date, last: date) -> bool:
    """Whether a row is of the day or window told, or its text came out on that day."""
    end, first = row.period_end, earliest(row)
    if end is None or first is None:
        return False
    if start == last:
        return first <= last <= end or row.published_on == last
    inside = start <= end <= last
    return inside and (row.period_start is None or row.period_start == row.period_end or row.period_start >= start)


def is_newest(row: Observation, day: date, index: Index) -> bool:
    """Whether no later figure of a row's series was out by a day."""
    end = row.period_end
    if end is None:
        return False
    return not any((published_day(each) or day) <= day for each in index.later_in_series(row, day))


def place_of_row(row: Observation, clues: Clues, index: Index) -> Where:
    """How the row's place lies to the places beside the figure, else to those of the sentence."""
    place = index.gazetteer.of(row)
    named = row.place is not None and row.place.casefold() in clues.claim.sentence.casefold()
    if named and not (place is not None and clues.places):
        return "same"
    told = clues.places or clues.beside
    if place is None:
        return "open"
    if not told:
        return _in_the_letter(place, row, clues, index)
    found = [index.gazetteer.relation(place, each) for each in told]
    if found[0] == "apart" and "same" not in found:
        return "apart" if clues.places else "beside"
    return found[0] if found[0] != "apart" else "same"


def _in_the_letter(place: str, row: Observation, clues: Clues, index: Index) -> Where:
    """How the row's place lies to that of the letter, where the sentence names none."""
    letter = clues.claim.place
    if letter is None:
        return "open"
    where = index.gazetteer.relation(place, index.gazetteer.resolve(letter))
    told = row.producer_id in clues.cited | clues.named or place in clues.texts_at
    return "open" if where == "apart" and told else where
