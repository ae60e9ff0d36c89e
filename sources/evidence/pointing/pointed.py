"""The rows that all around a claim points at, each with how surely, by learned weights.

The first of two steps: how surely a claim is of a row whatever its number. The weights were learned from letters with
answers (`tests/benchmarks/fits/pointed_rows.py`, decision 19).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final

from claims.quick_records import dataclass
from claims.relations.fits.evidence import Evidence
from claims.yaml_files import read_yaml
from sources.evidence.candidates import Candidate
from sources.evidence.fits.row_features import features
from sources.evidence.fits.row_likeness import row_weights
from sources.evidence.pointing.pointer_features import Best, pointer_features
from sources.evidence.sentence.clues import Clues
from sources.lookup.table_index import Index

_FIRST: Final = 12
_NOTHING: Final = -9.0
# how far a measure must be ahead of all others to be what is claimed, and ahead of the one that the words were read as
_AHEAD, _AHEAD_OF_READ, _LEAST = 2.0, 3.0, 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A row with how surely a claim is of it, how far that is ahead of rows of other numbers and of the claim's own."""

    candidate: Candidate
    score: float
    ahead: float
    over: float


Scored = Sequence[tuple[float, Candidate]]


def scored_rows(rows: Sequence[Candidate], clues: Clues, index: Index) -> Scored:
    """The rows of a pool with their scores, the surest first."""
    best, pointer = Best.of(rows), evidence("pointer")
    return in_order([(pointer.score(pointer_features(each, clues, best, index)), each) for each in rows])


def in_order(scored: Scored) -> Scored:
    """The surest first."""
    return sorted(scored, key=_surest, reverse=True)


def pointed_rows(scored: Scored) -> list[Pointed]:
    """The rows of other numbers than the claim's that are pointed at, the surest first."""
    own = max((score for score, each in scored if each.same), default=_NOTHING)
    others = [(score, each) for score, each in scored if not each.same]
    return [
        Pointed(candidate=each, score=score, ahead=score - _rival(each, others), over=score - own)
        for score, each in others[:_FIRST]
    ]


def _surest(pair: tuple[float, Candidate]) -> tuple[float, str]:
    return pair[0], pair[1].row.observation_id


def _rival(each: Candidate, scored: Scored) -> float:
    """The score of the surest row of another number."""
    return next((score for score, other in scored if other.row.value != each.row.value), _NOTHING)


def pointed_measure(scored: Scored, clues: Clues) -> str | None:
    """What is counted by all that stands around a claim, where that leaves no doubt, whatever was read."""
    if not scored or scored[0][0] < _LEAST:
        return None
    score, measure = scored[0][0], scored[0][1].row.measure_id
    read = clues.claim.measure
    if measure == read:
        return measure
    rival = next((other for other, each in scored if each.row.measure_id != measure), _NOTHING)
    return measure if score - rival >= (_AHEAD if read is None else _AHEAD_OF_READ) else None


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
