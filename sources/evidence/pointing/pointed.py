"""The row that a claim misquotes by learned weights: pointed at by all around it, its number not the claim's.

Two steps: how surely the claim is of a row whatever its number, then how its number may have come from the row's. The
weights were learned from letters with answers (`tests/benchmarks/fits/pointed_rows.py`, decision 19).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from claims.model import Interval
from claims.relations.fits.evidence import Evidence
from claims.yaml_files import read_yaml
from sources.evidence.candidates import Candidate
from sources.evidence.fits.row_features import features
from sources.evidence.fits.row_likeness import row_weights
from sources.evidence.given_away import Usable
from sources.evidence.pointing.number_features import Number, number_features
from sources.evidence.pointing.pointer_features import Best, pointer_features
from sources.evidence.pointing.pool import pool
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A row with how surely a claim is of it, how far that is ahead of rows of other numbers and of the claim's own."""

    candidate: Candidate
    score: float
    ahead: float
    over: float


def pointed_rows(rows: Sequence[Candidate], scores: Sequence[float]) -> list[Pointed]:
    """The rows of other numbers that are pointed at, the surest first, by the score of each row of a pool."""
    scored = sorted(zip(scores, rows, strict=True), key=_surest, reverse=True)
    own = max((score for score, each in scored if each.same), default=_NOTHING)
    others = [(score, each) for score, each in scored if not each.same]
    return [
        Pointed(candidate=each, score=score, ahead=score - _rival(each, others), over=score - own)
        for score, each in others[:_FIRST]
    ]


def _surest(pair: tuple[float, Candidate]) -> tuple[float, str]:
    return pair[0], pair[1].row.observation_id


_FIRST: Final = 12
_NOTHING: Final = -9.0


def _rival(each: Candidate, scored: Sequence[tuple[float, Candidate]]) -> float:
    """The score of the surest row of another number."""
    return next((score for score, other in scored if other.row.value != each.row.value), _NOTHING)


def repeated_score(clues: Clues, found: Sequence[Candidate], index: Index) -> float:
    """How surely the likeliest row with a claim's number is what it tells; -9 where no row has it."""
    weights = row_weights()
    same = (each for each in found if each.same)
    return max((weights.score(features(each, clues, found, index)) for each in same), default=_NOTHING)


@cache
def evidence(family: str) -> Evidence:
    """The learned weights of "pointer" and "misquoted"."""
    record = read_yaml(resources.files(__package__).joinpath("pointing_weights.yml"))[family]
    return Evidence(
        weights={str(name): float(weight) for name, weight in record["weights"].items()},
        bias=float(record["bias"]),
        threshold=float(record["threshold"]),
    )
