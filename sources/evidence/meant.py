"""Which of the candidate rows a claim repeats, which it misquotes, and which only stand near."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final

from claims.model import Interval
from claims.quick_records import dataclass
from sources.evidence.candidate_likeness import (
    EVERY_DIGIT,
    EXACT,
    PLAIN,
    ROUND,
    is_there,
    window_apart,
)
from sources.evidence.candidates import Candidate
from sources.evidence.fits.row_likeness import likeliest_row, told_by_row
from sources.evidence.given_away import of_another, slipped
from sources.evidence.misquoted import misquoted_among
from sources.evidence.number_slips import PLAIN_SLIPS, digits
from sources.evidence.pointing.likely_misquoted import likely_misquoted
from sources.evidence.pointing.pointed import pointed_measure, scored_rows
from sources.evidence.pointing.pool import pool
from sources.evidence.repeated.goes_on_a_line import goes_on_a_line
from sources.evidence.repeated.outdone import is_told_otherwise, may_be_there, outdone
from sources.evidence.repeated.printed_as_told import is_printed_beside, printed_as_told
from sources.evidence.repeated.slipped_on_a_line import slipped_on_a_line
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index
from sources.model import Observation

_LONG: Final = timedelta(days=150)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """`repeated`: the row that bears the claim out. `misquoted`: the row of the cited text that says otherwise.

    `measure`: what the row pointed at counts, or the likeliest where the words told no measure. `given_away`: it was
    the number, or what was learned, that told which row is misquoted.
    """

    repeated: Candidate | None
    misquoted: Candidate | None
    found: tuple[Candidate, ...]
    measure: str | None = None
    given_away: bool = False

    @property
    def surely(self) -> bool:
        """Whether the row misquoted is meant whatever words stand beside: a plain slip of three digits, day and all.

        Of the measure that the words were read as, or of one that they fit well, in the text cited and of its place.
        """
        row = self.misquoted
        if self.given_away:
            return True
        if row is None or row.misprint not in PLAIN_SLIPS or row.source != "cited" or row.part:
            return False
        alike = row.read > 1 or (row.shared >= _MANY_WORDS and row.fit > PLAIN)
        known = max(len(digits(row.row.value)), row.digits)
        return alike and known >= EXACT and row.day == "told" and (row.place == "same" or row.world)


_MANY_WORDS: Final = 3


def meant_by(
    clues: Clues, found: Sequence[Candidate], index: Index, interval: Interval, usable: Callable[[Observation], bool]
) -> Meant:
    """What a claim means among its candidates, the likeliest first: by rule, by its number, by what was learned.

    `usable`: whether a row that is no candidate yet may be held against the claim.
    """
    printed = printed_as_told(clues, found) or goes_on_a_line(clues, found)
    if printed is not None:
        return Meant(repeated=printed, misquoted=None, found=tuple(found), measure=printed.row.measure_id)
    stands = is_printed_beside(clues, found)
    slip = None if stands else slipped_on_a_line(clues, interval, found, index, usable)
    if slip is not None:
        return Meant(repeated=None, misquoted=slip, found=tuple(found), measure=slip.row.measure_id, given_away=True)
    repeated = next((each for each in found if _bears_out(each, clues) and not outdone(each, clues, found)), None)
    scored = scored_rows(pool(clues, list(found), interval, index, usable), clues, index)
    likely = None if stands else likely_misquoted(scored, clues, found, index)
    measure = pointed_measure(scored, clues)
    if repeated is not None and not (likely and likely.overrules(repeated)):
        return Meant(repeated=repeated, misquoted=None, found=tuple(found), measure=measure)
    misquoted = None if stands or likely is not None else misquoted_among(clues, found)
    if misquoted is not None:
        away = of_another(clues, found) == misquoted
        told = measure or misquoted.row.measure_id
        return Meant(repeated=None, misquoted=misquoted, found=tuple(found), measure=told, given_away=away)
    given_away = None if stands else slipped(clues, interval, found, index, usable)
    repeated = None if given_away else likeliest_row(clues, found, index, lambda each: outdone(each, clues, found))
    repeated = None if repeated and is_told_otherwise(repeated, found) else repeated
    repeated = None if repeated and likely and likely.overrules(repeated) else repeated
    if repeated is None and given_away is None and not stands:
        given_away = (likely.row if likely else None) or of_another(clues, found)
    if repeated is None and given_away is None:
        measure = measure or told_by_row(clues, found, index)
    if given_away is not None:
        told = measure or given_away.row.measure_id
        return Meant(repeated=None, misquoted=given_away, found=tuple(found), measure=told, given_away=True)
    return Meant(repeated=repeated, misquoted=None, found=tuple(found), measure=measure)


def _bears_out(each: Candidate, clues: Clues) -> bool:
    """Whether number, source, day and place agree, and the number is too exact or the words too alike for chance."""
    if not each.same or each.wider or clues.supposed or each.day == "other" or window_apart(each, clues):
        return False
    if _is_long_past(each, clues):
        return False
    if each.part and each.row.value != clues.value:
        return False  # "3,900 of them women": a round figure of a part is no figure of the whole
    if _is_unmistakable(each, clues):
        return True
    if each.source == "another":
        return _told_by_all(each, clues)
    if each.source == "cited" and each.place == "apart":
        # "children taken to Borland": whither is no where, and every digit of the cited text is there.
        return clues.exactness >= EVERY_DIGIT and each.day != "near" and each.shared > 0
    if each.source in ("cited", "named"):
        likely = clues.exactness >= EXACT or (each.shared > 0 and each.day != "near")
        return may_be_there(each) and likely and (each.day != "near" or each.shared > 0)
    return _speaks_for_itself(each, clues)


def _is_long_past(each: Candidate, clues: Clues) -> bool:
    """Whether a figure is only the last of its series, months before a letter that has a round number."""
    end, day = each.row.period_end, clues.letter_date
    past = end is not None and day is not None and day - end > _LONG
    return each.day == "newest" and past and clues.exactness < EXACT and not each.read


def _is_unmistakable(each: Candidate, clues: Clues) -> bool:
    """Whether five digits or more, of the day told or the newest, name a row whatever stands around them."""
    exact = each.very and each.row.comparator == "=" and clues.exactness > EVERY_DIGIT
    plain = each.shared > 0 or clues.claim.quantity.counted is None
    return exact and plain and each.day in ("told", "newest") and may_be_there(each) and not each.part


def _told_by_all(each: Candidate, clues: Clues) -> bool:
    """Whether a figure told by somebody unknown is still this row's: every digit, the day, the place and the words."""
    exact = clues.exactness >= EVERY_DIGIT and each.day == "told"
    return clues.strange and exact and each.place == "same" and each.shared > 2 and each.fit > 0


def _speaks_for_itself(each: Candidate, clues: Clues) -> bool:
    """Whether a row is meant where nobody is named: the fewer the digits, the more the words must say."""
    if each.day == "near" or not is_there(each) or each.part and clues.exactness < EVERY_DIGIT:
        return False
    if each.place == "same" and clues.exactness > EVERY_DIGIT and each.shared > 0:
        return True
    if each.place == "same" and clues.exactness >= EXACT and each.shared > 2:
        return True
    told = each.place == "same" or each.shared > 2
    return told and each.shared > 1 and clues.exactness >= ROUND and each.fit > (0 if each.place == "same" else PLAIN)
