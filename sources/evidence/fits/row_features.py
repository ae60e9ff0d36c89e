"""How a row lies to a claim, in numbers: what its weights in `row_weights.yml` are multiplied with.

Nothing here knows a word of any field: how rare the number is, who tells it, for which day and place, how many words
fit, whether the letter's other figures are of the same text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import log1p
from typing import Final

from sources.evidence.candidate_likeness import window_apart
from sources.evidence.candidates import Candidate
from sources.evidence.fits.kinds_of_things import same_kind
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index

_OFF: Final = 6.0
_FIT: Final = 8.0
_YEAR: Final = 365.0
_NEAR: Final = timedelta(days=31)
# more figures of one producer, at one time, than a text can print
_MANY: Final = 500


def features(each: Candidate, clues: Clues, found: Sequence[Candidate], index: Index) -> Mapping[str, float]:
    """The features of one candidate among those found; every name has its weight."""
    told = {
        **_of_number(each, clues, found),
        **_of_source(each, clues),
        **_of_day(each, clues),
        **of_place(each, clues, index),
        **_of_words(each, clues, found),
        **of_letter(each, clues, index),
    }
    exact = min(clues.exactness, 5)
    told["exact x fit"] = told["fit"] * (exact >= 3)
    told["exact x mate"] = told["mates"] * (exact >= 3)
    told["exact x source"] = float(exact >= 3 and each.source in ("cited", "named"))
    told["exact x told"] = float(exact >= 3 and each.day == "told")
    told["exact x here"] = float(exact >= 3 and each.place == "same")
    told["round x fit"] = told["fit"] * (exact < 3)
    told["telling and mentioned"] = float(exact >= 3) * told["mentioned"]
    return told


def _of_number(each: Candidate, clues: Clues, found: Sequence[Candidate]) -> dict[str, float]:
    rivals = {(one.row.measure_id, one.row.place, one.row.value) for one in found if one.same}
    theirs, ours = each.row.comparator, clues.claim.quantity.comparator
    return {
        "very": float(each.very),
        "digits 1": float(clues.exactness == 1),
        "digits 2": float(clues.exactness == 2),
        "digits 3": float(clues.exactness == 3),
        "digits 4": float(clues.exactness == 4),
        "digits 5": float(clues.exactness > 4),
        "small": float(clues.value < 100),
        "rivals": log1p(max(0, len(rivals) - 1)),
        "bound alike": float(theirs != "=" and theirs[0] == ours[0]),
        "bound lost": float(theirs != "=" and ours == "="),
        "bound added": float(theirs == "=" and ours in (">", ">=", "<", "<=")),
        "rounded": float(ours == "~" and not each.very),
    }


def _of_source(each: Candidate, clues: Clues) -> dict[str, float]:
    mentioned = each.source in ("nobody", "another") and each.row.producer_id in clues.mentioned
    return {
        "cited": float(each.source == "cited"),
        "named": float(each.source == "named"),
        "mentioned": float(mentioned and not clues.strange),
        "mentioned, strange": float(mentioned and clues.strange),
        "another": float(each.source == "another" and not clues.strange and not mentioned),
        "strange": float(each.source == "another" and clues.strange and not mentioned),
    }


def _of_day(each: Candidate, clues: Clues) -> dict[str, float]:
    end, letter = each.row.period_end, clues.letter_date
    age = (letter - end).days / _YEAR if end is not None and letter is not None else 1.0
    dated = bool(clues.days)
    return {
        "told": float(each.day == "told"),
        "newest, undated": float(each.day == "newest" and not dated),
        "newest, dated": float(each.day == "newest" and dated),
        "near": float(each.day == "near"),
        "other day": float(each.day == "other" and dated),
        "other, undated": float(each.day == "other" and not dated),
        "age": min(max(age, 0.0), 3.0),
        "start told": float(each.start_told and each.row.period_start is not None),
        "window apart": float(window_apart(each, clues)),
    }


def of_place(each: Candidate, clues: Clues, index: Index) -> dict[str, float]:
    inherited = not (clues.places or clues.beside)
    place = index.gazetteer.of(each.row)
    line = index.gazetteer.chain(place) if place is not None else []
    return {
        "here": float(each.place == "same" and not inherited),
        "here, inherited": float(each.place == "same" and inherited),
        "inside": float(each.place == "inside"),
        "around": float(each.place == "around"),
        "around, inherited": float(each.place == "around" and inherited),
        "apart": float(each.place == "apart" and not inherited),
        "apart, inherited": float(each.place == "apart" and inherited),
        "open": float(each.place == "open" and not each.world),
        "open, world": float(each.place == "open" and each.world),
        "beside": float(each.place == "beside"),
        "in letter": float(place is not None and place in clues.letter_places),
        "line in letter": float(any(one in clues.letter_places for one in line)),
    }


def _of_words(each: Candidate, clues: Clues, found: Sequence[Candidate]) -> dict[str, float]:
    best = max((one.fit for one in found if one.same), default=0.0)
    return words_alike(each, clues) | {
        "fits best": float(each.fit >= best - 0.01),
        "behind best": min(best - each.fit, _OFF) / _OFF if each.fit < best else 0.0,
        "noun unknown": float(same_kind(clues.claim.quantity, each.row.unit) is None),
    }


def words_alike(each: Candidate, clues: Clues) -> dict[str, float]:
    """How far the words of a claim are those of what a row counts."""
    claim, kind = clues.claim, same_kind(clues.claim.quantity, each.row.unit)
    read = {claim.measure, *claim.measures_possible} - {None}
    return {
        "fit": min(max(each.fit, -_OFF), _FIT) / _FIT,
        "shared": log1p(each.shared),
        "none shared": float(each.shared == 0),
        "read": float(each.read > 1),
        "read among": float(0 < each.read <= 1),
        "read otherwise": float(not each.read and bool(read) and each.row.measure_id not in claim.measures_possible),
        "akin": float(not each.read and bool(read & set(each.akin))),
        "part": float(each.part),
        "wider": float(each.wider),
        "leans": float(clues.leans),
        "supposed": float(clues.supposed),
        "elsewhere": float(clues.elsewhere),
        "own kind": float(kind is True),
        "other kind": float(kind is False),
        "taken": float(each.taken),
    }


def of_letter(each: Candidate, clues: Clues, index: Index) -> dict[str, float]:
    row = each.row
    mates = near = 0
    if row.period_end is not None and clues.letter_numbers:
        end, told = row.period_end, clues.letter_numbers.keys() - {clues.value}
        mates = len(index.numbers_of_producer(row.producer_id, end, end, _MANY) & told)
        near = len(index.numbers_of_producer(row.producer_id, end - _NEAR, end + _NEAR, _MANY) & told)
    return {
        "mates": min(log1p(mates), 2.0),
        "mates near": min(log1p(max(0, near - mates)), 2.0),
        "told before": clues.before_fit(row.measure_id, index),
    }
