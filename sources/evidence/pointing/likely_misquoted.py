"""The row that a claim misquotes, by learned weights; with the right of its source to say so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from claims.quick_records import dataclass
from sources.evidence.candidate_likeness import window_apart
from sources.evidence.candidates import Candidate
from sources.evidence.number_slips import PLAIN_SLIPS, misprint_of
from sources.evidence.pointing.number_features import Number, number_features, with_pointing
from sources.evidence.pointing.pointed import Pointed, Scored, evidence, pointed_rows, repeated_score
from sources.evidence.pointing.pool import tellers
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index

_LEAST: Final = -1.5
_LEAST_OF_SLIPS: Final = -2.5
# a difference of so little is one of rounding
_NOTHING: Final = 0.0005
_LATER: Final = 0.02
# further apart (as a logarithm) than a factor of ten, the widest slip: "12,500 have died" beside a row of 200 deaths
_WIDEST: Final = 2.4
_SHARED: Final = 2
_MATES: Final = 2
_TELLS: Final = (
    "another day's",
    "another thing's",
    "another place's",
    "another start's",
    "another counter's",
    "dropped",
    "dropped of few",
)
_SLIPS: Final = ("exchanged", "factor", "one digit")
_PLAIN: Final = ("exchanged 3", "exchanged 4", "exchanged 5", "factor 3")
# so much likelier than not must a misquotation be before a row that rounds to the claim's number, or is of no day told
_OVERRULING: Final = 2.3
# and so much, and so much more pointed at, before a row that prints the number and is of a day told
_OVERRULING_ALL, _FAR_OVER = 3.0, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Misquotation:
    """A row that is misquoted: the log odds, and how much surer it is pointed at than any row of the claim's number."""

    row: Candidate
    score: float
    over: float

    def overrules(self, repeated: Candidate) -> bool:
        """Whether it is more likely than that the claim repeats a row of its own number."""
        if repeated.very and repeated.day in ("told", "newest"):
            return self.score >= _OVERRULING_ALL and self.over >= _FAR_OVER
        return self.score >= _OVERRULING


def likely_misquoted(scored: Scored, clues: Clues, found: Sequence[Candidate], index: Index) -> Misquotation | None:
    """The row whose number the claim most likely has wrong, if it is likely enough and its source may say so."""
    told = tellers(clues, index)
    if clues.supposed or clues.elsewhere or clues.day_apart or not told:
        return None
    as_read = {(each.row.producer_id, each.row.period_end) for _, each in scored if each.read > 1}
    pointed = [
        each
        for each in pointed_rows(scored)
        if _may_say(each, clues, told)
        and _is_placed(each.candidate, clues, index)
        and not _is_beside_the_read(each.candidate, as_read, clues)
    ]
    if not pointed:
        return None
    weights = evidence("misquoted")
    likely = [
        Misquotation(row=each.candidate, score=weights.score(features), over=each.over)
        for each, features in _with_features(pointed, clues, found, index)
    ]
    best = max(likely, key=lambda each: (each.score, each.row.row.observation_id), default=None)
    if best is None or best.score < weights.threshold:
        return None
    return replace(best, row=replace(best.row, misprint=misprint_of(clues.value, best.row.row.value)))


def _with_features(
    pointed: Sequence[Pointed], clues: Clues, found: Sequence[Candidate], index: Index
) -> Iterator[tuple[Pointed, Mapping[str, float]]]:
    """Those whose number tells that it is wrong, with the features of the second step."""
    number = Number.of(clues, found, repeated_score(clues, found, index), index)
    for each in pointed:
        features = number_features(each.candidate, number, clues, index)
        if _is_telling(each, features, clues) and _is_worded(each.candidate, features, clues):
            yield each, with_pointing(features, each.score, each.ahead, each.over)


def _may_say(each: Pointed, clues: Clues, told: frozenset[str]) -> bool:
    """Whether who counts a row may refute the claim: of those cited, or of nobody told whom the table does not know."""
    if each.score < _LEAST_OF_SLIPS or each.candidate.row.producer_id not in told:
        return False
    if window_apart(each.candidate, clues):
        return False
    return bool(clues.cited or clues.office) or not clues.unknown


def _is_placed(each: Candidate, clues: Clues, index: Index) -> bool:
    """Whether a row's place is one that the letter speaks of, or that its producer alone counts in, or the world."""
    place = index.gazetteer.of(each.row)
    if place is None or each.world or each.place not in ("open", "apart"):
        return True
    if place in clues.texts_at and not clues.places:
        return True
    if each.place == "apart":
        return False
    here = any(index.gazetteer.relation(place, one) != "apart" for one in clues.letter_places)
    return here or index.country_of_producer(each.row.producer_id) is not None


def _is_beside_the_read(each: Candidate, as_read: Collection[tuple[str, date | None]], clues: Clues) -> bool:
    """Whether a row is not of the measure read while its text has one that is, which would be meant but for a slip."""
    row = each.row
    slip = misprint_of(clues.value, row.value) in PLAIN_SLIPS
    return not slip and not each.read and (row.producer_id, row.period_end) in as_read


def _is_worded(each: Candidate, features: Mapping[str, float], clues: Clues) -> bool:
    """Whether what is counted agrees: as read, as beside, by shared words; or no word is left that says otherwise."""
    read = each.read or each.row.measure_id in clues.measures_beside
    return bool(read) or each.shared >= _SHARED or not features["words left"]


def _is_told_by_mates(each: Candidate, clues: Clues) -> bool:
    """Whether two other figures of the sentence are of the row's text: "5,414 killed, 27,089 arrested, 20,870 held"."""
    sentence, row = clues.claim.sentence_span, each.row
    mates = {
        one.row.value
        for one in clues.lines
        if sentence.start <= one.start < sentence.end
        and (one.row.producer_id, one.row.period_end, one.row.place) == (row.producer_id, row.period_end, row.place)
    }
    return len(mates - {row.value}) >= _MATES


def _is_telling(each: Pointed, features: Mapping[str, float], clues: Clues) -> bool:
    """Whether the number itself tells that it is wrong: by a slip, or as that of another day or thing.

    Of the newest row, where no day is told, a later count may be a little more or less.
    """
    row = each.candidate
    dated = row.day == "told" or _is_told_by_mates(row, clues)
    if features["apart"] < (_NOTHING if dated else _LATER):
        return False
    if features["apart"] > _WIDEST:
        return False
    if each.score < _LEAST:
        return row.day == "told" and any(features[name] for name in _PLAIN)
    slips = (features[name] for name in features if name.startswith(_SLIPS))
    return any(slips) or any(features[name] for name in _TELLS)
