"""The row that a claim misquotes, by learned weights, where no rule names it; with the right of its source to say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from claims.model import Interval
from sources.evidence.candidates import Candidate
from sources.evidence.given_away import Usable
from sources.evidence.number_slips import misprint_of
from sources.evidence.pointing.number_features import Number, number_features, with_pointing
from sources.evidence.pointing.pointed import Pointed, evidence, pointed_rows, repeated_score
from sources.evidence.pointing.pointer_features import Best, pointer_features
from sources.evidence.pointing.pool import pool, tellers
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index

_LEAST: Final = -1.5
_READ_SO: Final = 1.0
# a difference of so little is one of rounding
_NOTHING: Final = 0.0005
_TELLS: Final = ("another day's", "another thing's", "dropped", "dropped of few")


def likely_misquoted(
    clues: Clues, interval: Interval, found: Sequence[Candidate], index: Index, usable: Usable
) -> tuple[float, Candidate] | None:
    """The row whose number the claim most likely has wrong, with its log odds, if that is likely enough.

    Its source must have the right to say so.
    """
    if clues.supposed or clues.elsewhere or not (told := tellers(clues, index)):
        return None
    rows = pool(clues, list(found), interval, index, usable)
    best, pointer = Best.of(rows), evidence("pointer")
    scores = [pointer.score(pointer_features(each, clues, best, index)) for each in rows]
    pointed = [each for each in pointed_rows(rows, scores) if _may_say(each, clues, told)]
    if not pointed:
        return None
    number = Number.of(clues, found, repeated_score(clues, found, index), index)
    weights = evidence("misquoted")
    scored = []
    for each in pointed:
        features = number_features(each.candidate, number, clues, index)
        if _is_telling(each.candidate, features):
            score = weights.score(with_pointing(features, each.score, each.ahead, each.over))
            scored.append((score, each.candidate))
    score, row = max(scored, key=lambda pair: (pair[0], pair[1].row.observation_id), default=(weights.threshold - 1, None))
    if row is None or score < weights.threshold:
        return None
    return score, replace(row, misprint=misprint_of(clues.value, row.row.value))


def _may_say(each: Pointed, clues: Clues, told: frozenset[str]) -> bool:
    """Whether who counts a row may refute the claim: of those cited, or of nobody told whom the table does not know."""
    if each.score < _LEAST or each.candidate.row.producer_id not in told:
        return False
    return bool(clues.cited or clues.office) or not clues.unknown


def _is_telling(each: Candidate, features: Mapping[str, float]) -> bool:
    """Whether the number itself tells that it is wrong; else all that is claimed must be read, and agree."""
    if features["apart"] < _NOTHING:
        return False
    slips = (features[name] for name in features if name.startswith(("exchanged", "factor", "one digit")))
    if any(slips) or any(features[name] for name in _TELLS):
        return True
    plain = each.read > _READ_SO and each.source == "cited" and each.day == "told" and not each.part
    return plain and each.place == "same" and not features["words left"]
